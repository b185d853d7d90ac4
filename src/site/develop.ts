import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { watch } from "chokidar";
import { printProblems } from "../problems.ts";
import type { BuildResult } from "./build.ts";
import { buildAfresh } from "./build-afresh.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { Proof } from "./proof.ts";
import { listen, type RunningServer } from "./serve.ts";

/** Drafts are printed here and never into the folder that is published. */
const DEV_OUTPUT = ".dateline/dev";

const LAYOUTS = fileURLToPath(new URL("../../layouts", import.meta.url));

/** A build that came to an end, with or without problems in the content, or one that threw (a layout's mistake). */
export type Printed =
  | { readonly result: BuildResult; readonly milliseconds: number }
  | { readonly failure: Error; readonly milliseconds: number };

/**
 * Serves the site as its writers see it, drafts and scheduled stories marked, and prints it again on each edit of
 * the content or the layouts. Open pages reload; when there are problems, they show them over the last good page.
 * Resolves after the first print.
 */
export async function develop(
  content: string,
  port: number,
  clock: () => number,
  onPrinted: (printed: Printed) => void,
  stop?: AbortSignal,
): Promise<RunningServer> {
  const proof = new Proof(DEV_OUTPUT);
  const server = await listen(proof.answer, port);
  const watcher = watch([content, LAYOUTS], { ignoreInitial: true });
  const print = oneAtATime(async () => {
    const printed = await printOnce(content, clock);
    // A build that is interrupted has nothing to say.
    if (stop?.aborted) return;
    onPrinted(printed);
    proof.show(problemsOf(printed));
  });
  const end = async () => {
    await server.closed;
    await watcher.close();
    await print.idle();
  };
  const closed = end();
  stop?.addEventListener("abort", server.close, { once: true });
  // An edit before the watcher is ready would go unseen.
  await Promise.race([once(watcher, "ready"), closed]);
  watcher.on("all", () => void print.run());
  if (!stop?.aborted) await print.run();
  return { ...server, closed };
}

async function printOnce(content: string, clock: () => number): Promise<Printed> {
  const started = clock();
  const options = {
    content,
    output: DEV_OUTPUT,
    now: started,
    unpublished: "all",
    indexed: false,
    threads: 0,
  } as const;
  try {
    const result = await buildAfresh(options);
    return { result, milliseconds: clock() - started };
  } catch (error) {
    // A layout in the middle of an edit throws; the writer reads why, mends it, and the server goes on.
    const failure = error instanceof Error ? error : new Error(String(error));
    return { failure, milliseconds: clock() - started };
  }
}

/** What stands between the writer and a new page; empty when it is printed. */
function problemsOf(printed: Printed): string {
  if ("failure" in printed) return printed.failure.stack ?? printed.failure.message;
  const { problems, filesRead, published } = printed.result;
  return published ? "" : printProblems(problems, filesRead, "text");
}
