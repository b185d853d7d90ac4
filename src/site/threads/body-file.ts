import { closeSync, openSync, readSync, writeSync } from "node:fs";
import type { Bodies, BodyHash } from "../../model/newsroom.ts";

/** Where a rendered text stands in a file of texts: bytes from its start, and how many. */
export type BodyPlace = readonly [hash: BodyHash, file: string, offset: number, length: number];

/** Puts rendered texts into a file, so that they are in nobody's memory and every thread can have them. */
export class BodyFile {
  readonly #path: string;
  readonly #descriptor: number;
  #end = 0;

  /** The file must not be there yet. */
  constructor(path: string) {
    this.#path = path;
    this.#descriptor = openSync(path, "wx");
  }

  add(hash: BodyHash, html: string): BodyPlace {
    const bytes = Buffer.from(html);
    writeSync(this.#descriptor, bytes);
    this.#end += bytes.length;
    return [hash, this.#path, this.#end - bytes.length, bytes.length];
  }
}

/** The texts that lie in files. */
export class FiledBodies implements Bodies {
  readonly #places: ReadonlyMap<BodyHash, BodyPlace>;
  readonly #descriptors = new Map<string, number>();

  constructor(places: readonly BodyPlace[]) {
    this.#places = new Map(places.map((place) => [place[0], place]));
  }

  get(hash: BodyHash): string | undefined {
    const place = this.#places.get(hash);
    if (!place) return undefined;
    const [, file, offset, length] = place;
    const descriptor = this.#descriptors.get(file) ?? openSync(file, "r");
    this.#descriptors.set(file, descriptor);
    const bytes = Buffer.allocUnsafe(length);
    const read = readSync(descriptor, bytes, 0, length, offset);
    if (read !== length) throw new Error(`${file} ends at ${offset + read}, before the text that was put there`);
    return bytes.toString();
  }

  close(): void {
    for (const descriptor of this.#descriptors.values()) closeSync(descriptor);
    this.#descriptors.clear();
  }
}
