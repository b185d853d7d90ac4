import { hash } from "node:crypto";
import { LAYOUT_FILES } from "../pages/layout-files.ts";
import type { Page, PlannedPage } from "../pages/page.ts";
import { isShared } from "../pages/shared.ts";
import { codeOf } from "./code.ts";

/** Names all that a page's bytes depend on: what it shows, and the code that shows it. */
export function keyOf({ layout, props }: Page): string {
  return hash("sha256", `${codeThatPrints(layout)}${layout}${textOf(props, DEEP)}`, "base64url");
}

/** What the layout leads to, and what renders any layout. An edit of a part changes no page that is without it. */
const codeThatPrints = (layout: Page["layout"]): string =>
  codeOf(LAYOUT_FILES[layout], { types: false }) +
  codeOf(new URL("../pages/render.ts", import.meta.url), {
    types: false,
    apart: new URL("../pages/layouts.ts", import.meta.url),
  });

/**
 * Names all that a page is made from (`common` is what all pages are), which is sooner known than what it then shows.
 * Undefined for a page of which the plan does not say it.
 */
export function originOf({ madeFrom }: PlannedPage, common: object): string | undefined {
  if (!madeFrom) return undefined;
  // The types of their props lead to the layouts, whose code counts here.
  const code = codeOf(new URL("../pages/pages.ts", import.meta.url));
  let origins = `${code}${digestOf(common)}`;
  // Their order counts, as it does on the page.
  for (const origin of madeFrom()) origins += digestOf(origin);
  return hash("sha256", origins, "base64url");
}

/** How deep in a page's props what pages share is looked for: `frame.masthead`, `stories[3]`. */
const DEEP = 2;

/** A text that two values share just when JSON would print them alike. Down from some depth it is that JSON. */
function textOf(value: unknown, deep: number): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "";
  if (isShared(value)) return digestOf(value);
  if (deep === 0) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => textOf(item, deep - 1)).join()}]`;
  let text = "{";
  for (const [name, field] of Object.entries(value)) {
    // JSON leaves out what is undefined, so it makes no difference to the page.
    if (field !== undefined) text += `${JSON.stringify(name)}:${textOf(field, deep - 1)},`;
  }
  return `${text}}`;
}

const digests = new WeakMap<object, string>();

/** Of what many pages share or are made from: a list of twenty cards is a list of twenty digests. */
function digestOf(shared: object): string {
  const digest = digests.get(shared) ?? hash("sha256", JSON.stringify(shared), "base64url").slice(0, 22);
  digests.set(shared, digest);
  return digest;
}
