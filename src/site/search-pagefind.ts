import type { ChildProcess } from "node:child_process";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { findPackageJSON } from "node:module";
import { pathToFileURL } from "node:url";
import { PAGEFIND } from "../model/search-engine.ts";
import { WorkerEndedError } from "./publish/could-not.ts";
import { ENGINES, type IndexFile, steady } from "./search-steady.ts";

/** What no page here loads: ready-made interfaces, a script for highlights, and a worker (0013 says why). */
const UNUSED = /^pagefind-(?:component-ui|modular-ui|ui|highlight|worker)\./;

/** The files that are the same in every index of one version. */
export const isShared = (path: string): boolean => path.startsWith(ENGINES);

type Pagefind = typeof import("pagefind");

/** A process of Pagefind serves one index at a time; those that are not at work wait here for the next. */
const idle: Pagefind[] = [];
let started = 0;

/** Indexes records, oldest first, with a process of Pagefind for this alone. Throws what Pagefind reports. */
export async function indexRecords(
  records: readonly { readonly url: string; readonly html: string }[],
): Promise<IndexFile[]> {
  const pagefind = idle.pop() ?? (await startPagefind());
  try {
    const { result, ended } = withItsProcess(() => pagefind.createIndex({}));
    return await Promise.race([fill(result, records), ended]);
  } finally {
    // Ends the process, and with it the memory that Pagefind does not give back.
    await pagefind.close();
    idle.push(pagefind);
  }
}

async function fill(
  created: ReturnType<Pagefind["createIndex"]>,
  records: readonly { readonly url: string; readonly html: string }[],
): Promise<IndexFile[]> {
  const { index, errors } = await created;
  if (!index) throw new Error(`Pagefind made no index: ${errors.join("; ")}`);
  // Pagefind takes them in the order in which they are sent: the same order gives the same bytes.
  const taken = records.map(({ url, html }) => index.addHTMLFile({ url, content: html }));
  for (const [place, { errors }] of (await Promise.all(taken)).entries()) failOn(errors, records[place]?.url ?? "");
  const made = await index.getFiles();
  failOn(made.errors, "the index");
  const used = made.files.filter(({ path }) => !UNUSED.test(path));
  return steady(used, PAGEFIND);
}

/**
 * Begins what starts a process. `ended` rejects when that ends: Pagefind itself does not notice, and whoever waits for its
 * answer would wait for ever.
 */
function withItsProcess<Result>(begin: () => Result): { readonly result: Result; readonly ended: Promise<never> } {
  const started: ChildProcess[] = [];
  // Node says so of every process, as it is documented: https://nodejs.org/api/diagnostics_channel.html
  const note = (message: unknown) => started.push((message as { process: ChildProcess }).process);
  subscribe("child_process", note);
  try {
    const result = begin();
    const ended = new Promise<never>((_resolve, reject) => {
      const fail = (why: string) =>
        reject(new WorkerEndedError(`Pagefind, which makes the search index, ended before it was done (${why}).`));
      for (const child of started) {
        child.once("exit", (code, signal) => fail(signal ?? `exit code ${code}`));
        child.once("error", ({ message }) => fail(message));
      }
    });
    // It also ends when it was told to.
    ended.catch(() => {});
    return { result, ended };
  } finally {
    unsubscribe("child_process", note);
  }
}

/** Pagefind's module holds one process; another query gives another module, and so a process of its own. */
async function startPagefind(): Promise<Pagefind> {
  const manifest = findPackageJSON("pagefind", import.meta.url);
  if (!manifest) throw new Error("Pagefind is not installed");
  const module: Pagefind = await import(`${new URL("lib/index.js", pathToFileURL(manifest))}?process=${++started}`);
  return module;
}

/** Pagefind answers with errors instead of throwing them. */
function failOn(errors: readonly string[], what: string): void {
  if (errors.length > 0) throw new Error(`Pagefind could not take ${what}: ${errors.join("; ")}`);
}
