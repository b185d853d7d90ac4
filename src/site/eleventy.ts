import { mkdir } from "node:fs/promises";
import Eleventy, { type EleventyConfig } from "@11ty/eleventy";
import type { Inserts } from "../model/inserts.ts";
import { outputFile } from "../model/urls.ts";
import type { Page } from "../pages/page.ts";
import { render } from "../pages/render.ts";
import { type PageTime, slowestOf } from "./slowest.ts";

/** Where Eleventy looks for templates: an empty folder, so that nothing in `content/` can ever run. */
export const ELEVENTY_INPUT = ".dateline/eleventy";

/**
 * Prints the pages into a folder, in one run of Eleventy. `input` is relative, and nothing lies in it; `look` is shown each
 * page. Resolves with the pages whose layouts took longest.
 */
export async function printBatch(
  pages: readonly Page[],
  inserts: Inserts,
  folder: string,
  input = ELEVENTY_INPUT,
  look: (page: Page, text: string) => void = () => {},
): Promise<PageTime[]> {
  await mkdir(input, { recursive: true });
  const times: PageTime[] = [];
  const rendered = (page: Page, text: string, milliseconds: number) => {
    times.push([outputFile(page.url), milliseconds]);
    look(page, text);
  };
  const config = (eleventy: EleventyConfig) => addPages(eleventy, pages, inserts, rendered);
  const eleventy = new Eleventy(input, folder, { quietMode: true, configPath: null, config });
  // Even in its quiet mode it says how many files it wrote; the command says so itself.
  eleventy.disableLogger();
  await eleventy.write();
  return slowestOf(times);
}

/**
 * Gives Eleventy every page as one paginated virtual template. It pages over numbers and not over the pages
 * themselves, because it copies the data of each page that it makes.
 */
export function addPages(
  eleventy: EleventyConfig,
  pages: readonly Page[],
  inserts: Inserts,
  onRendered: (page: Page, text: string, milliseconds: number) => void = () => {},
): void {
  const pageAt = (index: number): Page => {
    const page = pages[index];
    if (!page) throw new RangeError(`Eleventy asked for page ${index} of ${pages.length}`);
    return page;
  };
  eleventy.setTemplateFormats(["11ty.js"]);
  eleventy.setUseGitIgnore(false);
  // Nothing of ours looks at Eleventy's data, and keeping it from being changed costs a tenth of its time.
  eleventy.setFreezeReservedData(false);
  const renderAt = (index: number): string => {
    const started = performance.now();
    const page = pageAt(index);
    const text = render(page, inserts);
    onRendered(page, text, performance.now() - started);
    return text;
  };
  eleventy.addTemplate("pages.11ty.js", ({ entry }) => renderAt(entry), {
    numbers: pages.map((_page, index) => index),
    eleventyExcludeFromCollections: true,
    pagination: { data: "numbers", size: 1, alias: "entry" },
    permalink: ({ entry }: { entry: number }) => outputFile(pageAt(entry).url),
  });
}
