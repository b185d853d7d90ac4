import { NEXT_CHANGE } from "../model/urls.ts";
import type { Edition } from "./frame.ts";
import type { TextPage } from "./page.ts";

/** `/next-change.json` */
export function nextChangePage({ publication: { nextChange } }: Edition): TextPage {
  const next = nextChange === undefined ? null : new Date(nextChange).toISOString();
  return { kind: "json", url: NEXT_CHANGE, layout: "next-change", props: { next } };
}
