import { readFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { watch } from "chokidar";
import sirv from "sirv";
import { printProblems } from "../problems.ts";
import type { BuildResult } from "./build.ts";
import { buildAfresh } from "./build-afresh.ts";
import { listen, type RunningServer } from "./serve.ts";

/** Drafts are printed here and never into the folder that is published. */
const DEV_OUTPUT = ".dateline/dev";

const RELOAD_PATH = "/_dateline/reload";
const LAYOUTS = fileURLToPath(new URL("../../layouts", import.meta.url));

export interface Printed {
  readonly result: BuildResult;
  readonly milliseconds: number;
}

/**
 * Serves the site as its writers see it, drafts and scheduled stories marked, and prints it again on each edit of
 * the content or the layouts. Open pages reload; when there are problems, they show them over the last good page.
 */
export async function develop(
  content: string,
  port: number,
  clock: () => number,
  onPrinted: (printed: Printed) => void,
): Promise<RunningServer> {
  const readers = new Set<ServerResponse>();
  let problems = "";
  const print = async () => {
    const started = clock();
    const options = { content, output: DEV_OUTPUT, now: started, unpublished: "all", indexed: false } as const;
    const result = await buildAfresh(options);
    onPrinted({ result, milliseconds: clock() - started });
    problems = result.published ? "" : printProblems(result.problems, result.filesRead, "text");
    for (const reader of readers) tell(reader, problems);
  };
  const watcher = watch([content, LAYOUTS], { ignoreInitial: true });
  const server = await listen((request, response) => {
    if (request.url === RELOAD_PATH) listenForReloads(response, readers, problems);
    else servePage(request.url ?? "/", response, () => serveFile(request, response));
  }, port);
  const serveFile = sirv(DEV_OUTPUT, { dev: true });
  await print();
  watcher.on("all", oneAtATime(print));
  server.closed.then(() => watcher.close());
  return server;
}

/** Runs again after the run during which it was asked for, once for any number of askings. */
function oneAtATime(run: () => Promise<void>): () => void {
  let running = false;
  let again = false;
  const start = async () => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    do {
      again = false;
      await run();
    } while (again);
    running = false;
  };
  return () => void start();
}

/** Server-sent events (HTML, 9.2): `reload`, or `problems` with their text. */
function listenForReloads(response: ServerResponse, readers: Set<ServerResponse>, problems: string): void {
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
  response.write(": listening\n\n");
  if (problems !== "") tell(response, problems);
  readers.add(response);
  response.on("close", () => readers.delete(response));
}

function tell(reader: ServerResponse, problems: string): void {
  reader.write(problems === "" ? "event: reload\ndata:\n\n" : `event: problems\ndata: ${JSON.stringify(problems)}\n\n`);
}

const RELOAD_SCRIPT = `<script>
const edits = new EventSource("${RELOAD_PATH}");
edits.addEventListener("reload", () => location.reload());
edits.addEventListener("problems", ({ data }) => {
  const note = document.querySelector("#problems_") ?? document.body.appendChild(document.createElement("pre"));
  note.id = "problems_";
  note.style.cssText = "position:fixed;inset:auto 0 0;max-height:80vh;overflow:auto;margin:0;padding:1rem;background:#300;color:#fff;font:14px/1.5 monospace;white-space:pre-wrap;z-index:9";
  note.textContent = JSON.parse(data);
});
</script>`;

/** An HTML page gets the reloading script at its end; anything else is served as it lies. */
function servePage(url: string, response: ServerResponse, otherwise: () => void): void {
  const { pathname } = new URL(url, "http://localhost");
  if (!pathname.endsWith("/")) {
    otherwise();
    return;
  }
  const folder = decodeURIComponent(pathname);
  if (folder.split("/").includes("..")) {
    otherwise();
    return;
  }
  const file = join(DEV_OUTPUT, folder, "index.html");
  readFile(file, "utf8").then(
    (html) => response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(html + RELOAD_SCRIPT),
    () => otherwise(),
  );
}
