import type { Page } from "../../pages/page.ts";

/** What a small edit prints at most: all of it is looked at closely. */
const FEW = 40;

/** Of many, which pages of a layout. They are much alike. */
const OF_MANY: ReadonlySet<number> = new Set([1, 100, 10_000]);

/** A page to be looked at closely. */
export interface SamplePage {
  /** Its file, below the folder. */
  readonly page: string;
  readonly source?: string | undefined;
  readonly kind: "html" | "xml";
}

/**
 * Which of the pages that are printed are looked at closely, which takes longer than printing them: all of a few, and of
 * many the first of each layout, the hundredth and the ten thousandth. The same pages give the same sample.
 */
export class Sample {
  readonly #few: SamplePage[] = [];
  readonly #ofMany: SamplePage[] = [];
  readonly #counts = new Map<Page["layout"], number>();
  #count = 0;

  add(page: Page, name: string): void {
    if (page.kind !== "html" && page.kind !== "xml") return;
    const source = page.kind === "html" ? page.source : undefined;
    const one: SamplePage = { page: name, kind: page.kind, ...(source === undefined ? {} : { source }) };
    this.#count++;
    if (this.#count <= FEW) this.#few.push(one);
    const count = (this.#counts.get(page.layout) ?? 0) + 1;
    this.#counts.set(page.layout, count);
    if (OF_MANY.has(count)) this.#ofMany.push(one);
  }

  get pages(): readonly SamplePage[] {
    return this.#count <= FEW ? this.#few : this.#ofMany;
  }
}
