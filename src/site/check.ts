import { createHash } from "node:crypto";
import { join, resolve } from "node:path";
import { digestsIn, fingerprintOf } from "../content/fingerprint.ts";
import { type PublishedAt, publishedCommit } from "../content/history/published-commit.ts";
import type { ContentReading } from "../content/read.ts";
import type { Newsroom } from "../model/newsroom.ts";
import { isWithin, type TimeSpan, timeSpanOf } from "../model/time-span.ts";
import type { Problem } from "../problems.ts";
import { codeOf, ownLayoutsName } from "./code.ts";
import { isStillHead } from "./same-head.ts";
import { readSealed, writeSealed } from "./sealed-file.ts";
import { shownPath } from "./shown-path.ts";
import { holdsMany, type Threads, withThreads } from "./threads/threads.ts";
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
  /** Where it is told which commit is published. */
  readonly published?: PublishedAt;
  /** Whether it gives advice on style too; it does unless told otherwise. */
  readonly looksAtStyle?: boolean;
}

export interface CheckResult {
  readonly problems: readonly Problem[];
  readonly filesRead: number;
}

interface KeptResult extends CheckResult {
  readonly circumstances: string;
  /** The commit whose history was asked for; undefined where no story shows what changed in it. */
  readonly head?: string | undefined;
  readonly time: TimeSpan;
}

/** Says what is wrong with the content at `now`. Writes nothing but what is kept for the next run. */
export async function check(options: CheckOptions): Promise<CheckResult> {
  const { content, now, work = WORK, threads = usualThreads(), published = {}, looksAtStyle = true } = options;
  // Git answers while the files are looked at.
  const compared = publishedCommit(resolve(content), published);
  const code = codeOf(new URL(import.meta.url));
  const kept = join(work, "checked");
  const bytes = await readSealed(kept, code);
  // The seal says that it was written below.
  const last = bytes && (JSON.parse(bytes.toString()) as KeptResult);
  // Without anything to compare with, every file is read anyway.
  const digests = last && digestsIn(resolve(content));
  const commit = await compared;
  const circumstancesOf = (fingerprint: string) =>
    createHash("sha256")
      .update(JSON.stringify([shownPath(content), ownLayoutsName(), fingerprint, commit, looksAtStyle]))
      .digest("base64url");
  if (last && digests && isWithin(now, last.time) && last.circumstances === circumstancesOf(fingerprintOf(digests))) {
    if (await isStillHead(last.head, content)) return last;
  }
  return withThreads(threads, async (lent) => {
    if (!last && holdsMany(content)) lent.start();
    // What this loads takes longer than a check that finds nothing changed.
    const [{ Desk }, { examine }] = await Promise.all([import("./desk.ts"), import("./examine.ts")]);
    const desk = new Desk(work, lent, "check");
    try {
      const how = await desk.howToRead(digests);
      const { reading, shown, problems, head } = await examine({ content, now, unpublished: "none" }, how, work);
      desk.keepLater(reading);
      const unannounced = shown ? await changesSince(commit, options, reading, shown.newsroom) : [];
      const advice = looksAtStyle ? await adviceOn(reading, content, work, lent) : [];
      const all = [...problems, ...unannounced, ...advice];
      const result: CheckResult = { problems: all, filesRead: reading.filesRead };
      // What is said of such changes names the time.
      if (shown && unannounced.length === 0) {
        const circumstances = circumstancesOf(fingerprintOf(reading.digests));
        const keep: KeptResult = { ...result, circumstances, head, time: timeSpanOf(shown.newsroom, now) };
        await writeSealed(kept, code, [Buffer.from(JSON.stringify(keep))]);
      }
      return result;
    } finally {
      await desk.end();
    }
  });
}

/** What is to be said of style: of the words, and of the Markdown. */
async function adviceOn(reading: ContentReading, content: string, work: string, threads: Threads) {
  const [{ adviceAsProblems }, { markdownAdvice }] = await Promise.all([
    import("../content/prose/advise.ts"),
    import("./markdown-advice.ts"),
  ]);
  const ofMarkdown = await markdownAdvice(reading, resolve(content), work, threads);
  return adviceAsProblems([...reading.advice, ...ofMarkdown], reading.places);
}

/** What published stories do not say of themselves, as far as there is something to compare them with. */
async function changesSince(
  commit: string | "missing" | undefined,
  { content, now, published }: CheckOptions,
  { places }: ContentReading,
  newsroom: Newsroom,
): Promise<readonly Problem[]> {
  if (commit === undefined) return [];
  const { noSuchCommit, unannouncedChanges } = await import("../content/history/unannounced.ts");
  if (commit === "missing") return [noSuchCommit(published?.named ?? "", places)];
  return unannouncedChanges(newsroom, resolve(content), places, commit, now);
}
