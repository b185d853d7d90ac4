import type { Bodies, Newsroom } from "../model/newsroom.ts";
import { hasErrors, type Problem } from "../problems.ts";
import { assemble, isMarkdown } from "./assemble.ts";
import type { FileLinks } from "./check-links.ts";
import type { Digests } from "./fingerprint.ts";
import { conditionsOf, knownFrame, readFrame } from "./frame.ts";
import { isFolder } from "./is-folder.ts";
import type { Addresses } from "./lost-addresses.ts";
import { type Places, placesIn } from "./places.ts";
import { adviceOf, type FileAdvice } from "./prose/advise.ts";
import { type EarlierReadings, type HowToRead, readMarkdown } from "./read-markdown.ts";
import { walk } from "./walk.ts";

/** What a content folder says, or everything that is wrong with it. */
export interface ContentReading {
  /** Undefined when there is an error among the problems. */
  readonly newsroom?: Newsroom | undefined;
  readonly bodies: Bodies;
  readonly links: readonly FileLinks[];
  /** What the address book remembers, and what there is. Undefined while a file cannot be read. */
  readonly addresses?: Addresses | undefined;
  readonly places: Places;
  readonly problems: readonly Problem[];
  /** What is to be said of the style of files that could be read, and the newsroom wants to hear. */
  readonly advice: readonly FileAdvice[];
  readonly filesRead: number;
  /** How many Markdown files were read anew; the others had been read before as they are. */
  readonly filesParsed: number;
  /** How many images were opened anew, likewise. */
  readonly imagesOpened: number;
  /** For the next run. Undefined when the settings could not be read. */
  readonly readings?: EarlierReadings | undefined;
  /** What was read of each file: not of those that have no place here. */
  readonly digests: Digests;
}

/**
 * Reads a content folder: the only reader there is. `shownRoot` is the folder as the person typed it, for problems.
 * Throws when the folder itself cannot be read.
 */
export async function readContent(root: string, shownRoot: string, how: HowToRead = {}): Promise<ContentReading> {
  const places = placesIn(root, shownRoot);
  if (!(await isFolder(root))) return nothingAt(shownRoot, places);
  const problems: Problem[] = [];
  const report = (problem: Problem) => void problems.push(problem);
  const found = await walk(root, places.shownAs, report);
  const frame = await readFrame(found, root, places, how.earlier, how.digests, how.look);
  const markdown = found.filter(isMarkdown);
  const conditions = conditionsOf(frame, root, shownRoot);
  const { readings, parsed, bodies } = await readMarkdown(markdown, conditions, how);
  const { newsroom, links, addresses, problems: inside } = assemble({ found, markdown, readings, frame, places });
  const all = [...problems, ...inside];
  const { language, timeZone, embeds } = conditions;
  return {
    newsroom: hasErrors(all) ? undefined : newsroom,
    bodies,
    links,
    addresses,
    places,
    problems: all,
    advice: adviceOf(readings, frame.settings?.settings.ignoreAdvice ?? []),
    filesRead: found.length,
    filesParsed: parsed,
    imagesOpened: frame.imagesOpened,
    readings: newsroom && { language, timeZone, embeds, readings, ...knownFrame(frame) },
    digests: new Map([...frame.digests, ...readings.map(({ path, digest }) => [path, digest] as const)]),
  };
}

/** What is said of a folder that is not there. */
export function nothingAt(shownRoot: string, places: Places): ContentReading {
  const fix = "Run the command in the folder of the site, or name the folder with --content.";
  const problems: Problem[] = [{ severity: "error", file: shownRoot, what: "There is no content folder here.", fix }];
  const nothing = { advice: [], filesRead: 0, filesParsed: 0, imagesOpened: 0, digests: new Map() };
  return { bodies: new Map(), links: [], places, problems, ...nothing };
}
