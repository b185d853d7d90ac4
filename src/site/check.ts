import { createHash } from "node:crypto";
import { join, resolve } from "node:path";
import { digestsIn, fingerprintOf } from "../content/fingerprint.ts";
import { isWithin, type TimeSpan, timeSpanOf } from "../model/time-span.ts";
import type { Problem } from "../problems.ts";
import { codeOf, ownLayoutsName } from "./code.ts";
import { readSealed, writeSealed } from "./sealed-file.ts";
import { shownPath } from "./shown-path.ts";
import { holdsMany, withThreads } from "./threads/threads.ts";
import { usualThreads, WORK } from "./usual.ts";

export interface CheckOptions {
  /** The content folder. */
  readonly content: string;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  /** The folder of what is kept from run to run; without it a check is only slower. */
  readonly work?: string;
  /** How many threads may share the work; 0 for none. */
  readonly threads?: number;
}

export interface CheckResult {
  readonly problems: readonly Problem[];
  readonly filesRead: number;
}

interface KeptResult extends CheckResult {
  readonly circumstances: string;
  readonly time: TimeSpan;
}

/** Says what is wrong with the content at `now`. Writes nothing but what is kept for the next run. */
export async function check(options: CheckOptions): Promise<CheckResult> {
  const { content, now, work = WORK, threads = usualThreads() } = options;
  const code = codeOf(new URL(import.meta.url));
  const kept = join(work, "checked");
  const bytes = await readSealed(kept, code);
  // The seal says that it was written below.
  const last = bytes && (JSON.parse(bytes.toString()) as KeptResult);
  // Without anything to compare with, every file is read anyway.
  const digests = last && digestsIn(resolve(content));
  const circumstancesOf = (fingerprint: string) =>
    createHash("sha256")
      .update(JSON.stringify([shownPath(content), ownLayoutsName(), fingerprint]))
      .digest("base64url");
  if (last && digests && isWithin(now, last.time) && last.circumstances === circumstancesOf(fingerprintOf(digests)))
    return last;
  return withThreads(threads, async (lent) => {
    if (!last && holdsMany(content)) lent.start();
    // What this loads takes longer than a check that finds nothing changed.
    const [{ Desk }, { examine }] = await Promise.all([import("./desk.ts"), import("./examine.ts")]);
    const desk = new Desk(work, lent, "check");
    try {
      const how = await desk.howToRead(digests);
      const { reading, shown, problems } = await examine({ content, now, unpublished: "none" }, how);
      desk.keepLater(reading);
      const result: CheckResult = { problems, filesRead: reading.filesRead };
      if (shown) {
        const circumstances = circumstancesOf(fingerprintOf(reading.digests));
        const keep: KeptResult = { ...result, circumstances, time: timeSpanOf(shown.newsroom, now) };
        await writeSealed(kept, code, [Buffer.from(JSON.stringify(keep))]);
      }
      return result;
    } finally {
      await desk.end();
    }
  });
}
