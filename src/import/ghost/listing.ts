import type { OldNote, OldPlace } from "../old-site.ts";

/** Takes down what could not be taken over, or not as it was. */
export class Listing {
  readonly notes: OldNote[] = [];
  readonly #place: OldPlace | undefined;

  constructor(place?: OldPlace) {
    this.#place = place;
  }

  /** Somebody must look at it. */
  person(what: string): void {
    this.notes.push({ what, needsPerson: true, place: this.#place });
  }

  /** It is another now than it was, and nobody need look at it. */
  changed(what: string): void {
    this.notes.push({ what, needsPerson: false, place: this.#place });
  }
}

/** A piece of a text, short enough to be listed. */
export function excerptOf(text: string): string {
  const line = text
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
