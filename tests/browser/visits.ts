import type { BrowserContextOptions, Page } from "playwright-core";
import { inject } from "vitest";
import { asReader } from "./reader.ts";
import { type Sample, samplesOfBoth } from "./sorts-of-page.ts";

/** Looks at a page as it stands, and says what is wrong with it. */
export type Check = (page: Page) => Promise<readonly string[]>;

/** What checks have found, each by its name. */
export class Findings {
  readonly #found = new Map<string, Map<string, string[]>>();

  /** Runs the checks on a page; `how` says how it was looked at. */
  async look(page: Page, how: string, checks: Readonly<Record<string, Check>>): Promise<void> {
    for (const [name, check] of Object.entries(checks)) {
      const found = this.#found.get(name) ?? new Map<string, string[]>();
      this.#found.set(name, found);
      for (const what of await check(page)) {
        const where = `${new URL(page.url()).pathname}: ${what}`;
        found.set(where, [...(found.get(where) ?? []), how]);
      }
    }
  }

  /** A line for each thing that is wrong, with all the ways of looking at which it is. */
  of(name: string): string[] {
    const found = this.#found.get(name);
    if (!found) throw new Error(`Nobody has looked whether a page ${name}`);
    return [...found].map(([what, hows]) => `${what} (${hows.join("; ")})`);
  }
}

/** Opens every sample once, in a browser of these settings, and hands it over. */
export async function visitAll(
  settings: BrowserContextOptions,
  look: (page: Page, sample: Sample) => Promise<void>,
): Promise<void> {
  await asReader(settings, async ({ page, open }) => {
    for (const sample of samplesOfBoth(inject("own"), inject("fixture"))) {
      await open(sample.url);
      await look(page, sample);
    }
  });
}
