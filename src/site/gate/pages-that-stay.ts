import { readFileSync } from "node:fs";
import { setImmediate as breath } from "node:timers/promises";
import { servedAt } from "../../model/urls.ts";
import type { FarLink } from "./findings.ts";
import { decoded, readMarkup } from "./markup.ts";
import { choicesIn, LINKS, siteLinkOf } from "./site-link.ts";

/** How many addresses are looked for in a page's bytes before it is read as markup. */
const FEW = 20;

/** How many pages are looked at before others in this thread have a turn. */
const PAGES_A_BREATH = 200;

/**
 * Links to what has gone, in pages that are not printed anew. `gone` holds addresses, with an id where only that is gone.
 * These pages were looked at when they were printed, so that nothing else can have come to be wrong with their links.
 */
export async function linksToGone(
  gone: ReadonlySet<string>,
  pages: readonly string[],
  pathOf: (file: string) => string,
  origin: string,
): Promise<FarLink[]> {
  // An id may be written in percent codes.
  const few = gone.size <= FEW ? [...gone].map((address) => address.replace(/#.*/s, "#")) : undefined;
  const links: FarLink[] = [];
  for (const [index, page] of pages.entries()) {
    if (index % PAGES_A_BREATH === 0) await breath();
    const bytes = readFileSync(pathOf(page));
    if (few?.every((address) => !bytes.includes(address))) continue;
    for (const target of targetsIn(bytes.toString(), origin, servedAt(page))) {
      if (gone.has(target)) links.push({ page, target });
    }
  }
  return links;
}

/** Where a page's links lead on the site: paths, with an id where they have one. Absolute links count where the origin is known. */
export function targetsIn(html: string, origin: string | undefined, url: string): Set<string> {
  const targets = new Set<string>();
  const link = (written: string) => {
    const to = siteLinkOf(decoded(written), origin, url);
    if (to) targets.add(to.id ? `${to.path}#${to.id}` : to.path);
  };
  readMarkup(html, "html", {
    element: () => {},
    attribute: (name, value) => {
      if (LINKS.has(name) || (origin !== undefined && value.startsWith(origin))) link(value);
      else if (name === "srcset") for (const choice of choicesIn(value)) link(choice);
    },
  });
  return targets;
}
