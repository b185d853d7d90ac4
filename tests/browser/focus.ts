import type { Page } from "playwright-core";

/** Everything that a keyboard stops at. */
const STOPS = "a[href], button, input, select, textarea, summary, [tabindex='0']";

/** The stops at which a reader with a keyboard cannot see where they are. */
export const stopsUnseen = (page: Page): Promise<string[]> =>
  page.evaluate((selector) => {
    const looksOf = (stop: Element) => {
      const boxes = [stop, ...[1, 2, 3].map((up) => ancestor(stop, up)).filter((box) => box !== null)];
      const styles = boxes.flatMap((box) => ["", "::before", "::after"].map((part) => getComputedStyle(box, part)));
      return styles.map(look).join("\n");
    };
    const ancestor = (stop: Element, up: number): Element | null =>
      up === 0 ? stop : stop.parentElement && ancestor(stop.parentElement, up - 1);
    const look = (style: CSSStyleDeclaration) => {
      const { outlineStyle, outlineWidth, outlineColor, boxShadow, backgroundColor, borderColor, borderWidth } = style;
      const none = outlineStyle === "none" || outlineWidth === "0px" || /^rgba.*, 0\)$|transparent/.test(outlineColor);
      const outline = none ? "none" : `${outlineStyle} ${outlineWidth} ${outlineColor}`;
      return [outline, boxShadow, backgroundColor, borderColor, borderWidth, style.textDecorationLine].join(" ");
    };
    const stops = [...document.querySelectorAll<HTMLElement>(selector)].filter(
      (stop) => stop.checkVisibility() && !stop.matches(":disabled, [tabindex='-1']"),
    );
    const before = stops.map(looksOf);
    const unseen = stops.filter((stop, index) => {
      // Nothing has the focus when a script sets it: the browser shows it as if it came from the keyboard.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      stop.focus();
      return !stop.matches(":focus-visible") || looksOf(stop) === before[index];
    });
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    return unseen.map((stop) => stop.outerHTML.slice(0, 120));
  }, STOPS);

/**
 * Goes through a page by the Tab key, from its beginning to its end, and says at which stops nothing of what has the
 * focus can be seen (WCAG 2.2, 2.4.11), and what was never stopped at.
 */
export async function walkByTab(page: Page): Promise<string[]> {
  const expected = await page.evaluate((selector) => {
    const stops = [...document.querySelectorAll(selector)].filter(
      (stop) => stop.checkVisibility() && !stop.matches(":disabled, [tabindex='-1'], [type='radio']"),
    );
    for (const [index, stop] of stops.entries()) stop.setAttribute("data-stop", String(index));
    return stops.length;
  }, STOPS);
  const wrong: string[] = [];
  const reached = new Set<string>();
  for (let steps = 0; steps <= expected + 5; steps++) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const active = document.activeElement;
      if (!active || active === document.body) return undefined;
      const { left, top, right, bottom } = active.getClientRects()[0] ?? new DOMRect();
      const onTop = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      const seen = active.contains(onTop) || onTop?.contains(active) === true;
      return { id: active.getAttribute("data-stop") ?? "", seen, html: active.outerHTML.slice(0, 120) };
    });
    if (!stop || reached.has(stop.id)) break;
    reached.add(stop.id);
    if (!stop.seen) wrong.push(`hidden: ${stop.html}`);
  }
  if (reached.size < expected) wrong.push(`stopped at ${reached.size} of ${expected}`);
  return wrong;
}
