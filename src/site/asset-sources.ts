import { INTERFACE_LANGUAGES, type InterfaceLanguage } from "../model/languages.ts";
import { SHEETS, SHEETS_OF_TEXTS } from "../pages/sheets.ts";

const LAYOUTS = new URL("../../layouts/", import.meta.url);

/** What styles, the browser's scripts and the icon are made from, with what these import. */
export const ASSET_SOURCES = {
  sheets: [...SHEETS, ...SHEETS_OF_TEXTS].map((name) => new URL(`sheets/${name}.css`, LAYOUTS)),
  early: new URL("scripts/early.ts", LAYOUTS),
  page: new URL("scripts/page.ts", LAYOUTS),
  search: new URL("scripts/search-page.ts", LAYOUTS),
  searchEngine: new URL("scripts/engine/engine.ts", LAYOUTS),
  offline: new URL("scripts/offline-page.ts", LAYOUTS),
  live: new URL("scripts/live.ts", LAYOUTS),
  embeds: new URL("scripts/embeds.ts", LAYOUTS),
  comments: new URL("scripts/comments.ts", LAYOUTS),
  findComment: new URL("scripts/find-comment.ts", LAYOUTS),
  worker: new URL("scripts/worker/keep.ts", LAYOUTS),
  retiredWorker: new URL("scripts/worker/retire.ts", LAYOUTS),
  newsletterSheet: new URL("sheets/newsletter.css", LAYOUTS),
  feedSheet: new URL("sheets/feed.css", LAYOUTS),
  speculation: new URL("speculation-rules.json", LAYOUTS),
  icon: new URL("icon.svg", LAYOUTS),
};

/** What stands in a script for `site-words.ts` and for `site-comment-words.ts`. */
export const wordsIn = (language: InterfaceLanguage) => ({
  site: new URL(`words/${language}.ts`, LAYOUTS),
  commentForm: new URL(`words/comment-form/${language}.ts`, LAYOUTS),
});

/** Whatever is bundled is one of these, or leads from one to it. */
export const ALL_ASSET_SOURCES: readonly URL[] = [
  ...Object.values(ASSET_SOURCES).flat(),
  ...INTERFACE_LANGUAGES.flatMap((language) => Object.values(wordsIn(language))),
];
