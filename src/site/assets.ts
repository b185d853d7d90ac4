import { createHash } from "node:crypto";
import type { InlineHash, Inlines } from "../model/inserts.ts";
import { INTERFACE_LANGUAGES, interfaceLanguageFor } from "../model/languages.ts";
import type { Settings } from "../model/settings.ts";
import { coloursOf } from "../model/theme.ts";
import { assetUrl, type SitePath } from "../model/urls.ts";
import type { Assets } from "../pages/frame.ts";
import { SHEETS, SHEETS_OF_TEXTS } from "../pages/sheets.ts";
import { themeCss } from "../pages/theme-css.ts";
import type { AssetBundles } from "./asset-bundles.ts";
import { bundlesIn } from "./bundles-cache.ts";
import { cmsPackages } from "./cms-packages.ts";
import type { Drawing } from "./darkroom.ts";
import { iconDrawings } from "./icons.ts";

/** A file made from `layouts/`, under its content's hash. */
export interface Asset {
  readonly url: SitePath;
  readonly contents: Uint8Array;
}

/** The styles and scripts of a site. */
export interface SiteAssets {
  /** What pages say of them. */
  readonly assets: Assets;
  /** Those that stand in the pages themselves. */
  readonly inlines: Inlines;
  readonly files: readonly Asset[];
  /** The icons in pixels. */
  readonly drawings: readonly Drawing[];
}

/**
 * Bundles the styles and the browser's scripts, in every language of the interface; settings then say which. What `work`
 * keeps of them is taken from there; without it nothing is kept.
 */
export async function makeAssets(work?: string): Promise<(settings: Settings) => SiteAssets> {
  return assetsOf(await bundlesIn(work));
}

/** The styles and scripts that settings ask for, of those that were bundled. */
export function assetsOf(bundles: AssetBundles): (settings: Settings) => SiteAssets {
  const { styles, scripts, searchEngine, live, embeds, findComment, worker, retiredWorker } = bundles;
  const icon = underHash("icon", "svg", bundles.icon);
  return ({ language, theme, newsletter, cms }) => {
    const spoken = scripts[INTERFACE_LANGUAGES.indexOf(interfaceLanguageFor(language) ?? "en")];
    if (!spoken) throw new Error(`There are no scripts in ${language}`);
    const inlines = new Map<InlineHash, string>();
    const inline = (text: string) => {
      const hash = inlineHash(text);
      inlines.set(hash, text);
      return hash;
    };
    // Before the sheet's own tokens, so that a site which replaces those has the last word.
    const look = themeCss(theme);
    const feedSheet = underHash("feed", "css", Buffer.from(`${look}${bundles.feedStyles}\n`));
    // The sheets were bundled in the order of their names.
    const ofPages = SHEETS.map((name, index) => [
      name,
      inline(`${look}${styles[index] ?? ""}${newsletter ? bundles.newsletterStyles : ""}`),
    ]);
    const ofTexts = SHEETS_OF_TEXTS.map((name, index) => [name, inline(styles[SHEETS.length + index] ?? "")]);
    const sheets = Object.fromEntries([...ofPages, ...ofTexts]);
    const { icons, drawings } = iconDrawings(bundles.icon, coloursOf(theme).paper.light);
    return {
      assets: {
        sheets: sheets as Assets["sheets"],
        early: inline(`${bundles.early}${afterLoad(spoken.page)}`),
        speculation: inline(bundles.speculation),
        search: spoken.search,
        searchEngine: searchEngine.url,
        live: live.url,
        embeds: embeds.url,
        findComment: findComment.url,
        comments: spoken.comments,
        icon: icon.url,
        icons,
        feedSheet: feedSheet.url,
        editor: cms && { imports: inline(cmsPackages().imports) },
        offline: { ...spoken.offline, worker: worker.url, retiredWorker: retiredWorker.url },
      },
      inlines,
      files: [...spoken.files, searchEngine, feedSheet, live, embeds, findComment, worker, retiredWorker, icon],
      drawings,
    };
  };
}

/**
 * Loads the script of every page when all that a reader sees is there: nothing of it is needed, and on a bad line it
 * would take its share from the lead picture.
 */
const afterLoad = (script: SitePath): string => `addEventListener("load",()=>import(${JSON.stringify(script)}));`;

const inlineHash = (text: string): InlineHash =>
  `sha256-${createHash("sha256").update(text).digest("base64")}` as InlineHash; // made here only

/** A file under a hash of its contents. */
export function underHash(name: string, extension: string, contents: Uint8Array): Asset {
  const hash = createHash("sha256").update(contents).digest("hex").slice(0, 10);
  return { url: assetUrl(name, hash, extension), contents };
}
