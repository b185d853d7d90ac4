const LAYOUTS = new URL("../../layouts/", import.meta.url);

/** What styles, the browser's script and the icon are made from, with what these import. */
export const ASSET_SOURCES = {
  stylesheet: new URL("styles/site.css", LAYOUTS),
  searchScript: new URL("scripts/search-page.ts", LAYOUTS),
  icon: new URL("icon.svg", LAYOUTS),
};
