import { readFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { join } from "node:path";
import sirv from "sirv";
import type { Answer } from "./serve.ts";

const EVENTS_PATH = "/_dateline/reload";

const RELOAD_SCRIPT = `<script>
const edits = new EventSource("${EVENTS_PATH}");
edits.addEventListener("reload", () => location.reload());
edits.addEventListener("problems", ({ data }) => {
  const note = document.querySelector("#problems_") ?? document.body.appendChild(document.createElement("pre"));
  note.id = "problems_";
  note.style.cssText = "position:fixed;inset:auto 0 0;max-height:80vh;overflow:auto;margin:0;padding:1rem;background:#300;color:#fff;font:14px/1.5 monospace;white-space:pre-wrap;z-index:9";
  note.textContent = JSON.parse(data);
});
</script>`;

const NO_PAGE = '<!doctype html><html lang="en"><title>Nothing here</title><body><p>There is no page here yet.</p>';

/** The site as a writer proofreads it: each HTML page reloads after an edit, or shows what is wrong over itself. */
export class Proof {
  readonly #folder: string;
  readonly #serveFile: ReturnType<typeof sirv>;
  readonly #readers = new Set<ServerResponse>();
  #problems = "";

  constructor(folder: string) {
    this.#folder = folder;
    this.#serveFile = sirv(folder, { dev: true });
  }

  /** Tells every open page that there is something new: a good print, or problems. */
  show(problems: string): void {
    this.#problems = problems;
    for (const reader of this.#readers) tell(reader, problems);
  }

  readonly answer: Answer = (request, response, path) => {
    if (path === EVENTS_PATH) {
      this.#listen(response);
      return;
    }
    const send = (status: number, html: string) =>
      response
        .writeHead(status, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" })
        .end(html + RELOAD_SCRIPT);
    const sendOther = () =>
      this.#serveFile(request, response, () => {
        this.#page("404.html").then((html) => send(404, html ?? NO_PAGE));
      });
    if (path.endsWith("/")) this.#page(`${path}index.html`).then((html) => (html ? send(200, html) : sendOther()));
    else sendOther();
  };

  /** Undefined where there is no such page, and for a path that leads out of the folder. */
  async #page(path: string): Promise<string | undefined> {
    if (path.split(/[/\\]/).includes("..") || path.includes("\0")) return undefined;
    try {
      return await readFile(join(this.#folder, path), "utf8");
    } catch (error) {
      if (error instanceof Error && "code" in error && MISSING.has(error.code)) return undefined;
      throw error;
    }
  }

  /** Server-sent events (HTML, 9.2): `reload`, or `problems` with their text. */
  #listen(response: ServerResponse): void {
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    response.write(": listening\n\n");
    if (this.#problems !== "") tell(response, this.#problems);
    this.#readers.add(response);
    response.on("close", () => this.#readers.delete(response));
  }
}

const MISSING: ReadonlySet<unknown> = new Set(["ENOENT", "ENOTDIR", "EISDIR", "ENAMETOOLONG"]);

function tell(reader: ServerResponse, problems: string): void {
  reader.write(problems === "" ? "event: reload\ndata:\n\n" : `event: problems\ndata: ${JSON.stringify(problems)}\n\n`);
}
