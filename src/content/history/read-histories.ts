import { publicVersions, type StoryHistory } from "../../model/history.ts";
import type { Newsroom, WrittenArticle } from "../../model/newsroom.ts";
import type { Problem } from "../../problems.ts";
import type { Places } from "../places.ts";
import { bytesOf, commitsNamed, commitsOf, isShallow } from "./commits.ts";
import { createVersionReader } from "./story-version.ts";
import { noHistory, notFetched, unknownToGit, whyNoRepository } from "./trouble.ts";

/** What was read of git's history, for the next run: plain data. The same name stands for the same histories. */
export interface KeptHistories {
  readonly name: string;
  readonly histories: readonly (readonly [file: string, history: StoryHistory])[];
}

export interface HistoryReading {
  /** The commit whose history was read; undefined where no story needs one. */
  readonly head?: string | undefined;
  readonly histories: ReadonlyMap<string, StoryHistory>;
  readonly problems: readonly Problem[];
  /** For the next run; undefined where it knows as much already. */
  readonly kept?: KeptHistories | undefined;
}

const NOTHING: HistoryReading = { histories: new Map(), problems: [] };

/**
 * Reads the public versions of each story that shows what changed in it. Asks git once for all of them, and not at all
 * when there are none. `root` is the content folder, absolute; what is not committed plays no part.
 */
export async function readHistories(
  newsroom: Newsroom,
  root: string,
  places: Places,
  earlier?: () => Promise<KeptHistories | undefined>,
): Promise<HistoryReading> {
  const { language, timeZone, changes } = newsroom.settings;
  const stories = newsroom.articles.filter((article) => changes && showsChanges(article));
  if (stories.length === 0) return NOTHING;
  const refused = (...problems: Problem[]): HistoryReading => ({ ...NOTHING, problems });
  const named = await commitsNamed(root, ["HEAD"]);
  if ("failure" in named) return refused(whyNoRepository(named, stories, places));
  const [head] = named;
  if (head === undefined) return refused(...stories.map(({ file }) => unknownToGit(file, places)));
  const files = stories.map(({ file }) => file);
  const name = [head, places.shownAs(""), language, timeZone].join(" ");
  const last = await earlier?.();
  const known = new Map(last?.name === name ? last.histories : []);
  if (files.every((file) => known.has(file))) return { head, histories: onlyOf(files, known), problems: [] };
  if (await isShallow(root)) return refused(noHistory("shallow", stories, places));
  const commits = await commitsOf(root, head, files);
  const unknown = files.filter((file) => commits.get(file)?.at(-1)?.blob === undefined);
  if (unknown.length > 0) return refused(...unknown.map((file) => unknownToGit(file, places)));
  const blobs = [...commits.values()].flatMap((ofFile) => ofFile.flatMap(({ blob }) => blob ?? []));
  const bytes = await bytesOf(root, blobs);
  if ("missing" in bytes) return refused(notFetched(bytes.missing, stories, places));
  const reader = createVersionReader(timeZone, language);
  const versionOf = (file: string, blob: string | undefined) => {
    const written = blob === undefined ? undefined : bytes.get(blob);
    return written && reader.read(file, written);
  };
  const histories = new Map<string, StoryHistory>();
  for (const [file, ofFile] of commits) {
    const versions = ofFile.map(({ committed, blob }) => ({ committed, version: versionOf(file, blob) }));
    histories.set(file, publicVersions(versions));
  }
  return { head, histories, problems: [], kept: { name, histories: [...histories] } };
}

/** Those that were corrected, are not taken back, and do not keep their history to themselves. */
const showsChanges = ({ corrections, changes, draft, retracted }: WrittenArticle): boolean =>
  corrections.length > 0 && changes && !draft && !retracted;

const onlyOf = (files: readonly string[], known: ReadonlyMap<string, StoryHistory>) =>
  new Map(files.map((file) => [file, known.get(file) ?? []]));
