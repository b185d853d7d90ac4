import type { ServerResponse } from "node:http";
import { DESK, NOT_FOUND, SEARCH_INDEX } from "../model/urls.ts";
import type { Problem } from "../problems.ts";
import { mediaType } from "./dev/media-types.ts";
import type { Copy } from "./dev/orders.ts";
import { ownFileAt } from "./dev/own-files.ts";
import { isOurHost } from "./dev/own-host.ts";
import { OVERLAY, RELOAD } from "./dev/paths.ts";
import { problemsOfFailure } from "./dev/problems-of-failure.ts";
import { Readers } from "./dev/readers.ts";
import type { Answer } from "./serve.ts";

const HTML = "text/html; charset=utf-8";

const page = (text: string): Copy => ({
  type: HTML,
  text: `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>${text}</title><body><p>${text}</p>`,
});

const NO_PAGE = page("There is no page here yet.");
const BEING_MENDED = page("This page shows a text that is being edited, and comes back when its file is in order.");
const NOT_MADE = page("This page could not be made.");

/** Where copies come from. `at` and `desk` give undefined where nothing stands. */
export interface Copies {
  readonly at: (url: string) => Promise<Copy | undefined>;
  /** Files of the search index, by their paths. */
  readonly searchAt: (path: string) => Promise<Uint8Array | undefined>;
  /** The writers' desk. */
  readonly desk: () => Promise<Copy | undefined>;
}

/** The site as a writer proofreads it: each HTML page reloads after an edit, or shows what is wrong over itself. */
export class Proof {
  readonly #copies: Copies;
  readonly #readers = new Readers();

  constructor(copies: Copies) {
    this.#copies = copies;
  }

  /** Tells every open page that there is something new: a good print, or problems that keep it from being one. */
  show(isGood: boolean, problems: readonly Problem[]): void {
    this.#readers.tell(isGood, problems);
  }

  /** The addresses of the pages that somebody has open. */
  get open(): ReadonlySet<string> {
    return this.#readers.open;
  }

  readonly answer: Answer = (request, response, path) => {
    if (!isOurHost(request)) {
      response.writeHead(403, { "content-type": "text/plain" }).end("Only this machine may look at drafts.\n");
      return;
    }
    if (path === RELOAD) {
      this.#readers.add(response, openPage(request.url));
      return;
    }
    const url = urlOf(path);
    this.#send(response, path, url).catch((error: Error) => {
      this.#readers.note(url, problemsOfFailure(error));
      this.#sendCopy(response, 500, url, NOT_MADE);
    });
  };

  async #send(response: ServerResponse, path: string, url: string): Promise<void> {
    const own = ownFileAt(path);
    if (own) return this.#sendCopy(response, 200, url, await own);
    const search = path.startsWith(SEARCH_INDEX) ? await this.#copies.searchAt(path) : undefined;
    if (search) return this.#sendCopy(response, 200, url, { type: mediaType(path), text: search });
    const copy = await (url === DESK ? this.#copies.desk() : this.#copies.at(url));
    if (copy) return this.#sendCopy(response, 200, url, copy);
    // A host leads there too.
    if (!url.endsWith("/") && (`${url}/` === DESK || (await this.#copies.at(`${url}/`)))) {
      response.writeHead(302, { location: `${url}/`, "cache-control": "no-store" }).end();
      return;
    }
    return this.#sendCopy(response, 404, url, (await this.#copies.at(NOT_FOUND)) ?? NO_PAGE);
  }

  #sendCopy(response: ServerResponse, status: number, url: string, copy: Copy): void {
    if (copy === "outdated") {
      this.#sendCopy(response, 503, url, BEING_MENDED);
      return;
    }
    const { type, text, headers } = copy;
    response.writeHead(status, {
      ...headers,
      "content-type": headers?.["content-type"] ?? type,
      "cache-control": "no-store",
    });
    response.end(type === HTML ? `${text}${overlayFor(this.#readers.editionOf(url))}` : text);
  }
}

const overlayFor = (edition: string) => `<script src="${OVERLAY}" data-edition="${edition}"></script>`;

/** The address of a decoded path, as pages write theirs. */
const urlOf = (path: string) => path.split("/").map(encodeURIComponent).join("/");

/** The page on which somebody listens, as pages write it; undefined for what no browser sends. */
function openPage(url = ""): string | undefined {
  const page = new URL(url, "http://localhost").searchParams.get("page");
  try {
    return page === null ? undefined : urlOf(decodeURIComponent(page));
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
