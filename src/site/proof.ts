import type { ServerResponse } from "node:http";
import { NOT_FOUND, SEARCH_INDEX } from "../model/urls.ts";
import { mediaType } from "./dev/media-types.ts";
import type { Copy } from "./dev/orders.ts";
import { isOurHost } from "./dev/own-host.ts";
import type { Answer } from "./serve.ts";

const EVENTS_PATH = "/_dateline/reload";

const RELOAD_SCRIPT = `<script>
const edits = new EventSource("${EVENTS_PATH}?page=" + encodeURIComponent(location.pathname));
edits.addEventListener("reload", () => location.reload());
edits.addEventListener("problems", ({ data }) => {
  const note = document.querySelector("#problems_") ?? document.body.appendChild(document.createElement("pre"));
  note.id = "problems_";
  note.style.cssText = "position:fixed;inset:auto 0 0;max-height:80vh;overflow:auto;margin:0;padding:1rem;background:#300;color:#fff;font:14px/1.5 monospace;white-space:pre-wrap;z-index:9";
  note.textContent = JSON.parse(data);
});
</script>`;

const HTML = "text/html; charset=utf-8";

const page = (text: string) => `<!doctype html><html lang="en"><title>${text}</title><body><p>${text}</p>`;

const NO_PAGE = page("There is no page here yet.");
const BEING_MENDED = page("This page shows a text that is being edited, and comes back when its file is in order.");

/** Where copies come from. `at` gives undefined where nothing stands. */
export interface Copies {
  readonly at: (url: string) => Promise<Copy | undefined>;
  /** Files of the search index, by their paths. */
  readonly searchAt: (path: string) => Promise<Uint8Array | undefined>;
}

/** The site as a writer proofreads it: each HTML page reloads after an edit, or shows what is wrong over itself. */
export class Proof {
  readonly #copies: Copies;
  /** Who listens, and on which page, where it is known. */
  readonly #readers = new Map<ServerResponse, string | undefined>();
  #problems = "";

  constructor(copies: Copies) {
    this.#copies = copies;
  }

  /** Tells every open page that there is something new: a good print, or problems. */
  show(problems: string): void {
    this.#problems = problems;
    for (const reader of this.#readers.keys()) tell(reader, problems);
  }

  /** The addresses of the pages that somebody has open. */
  get open(): ReadonlySet<string> {
    return new Set([...this.#readers.values()].filter((url) => url !== undefined));
  }

  readonly answer: Answer = (request, response, path) => {
    if (!isOurHost(request)) {
      response.writeHead(403, { "content-type": "text/plain" }).end("Only this machine may look at drafts.\n");
    } else if (path === EVENTS_PATH) this.#listen(response, openPage(request.url));
    else this.#send(response, path).catch((error: Error) => send(response, 500, HTML, page(escaped(error))));
  };

  async #send(response: ServerResponse, path: string): Promise<void> {
    const search = path.startsWith(SEARCH_INDEX) ? await this.#copies.searchAt(path) : undefined;
    if (search) return send(response, 200, mediaType(path), search);
    const url = urlOf(path);
    const copy = await this.#copies.at(url);
    if (copy) return sendCopy(response, 200, copy);
    // A host leads there too.
    if (!url.endsWith("/") && (await this.#copies.at(`${url}/`))) {
      response.writeHead(302, { location: `${url}/`, "cache-control": "no-store" }).end();
      return;
    }
    return sendCopy(response, 404, (await this.#copies.at(NOT_FOUND)) ?? { type: HTML, text: NO_PAGE });
  }

  /** Server-sent events (HTML, 9.2): `reload`, or `problems` with their text. */
  #listen(response: ServerResponse, url: string | undefined): void {
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    response.write(": listening\n\n");
    if (this.#problems !== "") tell(response, this.#problems);
    this.#readers.set(response, url);
    response.on("close", () => this.#readers.delete(response));
  }
}

/** The address of a decoded path, as pages write theirs. */
const urlOf = (path: string) => path.split("/").map(encodeURIComponent).join("/");

function openPage(url = ""): string | undefined {
  return new URL(url, "http://localhost").searchParams.get("page") ?? undefined;
}

function sendCopy(response: ServerResponse, status: number, copy: Copy): void {
  if (copy === "outdated") send(response, 503, HTML, BEING_MENDED);
  else send(response, status, copy.type, copy.text);
}

function send(response: ServerResponse, status: number, type: string, text: string | Uint8Array): void {
  response
    .writeHead(status, { "content-type": type, "cache-control": "no-store" })
    .end(type === HTML ? text + RELOAD_SCRIPT : text);
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;" };

const escaped = ({ stack, message }: Error) =>
  (stack ?? message).replace(/[&<]/g, (character) => ENTITIES[character] ?? character);

function tell(reader: ServerResponse, problems: string): void {
  reader.write(problems === "" ? "event: reload\ndata:\n\n" : `event: problems\ndata: ${JSON.stringify(problems)}\n\n`);
}
