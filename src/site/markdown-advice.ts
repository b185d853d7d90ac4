import { isUtf8 } from "node:buffer";
import { join } from "node:path";
import { readBytes } from "../content/bytes.ts";
import { MOST_OF_ANY } from "../content/file-limits.ts";
import type { Advice } from "../content/prose/advice.ts";
import { adviceOf, type FileAdvice } from "../content/prose/advise.ts";
import type { ContentReading } from "../content/read.ts";
import { codeOf } from "./code.ts";
import { readSealed, writeSealed } from "./sealed-file.ts";
import { MANY_FILES, type Threads } from "./threads/threads.ts";

/** Texts that a thread is given at a time. */
const AT_A_TIME = 50;

type Kept = Readonly<Record<string, readonly Advice[]>>;

/**
 * What is to be said of the Markdown of every file that could be read. Looking at a file takes some milliseconds, so what
 * was said of the same bytes is kept in `work`. `root` is the content folder, absolute.
 */
export async function markdownAdvice(
  { newsroom, links, digests }: ContentReading,
  root: string,
  work: string,
  threads: Threads,
): Promise<FileAdvice[]> {
  const version = codeOf(new URL("../content/prose/markdown-style.ts", import.meta.url));
  const path = join(work, "style");
  const bytes = await readSealed(path, version);
  // The seal says that it was written below.
  const kept = new Map<string, readonly Advice[]>(Object.entries(bytes ? (JSON.parse(bytes.toString()) as Kept) : {}));
  const files = links.map(({ path: file }) => [file, digests.get(file) ?? ""] as const);
  const fresh = files.filter(([, digest]) => !kept.has(digest));
  const texts = fresh.map(([file]) => textOf(join(root, file)));
  const looked = await lookAt(texts, threads);
  for (const [index, [, digest]] of fresh.entries()) kept.set(digest, looked[index] ?? []);
  if (fresh.length > 0) {
    const still = Object.fromEntries(files.map(([, digest]) => [digest, kept.get(digest) ?? []]));
    await writeSealed(path, version, [Buffer.from(JSON.stringify(still))]);
  }
  const all = files.map(([file, digest]) => ({ path: file, advice: kept.get(digest) ?? [] }));
  return adviceOf(all, newsroom?.settings.ignoreAdvice ?? []);
}

/** Of a file that has no text to speak of others say why. */
function textOf(path: string): string {
  const bytes = readBytes(path, MOST_OF_ANY);
  return bytes && isUtf8(bytes) ? new TextDecoder().decode(bytes).replaceAll("\r\n", "\n") : "";
}

async function lookAt(texts: readonly string[], threads: Threads): Promise<readonly (readonly Advice[])[]> {
  if (threads.count === 0 || texts.length < MANY_FILES) {
    if (texts.length === 0) return [];
    const { adviseOnMarkdown } = await import("../content/prose/markdown-style.ts");
    return texts.map(adviseOnMarkdown);
  }
  const jobs = Array.from({ length: Math.ceil(texts.length / AT_A_TIME) }, (_, piece) => ({
    texts: texts.slice(piece * AT_A_TIME, (piece + 1) * AT_A_TIME),
  }));
  return (await threads.share("look at style", jobs)).flat();
}
