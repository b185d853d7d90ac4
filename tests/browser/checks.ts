import axe, { type AxeResults, type RunOptions } from "axe-core";
import type { Page } from "playwright-core";

/** All of axe's rules, and the one on the size of targets (WCAG 2.2, 2.5.8), which it leaves out unless asked. */
export const brokenRules = (page: Page): Promise<string[]> =>
  runAxe(page, { rules: { "target-size": { enabled: true } } });

/** The rules of axe that look at colours. */
export const brokenColourRules = (page: Page): Promise<string[]> =>
  runAxe(page, { runOnly: ["color-contrast", "link-in-text-block"] });

async function runAxe(page: Page, options: RunOptions): Promise<string[]> {
  // As long a script takes longer to load than to look.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const call = `axe.run(${JSON.stringify({ resultTypes: ["violations"], ...options })})`;
  const { violations } = await page.evaluate<AxeResults>(call);
  return violations.map(({ id, nodes }) => {
    const examples = nodes.slice(0, 2).map(({ html }) => html.slice(0, 100));
    return `${id}, ${nodes.length} times: ${examples.join(" ")}`;
  });
}

/** One main heading in view, and no heading that skips a level. The name of a site is no heading but on its front page. */
export const wrongHeadings = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const shown = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter((one) => one.checkVisibility());
    const levels = shown.map(({ tagName }) => Number(tagName.slice(1)));
    const mains = levels.filter((level) => level === 1).length;
    const skips = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1).length;
    return [...(mains === 1 ? [] : [`${mains} h1`]), ...(skips === 0 ? [] : [`levels ${levels.join(" ")}`])];
  });

/** A banner, a main part and a footer, once each; a navigation each with its own name. */
export const wrongLandmarks = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const wrong = ["body > header", "main", "body > footer"].filter(
      (landmark) => document.querySelectorAll(landmark).length !== 1,
    );
    const nameOf = (nav: Element) =>
      nav.getAttribute("aria-label") ??
      document.getElementById(nav.getAttribute("aria-labelledby") ?? "")?.textContent ??
      "";
    const names = [...document.querySelectorAll("nav")].map(nameOf);
    if (names.includes("") || new Set(names).size !== names.length) wrong.push(`navs: ${names.join(", ")}`);
    return wrong;
  });

/** What sticks out at the side, where that makes the page scroll. */
export const sidewaysScroll = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const sticksOut = ({ right, left }: DOMRect) => right > clientWidth + 0.5 || left < -0.5;
    const culprits = [...document.body.querySelectorAll("*")].filter((one) => sticksOut(one.getBoundingClientRect()));
    return [`${scrollWidth} px: ${culprits.slice(0, 3).map((one) => (one.cloneNode() as Element).outerHTML)}`];
  });

/** Text that its box cuts off. What is there for screen readers alone has a box of no size. */
export const cutOffText = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.body.querySelectorAll("*")]
      .filter((one) => {
        const { overflowX, overflowY } = getComputedStyle(one);
        const cut = (overflow: string) => overflow === "hidden" || overflow === "clip";
        return (
          one.clientWidth > 2 &&
          one.textContent !== "" &&
          ((cut(overflowX) && one.scrollWidth > one.clientWidth + 1) ||
            (cut(overflowY) && one.scrollHeight > one.clientHeight + 1))
        );
      })
      .map((one) => (one.cloneNode() as Element).outerHTML),
  );

/** What moves although the reader has asked for no motion. */
export const movingParts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    // Some authors write 0.01 ms, so that the events at an end still come.
    const takesTime = (durations: string) =>
      durations.split(",").some((duration) => Number.parseFloat(duration) > 0.001);
    return [document.documentElement, ...document.body.querySelectorAll("*")]
      .filter((one) => {
        const { transitionDuration, animationDuration, animationName, scrollBehavior } = getComputedStyle(one);
        const animated = animationName !== "none" && takesTime(animationDuration);
        return takesTime(transitionDuration) || animated || scrollBehavior === "smooth";
      })
      .map((one) => (one.cloneNode() as Element).outerHTML);
  });

/** Text that stays at its size when the reader has set the usual one, 16 px, to 32 px. */
export const smallText = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const hasText = (one: Element) =>
      [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== "");
    return [...document.body.querySelectorAll("*")]
      .filter((one) => one.checkVisibility() && hasText(one) && Number.parseFloat(getComputedStyle(one).fontSize) < 20)
      .map((one) => `${getComputedStyle(one).fontSize}: ${(one.cloneNode() as Element).outerHTML}`);
  });
