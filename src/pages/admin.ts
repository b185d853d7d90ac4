import { ADMIN, ADMIN_SCRIPT } from "../model/urls.ts";
import type { Edition } from "./frame.ts";
import type { PlannedPage, TextPage } from "./page.ts";

/**
 * `/admin/`, for a site with an editor in the browser. It is for nobody who reads, so that it stands in no list, sitemap or
 * search, and nothing leads to it.
 */
export function adminPages({ publication: { settings }, assets }: Edition): PlannedPage<TextPage>[] {
  const { editor } = assets;
  if (!editor) return [];
  const props = { title: settings.title, imports: editor.imports, script: ADMIN_SCRIPT, icon: assets.icon };
  return [{ kind: "text", url: ADMIN, make: () => ({ kind: "text", url: ADMIN, layout: "admin", props }) }];
}
