import { appendFileSync } from "node:fs";

/** What a large test came to: how often it was tried to break a promise, and how often that succeeded. */
export interface Figure {
  /** The promise, as a reader of docs/reliability.md would have it. */
  readonly promise: string;
  /** The file of the test, from the top of the repository. */
  readonly test: string;
  readonly tried: number;
  readonly failed: number;
  /** What was tried so often, such as "kills" or "attack strings". */
  readonly unit: string;
}

/** Takes a figure down for docs/reliability.md, in the file that `RELIABILITY` names, where it does. */
export function figure(entry: Figure): void {
  const file = process.env["RELIABILITY"];
  if (file) appendFileSync(file, `${JSON.stringify(entry)}\n`);
}
