import type { Bodies, BodyHash } from "../model/newsroom.ts";
import {
  type Conditions,
  createFileReader,
  type FileReader,
  type FileReading,
  type FoundMarkdown,
} from "./markdown-file.ts";

/** A file is not any more what it was when it was read. */
export class ChangedSinceError extends Error {}

/** As many texts as the pages that somebody has open. */
const AT_HAND = 200;

/** Reads files one by one, and holds the texts that were asked for last; others it renders from their files. */
export class Texts implements Bodies {
  readonly #reader: FileReader;
  readonly #fileOf: (hash: BodyHash) => FoundMarkdown | undefined;
  readonly #atHand = new Map<BodyHash, string>();

  /** `fileOf` tells which file has a text now. */
  constructor(conditions: Conditions, fileOf: (hash: BodyHash) => FoundMarkdown | undefined) {
    this.#reader = createFileReader(conditions);
    this.#fileOf = fileOf;
  }

  read(found: FoundMarkdown): FileReading {
    const { reading, html } = this.#reader.read(found);
    if (reading.file && html !== undefined) this.#keep(reading.file.body.hash, html);
    return reading;
  }

  /** Throws `ChangedSinceError` for a text that no file has any more. */
  get(hash: BodyHash): string {
    const html = this.#atHand.get(hash);
    if (html !== undefined) return html;
    const file = this.#fileOf(hash);
    const again = file && this.#reader.read(file);
    if (again?.reading.file?.body.hash !== hash || again.html === undefined) {
      throw new ChangedSinceError(`${file?.path ?? "A file"} has changed since it was read.`);
    }
    this.#keep(hash, again.html);
    return again.html;
  }

  #keep(hash: BodyHash, html: string): void {
    this.#atHand.delete(hash);
    this.#atHand.set(hash, html);
    const [oldest] = this.#atHand.keys();
    if (this.#atHand.size > AT_HAND && oldest !== undefined) this.#atHand.delete(oldest);
  }
}
