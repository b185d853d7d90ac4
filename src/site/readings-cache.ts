import { join } from "node:path";
import type { EarlierReadings } from "../content/read-markdown.ts";
import { codeOf } from "./code.ts";
import { readSealed, writeSealed } from "./sealed-file.ts";

const version = () => codeOf(new URL("../content/read.ts", import.meta.url));

/**
 * What the last run has read of the content, or undefined when nothing was kept, or only by other code. One file that is
 * read whole, because every list of the site needs every story (decision 14).
 */
export async function keptReadings(work: string): Promise<EarlierReadings | undefined> {
  const bytes = await readSealed(join(work, "readings"), version());
  // The seal says that this is what `keepReadings` wrote.
  return bytes && (JSON.parse(bytes.toString()) as EarlierReadings);
}

/** Keeps what was read for the next run. What had a problem is not kept: it is read again until it has none. */
export async function keepReadings(work: string, { readings, ...conditions }: EarlierReadings): Promise<void> {
  const sound: EarlierReadings = { ...conditions, readings: readings.filter(({ problems }) => problems.length === 0) };
  await writeSealed(join(work, "readings"), version(), [Buffer.from(JSON.stringify(sound))]);
}
