import type { BrowserContext, Page } from "playwright-core";

/** What a browser did that no page of ours would have it do. */
export type Harm = string;

const ANALYTICS = "https://analytics.example/";

/**
 * Watches a browser: whatever an attack runs writes `__hit`, opens a dialog or a page, or asks another host. Give it a
 * browser that nobody has opened a page in.
 */
export async function watch(context: BrowserContext, origin: string): Promise<{ readonly harm: readonly Harm[] }> {
  const harm: Harm[] = [];
  await context.exposeFunction("reportHit", (where: string) => void harm.push(`hit at ${where}`));
  await context.addInitScript(() => {
    const { reportHit } = window as unknown as { reportHit: (where: string) => void };
    const hit = { set: () => reportHit(location.href), get: () => undefined, configurable: false };
    Object.defineProperty(window, "__hit", hit);
    document.addEventListener("securitypolicyviolation", (event) => {
      // Chromium shows XML without a style sheet in a page of its own making, whose styles the policy stops.
      const isChromiums = document.querySelector("#webkit-xml-viewer-source-xml") !== null;
      if (isChromiums && event.violatedDirective.startsWith("style-src")) return;
      reportHit(`${location.href}: violation of ${event.violatedDirective} by ${event.blockedURI} ${event.sample}`);
    });
  });
  await context.route(
    (url) => url.origin !== origin,
    (route) => {
      const url = route.request().url();
      if (url.startsWith(ANALYTICS)) return route.fulfill({ contentType: "text/javascript", body: "" });
      harm.push(`asked for ${url}`);
      return route.abort();
    },
  );
  const pages = new Set<Page>();
  context.on("page", (page) => {
    pages.add(page);
    if (pages.size > 1) harm.push(`opened ${page.url()}`);
    page.on("dialog", (dialog) => {
      harm.push(`dialog: ${dialog.message()}`);
      return dialog.dismiss();
    });
    page.on("pageerror", (error) => harm.push(`error: ${error}`));
    page.on("console", (message) => {
      const at = message.location().url || page.url();
      const isOfXml = at.endsWith(".xml") && message.text().startsWith("Applying inline style");
      // Of styles in XML the listener above has told, where they are none of Chromium's.
      if (/Content Security Policy/.test(message.text()) && !isOfXml) harm.push(message.text());
    });
  });
  return { harm };
}

/** Does what handlers wait for, to every element of a page. */
export const provoke = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const events = ["load", "error", "mouseover", "mouseenter", "focus", "toggle", "begin", "start", "animationstart"];
    for (const element of document.querySelectorAll("*")) {
      for (const name of events) element.dispatchEvent(new Event(name));
    }
  });
