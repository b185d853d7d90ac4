import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import type { Inserts } from "../model/inserts.ts";
import { bodiesWithoutLinks } from "../model/unlinked.ts";
import { HTML_LAYOUTS, TEXT_LAYOUTS } from "./layouts.ts";
import type { Page } from "./page.ts";

/** The bytes of a page, as text. The same page and inserts give the same text. */
export function render(page: Page, inserts: Inserts): string {
  const named = { ...inserts, bodies: bodiesWithoutLinks(inserts.bodies) };
  if (page.kind === "html") {
    // A page's type ties its props to its layout's; TypeScript cannot follow that through an indexed call.
    const layout = HTML_LAYOUTS[page.layout] as (props: unknown, inserts: Inserts) => VNode;
    return `<!doctype html>${renderToString(layout(page.props, named))}`;
  }
  const layout = TEXT_LAYOUTS[page.layout] as (props: unknown, inserts: Inserts) => string;
  return layout(page.props, named);
}
