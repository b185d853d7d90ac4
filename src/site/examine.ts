import { resolve } from "node:path";
import { datesToCome } from "../content/dates-to-come.ts";
import { linksToHidden } from "../content/hidden-links.ts";
import { postsToCome } from "../content/live-coverage.ts";
import { type ContentReading, readContent } from "../content/read.ts";
import type { HowToRead } from "../content/read-markdown.ts";
import type { Newsroom } from "../model/newsroom.ts";
import type { Publication } from "../model/publication.ts";
import { publish } from "../model/publish.ts";
import type { PublishedLast } from "../model/published-stories.ts";
import type { Unpublished } from "../model/status.ts";
import { hasErrors, type Problem } from "../problems.ts";
import { problemsOfOwnLayouts } from "./check-own-layouts.ts";
import { withHistories } from "./histories.ts";
import { shownPath } from "./shown-path.ts";

/** Which stories that are not out are shown: as said, or on previews what the settings allow there. */
export type Shown = Unpublished | "previewed";

export interface Preparation {
  /** The content folder. */
  readonly content: string;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  readonly unpublished: Shown;
  /** False for a deploy preview, which search engines are told to pass over. */
  readonly indexed: boolean;
}

/** What the content says at a time, and everything that is wrong with it then. */
export interface Examined {
  readonly reading: ContentReading;
  /** Undefined when there is an error among the problems. */
  readonly shown?: ShownContent | undefined;
  readonly problems: readonly Problem[];
  /** The commit whose history was asked for; undefined where no story shows what changed in it. */
  readonly head?: string | undefined;
}

export interface ShownContent {
  readonly newsroom: Newsroom;
  readonly publication: Publication;
  readonly unpublished: Unpublished;
}

/**
 * Reads the content and says what is wrong with it at `now`, and with the site's own layouts. Writes nothing but what
 * git has said, into `work`, the folder that is kept from run to run.
 */
export async function examine(
  { content, now, unpublished }: Omit<Preparation, "indexed">,
  how?: HowToRead,
  work?: string,
): Promise<Examined> {
  const [{ reading, head }, ofLayouts] = await Promise.all([
    readContent(resolve(content), shownPath(content), how).then((read) => withHistories(read, content, work)),
    problemsOfOwnLayouts(),
  ]);
  return { ...judge(reading, now, unpublished, ofLayouts), head };
}

/** Says what is wrong with what was read, at `now`, beside what is already known to be. `last` as `publish` takes it. */
export function judge(
  reading: ContentReading,
  now: number,
  unpublished: Shown,
  known: readonly Problem[],
  last?: PublishedLast,
): Examined {
  const { newsroom, links, places } = reading;
  const problems = [...known, ...reading.problems];
  if (!newsroom) return { reading, problems };
  const shown = unpublished === "previewed" ? previewed(newsroom) : unpublished;
  const publication = publish(newsroom, now, shown, last);
  const all = [
    ...problems,
    ...datesToCome(newsroom, now, places),
    ...postsToCome(newsroom, now, links, places),
    ...linksToHidden(newsroom, publication, links, places),
  ];
  return { reading, shown: hasErrors(all) ? undefined : { newsroom, publication, unpublished: shown }, problems: all };
}

const previewed = ({ settings }: Newsroom): Unpublished => (settings.previewDrafts ? "drafts" : "none");
