import type { Page } from "playwright-core";

/** How the longest paragraph of a story is set. */
export interface Setting {
  /** Pixels. */
  readonly size: number;
  /** Of the size. */
  readonly lineHeight: number;
  /** Characters on its full lines, the mean. */
  readonly measure: number;
}

/** Looks at the longest paragraph of the story on the page. */
export const settingOf = (page: Page): Promise<Setting> =>
  page.evaluate(() => {
    const paragraphs = [...document.querySelectorAll("main article .prose > p")];
    const length = (one: Element) => one.textContent?.length ?? 0;
    const longest = paragraphs.reduce((longest, one) => (length(one) > length(longest) ? one : longest));
    const lines = new Map<number, number>();
    const texts = document.createTreeWalker(longest, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (texts.nextNode()) {
      const text = texts.currentNode;
      for (let at = 0; at < (text.textContent?.length ?? 0); at++) {
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        const bottom = Math.round(range.getBoundingClientRect().bottom);
        lines.set(bottom, (lines.get(bottom) ?? 0) + 1);
      }
    }
    // The last line is as long as it happens to be; a small sign, such as a footnote's, stands on a line of its own.
    const full = [...lines.values()].slice(0, -1).filter((characters) => characters > 5);
    const { fontSize, lineHeight } = getComputedStyle(longest);
    const size = Number.parseFloat(fontSize);
    const measure = full.reduce((sum, characters) => sum + characters, 0) / full.length;
    return { size, lineHeight: Number.parseFloat(lineHeight) / size, measure };
  });

/** On how many lines the main heading stands. */
export const headlineLines = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const range = document.createRange();
    const [headline] = document.querySelectorAll("main h1");
    if (!headline) throw new Error("There is no main heading");
    range.selectNodeContents(headline);
    return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
  });

/** How many different stories have their whole headline in view. */
export const headlinesInView = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const headlines = [...document.querySelectorAll<HTMLAnchorElement>("main :is(h2, h3) a")].filter((link) => {
      const { top, bottom } = link.getBoundingClientRect();
      return /^\/\d{4}\/\d{2}\/[^/]+\/$/.test(link.pathname) && top >= 0 && bottom <= innerHeight;
    });
    return new Set(headlines.map(({ pathname }) => pathname)).size;
  });
