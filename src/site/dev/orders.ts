import type { Changed } from "../../content/folder.ts";
import type { Problem } from "../../problems.ts";
import type { DeskFigures } from "./writers-desk/figures.ts";

/** What the thread of the dev server can be asked for. */
export interface Orders {
  /** To read the content again. */
  readonly read: { given: { readonly changed: Changed; readonly now: number }; gives: ReadingResult };
  /** What stands at an address, given as the URL of a page has it; undefined where nothing does. */
  readonly answer: { given: { readonly url: string }; gives: Copy | undefined };
  /** What the writers' desk shows; undefined before there was a good edition. */
  readonly desk: { given: null; gives: DeskFigures | undefined };
}

/** What came of a reading. */
export type ReadingResult =
  /** The files are as they were. */
  | "unchanged"
  | {
      readonly problems: readonly Problem[];
      /** On the style of what was edited since the server began. */
      readonly advice: readonly Problem[];
      readonly filesRead: number;
      readonly filesParsed: number;
      /** Undefined when an error among the problems keeps the last edition in place. */
      readonly stories?: number | undefined;
    };

/** What goes to a browser: a text or bytes. */
export type Copy =
  | {
      readonly type: string;
      readonly text: string | Uint8Array;
      /** What the site's host would send with it, by names in lower case. */
      readonly headers?: Readonly<Record<string, string>> | undefined;
    }
  /** Of what it was made from, something has changed that was not read yet. */
  | "outdated";

export interface Order<Name extends keyof Orders = keyof Orders> {
  readonly id: number;
  readonly name: Name;
  readonly given: Orders[Name]["given"];
}

export type Reply = { readonly id: number } & ({ readonly done: unknown } | { readonly failure: unknown });

/** Where the thread works. */
export interface DeskPlace {
  /** The content folder. */
  readonly content: string;
  /** What is kept from run to run. */
  readonly work: string;
}
