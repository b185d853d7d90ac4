import type { Conditions, FoundMarkdown } from "../../content/markdown-file.ts";
import type { Advice } from "../../content/prose/advice.ts";
import type { Inlines } from "../../model/inserts.ts";
import type { BodyHash } from "../../model/newsroom.ts";
import type { Measures } from "../gate/inspector.ts";
import type { PrintedPages } from "../print.ts";
import type { BodyPlace } from "./body-file.ts";

/**
 * What a thread can be asked to do. What is large goes as JSON: Node copies a text from thread to thread ten times as
 * fast as it clones the objects in it.
 */
export interface Jobs {
  /** Takes down what Markdown files are read with, and a new file that their texts go into. */
  readonly "begin reading": { given: { readonly conditions: Conditions; readonly bodyFile: string }; gives: null };
  /** Gives `FileReading[]` as JSON. */
  readonly read: {
    given: { readonly files: readonly FoundMarkdown[] };
    gives: { readonly readings: string; readonly bodies: readonly BodyPlace[] };
  };
  /** Gives what is to be said of the Markdown of each text. */
  readonly "look at style": { given: { readonly texts: readonly string[] }; gives: readonly (readonly Advice[])[] };
  /** Loads what printing needs, while nothing else is to be done. */
  readonly "warm up": { given: null; gives: null };
  /** Takes down where pages go, and where their texts are. */
  readonly "begin printing": { given: Printing; gives: null };
  /** Prints pages, each of them as JSON. */
  readonly print: { given: { readonly pages: readonly string[] }; gives: PrintedPages };
}

export interface Printing {
  readonly folder: string;
  readonly conditions: Conditions;
  /** `BodyPlace[]` as JSON. */
  readonly bodies: string;
  readonly inlines: Inlines;
  /** What the pages are judged by. */
  readonly measures: Measures;
  /** The files whose texts are in no file of ours, by the hashes of these. */
  readonly unread: ReadonlyMap<BodyHash, FoundMarkdown>;
}

export type JobName = keyof Jobs;

/** A job as it goes to a thread. */
export type Order = {
  readonly [Name in JobName]: { readonly name: Name; readonly given: Jobs[Name]["given"] };
}[JobName];
