import type { BodyHash } from "../model/newsroom.ts";
import { hasErrors } from "../problems.ts";
import { assemble } from "./assemble.ts";
import { type Changed, type Folder, lookAt } from "./folder.ts";
import { type ContentFrame, conditionsOf, knownFrame, readFrame } from "./frame.ts";
import type { Conditions, FileReading, FoundMarkdown } from "./markdown-file.ts";
import { Memory } from "./memory.ts";
import { type Places, placesIn } from "./places.ts";
import { adviceOf } from "./prose/advise.ts";
import { type ContentReading, nothingAt } from "./read.ts";
import { type EarlierReadings, type HowToRead, type ReadFiles, readMarkdown } from "./read-markdown.ts";
import { Texts } from "./texts.ts";
import type { FoundFile } from "./walk.ts";

/** A folder as it was read. */
interface Read {
  readonly folder: Folder;
  readonly frame: ContentFrame;
  readonly conditions: Conditions;
  /** One for each of the folder's Markdown files, in their order. */
  readonly readings: readonly FileReading[];
  readonly texts: Texts;
}

/** Reads one content folder again and again: after the first time only what is said to have changed. */
export class Rereader {
  readonly #root: string;
  readonly #shownRoot: string;
  #places: Places;
  readonly #memory = new Memory();
  #last: Read | undefined;

  /** As for `readContent`. */
  constructor(root: string, shownRoot: string) {
    this.#root = root;
    this.#shownRoot = shownRoot;
    this.#places = placesIn(root, shownRoot);
  }

  /** Undefined when nothing has changed. `how` is for the first time; what was read then is known here. */
  async read(changed: Changed, how: HowToRead = {}): Promise<ContentReading | undefined> {
    const last = this.#last;
    this.#places = placesIn(this.#root, this.#shownRoot);
    const folder = await lookAt(this.#root, this.#places, changed, last?.folder);
    if (!folder) {
      this.#last = undefined;
      return nothingAt(this.#shownRoot, this.#places);
    }
    if (folder === last?.folder) return undefined;
    const frame =
      last && isFrameSame(last, folder)
        ? last.frame
        : await readFrame(
            folder.found,
            this.#root,
            this.#places,
            last ? knownFrame(last.frame) : how.earlier,
            folder.digests,
          );
    const isFramed = frame === last?.frame;
    const conditions = isFramed ? last.conditions : conditionsOf(frame, this.#root, this.#shownRoot);
    const texts = isFramed ? last.texts : new Texts(conditions, (hash) => this.#fileOf(hash));
    const { readings, parsed } =
      isFramed && last.folder.markdown === folder.markdown
        ? readAgain(folder, last.readings, texts)
        : await readMarkdown(folder.markdown, conditions, {
            ...(last ? { earlier: earlierOf(last), readFiles: readBy(texts) } : how),
            digests: folder.digests,
          });
    this.#last = { folder: asRead(folder, frame, readings), frame, conditions, readings, texts };
    return this.#resultOf(this.#last, parsed);
  }

  #resultOf({ folder, frame, conditions, readings, texts }: Read, filesParsed: number): ContentReading {
    const { found, markdown, digests } = folder;
    const places = this.#places;
    const { newsroom, links, addresses, problems } = assemble(
      { found, markdown, readings, frame, places },
      this.#memory,
    );
    const all = [...folder.problems, ...problems];
    const { language, timeZone, embeds } = conditions;
    return {
      newsroom: hasErrors(all) ? undefined : newsroom,
      bodies: texts,
      links,
      addresses,
      places,
      problems: all,
      advice: adviceOf(readings, frame.settings?.settings.ignoreAdvice ?? []),
      filesRead: found.length,
      filesParsed,
      readings: newsroom && { language, timeZone, embeds, readings, ...knownFrame(frame) },
      imagesOpened: frame.imagesOpened,
      digests,
    };
  }

  #fileOf(hash: BodyHash): FoundMarkdown | undefined {
    const place = this.#last?.readings.findIndex(({ file }) => file?.body.hash === hash) ?? -1;
    return this.#last?.folder.markdown[place];
  }
}

/** Reads the files that have changed, in a folder of the same files. What had a problem is always read again. */
function readAgain({ markdown, digests }: Folder, before: readonly FileReading[], texts: Texts) {
  let parsed = 0;
  const readings = markdown.map((found, place) => {
    const reading = before[place];
    if (reading && reading.problems.length === 0 && reading.digest === digests.get(found.path)) return reading;
    parsed++;
    return texts.read(found);
  });
  return { readings, parsed };
}

const readBy =
  (texts: Texts): ReadFiles =>
  async ({ files }) => ({ readings: files.map((file) => texts.read(file)), bodies: texts });

const ofFrame = ({ place }: FoundFile): boolean => !("name" in place);

function isFrameSame({ folder, frame }: Read, { found, digests }: Folder): boolean {
  if (found === folder.found && digests === folder.digests) return true;
  const paths = found.filter(ofFrame).map(({ path }) => path);
  return paths.length === frame.digests.size && paths.every((path) => frame.digests.get(path) === digests.get(path));
}

const earlierOf = ({ conditions: { language, timeZone, embeds }, readings, frame }: Read): EarlierReadings => ({
  language,
  timeZone,
  embeds,
  readings,
  ...knownFrame(frame),
});

/** The folder with the digests of what was read, as files may have changed since they were looked at. */
function asRead(folder: Folder, frame: ContentFrame, readings: readonly FileReading[]): Folder {
  const isOther = ({ path, digest }: Pick<FileReading, "path" | "digest">) =>
    digest !== "" && digest !== folder.digests.get(path);
  const ofFrame = [...frame.digests].map(([path, digest]) => ({ path, digest }));
  const others = [...ofFrame.filter(isOther), ...readings.filter(isOther)];
  if (others.length === 0) return folder;
  return {
    ...folder,
    digests: new Map([...folder.digests, ...others.map(({ path, digest }) => [path, digest] as const)]),
  };
}
