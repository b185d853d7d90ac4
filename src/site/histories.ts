import { join, resolve } from "node:path";
import { type KeptHistories, readHistories } from "../content/history/read-histories.ts";
import type { ContentReading } from "../content/read.ts";
import { codeOf } from "./code.ts";
import { readSealed, writeSealed } from "./sealed-file.ts";

/** A reading with what git says of its corrected stories. */
export interface ReadingWithHistories {
  readonly reading: ContentReading;
  /** The commit of which that is so; undefined where git was not asked. */
  readonly head?: string | undefined;
}

const version = () => codeOf(new URL("../content/history/read-histories.ts", import.meta.url));

/**
 * Adds to what was read the histories of the stories that show what changed in them. What git has said is kept in
 * `work`, the folder that is kept from run to run.
 */
export async function withHistories(
  reading: ContentReading,
  content: string,
  work?: string,
): Promise<ReadingWithHistories> {
  const { newsroom, places } = reading;
  if (!newsroom) return { reading };
  const file = work === undefined ? undefined : join(work, "histories");
  const earlier = file === undefined ? undefined : () => keptHistories(file);
  const { head, histories, problems, kept } = await readHistories(newsroom, resolve(content), places, earlier);
  if (file !== undefined && kept) await writeSealed(file, version(), [Buffer.from(JSON.stringify(kept))]);
  return {
    reading: { ...reading, problems: [...reading.problems, ...problems], newsroom: { ...newsroom, histories } },
    head,
  };
}

async function keptHistories(file: string): Promise<KeptHistories | undefined> {
  const bytes = await readSealed(file, version());
  // The seal says that it was written above.
  return bytes && (JSON.parse(bytes.toString()) as KeptHistories);
}
