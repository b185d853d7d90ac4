import { articlePages } from "./article.ts";
import type { Edition } from "./frame.ts";
import type { PlannedPage } from "./page.ts";
import { plannedPages } from "./pages.ts";

/** The flatplan of one edition, for somebody who asks for page after page: no further planned than has been asked. */
export class Flatplan {
  readonly #planned = new Map<string, PlannedPage>();
  readonly #rest: Iterator<PlannedPage, unknown>;

  constructor(edition: Edition) {
    this.#rest = inHaste(edition);
  }

  /** The page of an address; undefined where there is none. */
  at(url: string): PlannedPage | undefined {
    const known = this.#planned.get(url);
    if (known) return known;
    for (let next = this.#rest.next(); !next.done; next = this.#rest.next()) {
      this.#planned.set(next.value.url, next.value);
      if (next.value.url === url) return next.value;
    }
    return undefined;
  }
}

/** Stories first: whoever looks at one that was edited need not wait for the lists. */
function* inHaste(edition: Edition): Generator<PlannedPage> {
  yield* articlePages(edition);
  yield* plannedPages(edition);
}
