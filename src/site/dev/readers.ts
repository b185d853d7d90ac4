import { randomUUID } from "node:crypto";
import type { ServerResponse } from "node:http";
import { DESK } from "../../model/urls.ts";
import type { Problem } from "../../problems.ts";
import { NOTHING_WRONG, type Told, toldOf } from "./told.ts";

/** The pages that somebody has open, and what they are told: server-sent events (HTML, 9.2). */
export class Readers {
  /** Who listens, and on which page, where it is known. */
  readonly #readers = new Map<ServerResponse, string | undefined>();
  /** A server that is started again knows nothing of what it has shown before. */
  readonly #run = randomUUID();
  #editions = 0;
  #news = 0;
  #told = NOTHING_WRONG;
  /** Of pages that could not be made in this edition. */
  readonly #ofPages = new Map<string, Told>();

  /** The addresses that are open. */
  get open(): ReadonlySet<string> {
    return new Set([...this.#readers.values()].filter((url) => url !== undefined && url !== DESK) as string[]);
  }

  /** Names what a page of this address shows now; the desk shows what is wrong, too. */
  editionOf(url: string): string {
    return `${this.#run} ${url === DESK ? this.#news : this.#editions}`;
  }

  /** Tells every open page what there is now: a new edition, or problems with what was to be one. */
  tell(isGood: boolean, problems: readonly Problem[]): void {
    this.#news++;
    if (isGood) this.#editions++;
    this.#ofPages.clear();
    this.#told = toldOf(problems);
    for (const [reader, url] of this.#readers) {
      if (isGood || url === DESK) send(reader, "reload", this.editionOf(url ?? ""));
      else send(reader, "problems", JSON.stringify(this.#told));
    }
  }

  /** What is wrong with one page only: told to whoever opens it. */
  note(url: string, problems: readonly Problem[]): void {
    this.#ofPages.set(url, toldOf(problems));
  }

  /** Takes a reader, who is told at once what is wrong. */
  add(response: ServerResponse, url: string | undefined): void {
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    response.write(": listening\n\n");
    send(response, "edition", this.editionOf(url ?? ""));
    const told = (url !== undefined && this.#ofPages.get(url)) || this.#told;
    if (told.problems.length > 0) send(response, "problems", JSON.stringify(told));
    this.#readers.set(response, url);
    response.on("close", () => this.#readers.delete(response));
  }
}

function send(reader: ServerResponse, event: string, data: string): void {
  reader.write(`event: ${event}\ndata: ${data}\n\n`);
}
