import { fileURLToPath } from "node:url";
import { type CheerioAPI, load } from "cheerio";
import { readContent } from "../../src/content/read.ts";
import type { InlineHash, Inlines, Inserts } from "../../src/model/inserts.ts";
import type { Bodies, Newsroom } from "../../src/model/newsroom.ts";
import type { Publication } from "../../src/model/publication.ts";
import { publish } from "../../src/model/publish.ts";
import type { Unpublished } from "../../src/model/status.ts";
import { assetUrl } from "../../src/model/urls.ts";
import type { Assets } from "../../src/pages/frame.ts";
import type { Page } from "../../src/pages/page.ts";
import { pagesOf } from "../../src/pages/pages.ts";
import { render } from "../../src/pages/render.ts";
import { printProblems } from "../../src/problems.ts";

/** The day on which the newspapers of these tests appear: noon in Greenwich, one o'clock in London. */
export const NOW = Date.UTC(2026, 5, 1, 12);

// Hashes are made by src/site, where these would come from.
const inline = (name: string) => `sha256-${name}` as InlineHash;

export const ASSETS: Assets = {
  sheets: {
    front: inline("front"),
    story: inline("story"),
    live: inline("live"),
    list: inline("list"),
    changes: inline("changes"),
    search: inline("search"),
    forms: inline("forms"),
    comments: inline("comments"),
  },
  early: inline("early"),
  speculation: inline("speculation"),
  search: assetUrl("search", "0123456789", "js"),
  searchEngine: assetUrl("search-engine", "0123456789", "js"),
  live: assetUrl("live", "0123456789", "js"),
  embeds: assetUrl("embeds", "0123456789", "js"),
  comments: assetUrl("comments", "0123456789", "js"),
  findComment: assetUrl("find-comment", "0123456789", "js"),
  icon: assetUrl("icon", "0123456789", "svg"),
  icons: {
    small: assetUrl("icon-192", "0123456789", "png"),
    large: assetUrl("icon-512", "0123456789", "png"),
    maskable: assetUrl("icon-maskable", "0123456789", "png"),
  },
  feedSheet: assetUrl("feed", "0123456789", "css"),
  offline: {
    worker: assetUrl("worker", "0123456789", "js"),
    retiredWorker: assetUrl("retired-worker", "0123456789", "js"),
    page: assetUrl("offline", "0123456789", "js"),
    files: [assetUrl("offline", "0123456789", "js"), assetUrl("page", "0123456789", "js")],
  },
};

/** Of the editor in the browser, where a newspaper has one. */
const EDITOR = { imports: inline("imports") };

export const INLINES: Inlines = new Map([
  ...Object.values(ASSETS.sheets).map((hash) => [hash, "/* styles */"] as const),
  [ASSETS.early, "/* script */"] as const,
  [ASSETS.speculation, "{}"] as const,
  [EDITOR.imports, "{}"] as const,
]);

/** For pages that are not HTML. */
export const NO_INSERTS: Inserts = { bodies: new Map(), inlines: new Map() };

export const newspaperFolder = (name: "tiny" | "full"): string =>
  fileURLToPath(new URL(`../newspapers/${name}`, import.meta.url));

/** A newsroom with its texts. */
export interface WholeNewsroom extends Newsroom {
  readonly bodies: Bodies;
}

/** A newspaper of `tests/newspapers`, read. */
export async function newsroomOf(name: "tiny" | "full"): Promise<WholeNewsroom> {
  const { newsroom, bodies, problems, filesRead } = await readContent(newspaperFolder(name), name);
  if (!newsroom) throw new Error(printProblems(problems, filesRead, "text"));
  return { ...newsroom, bodies };
}

/** A newspaper as it is printed, in memory. */
export interface Edition {
  readonly publication: Publication;
  readonly bodies: Bodies;
  readonly inserts: Inserts;
  readonly pages: readonly Page[];
  readonly urls: readonly string[];
  /** The text of the page at a path; written as a reader would, without percent codes. */
  text(path: string): string;
  html(path: string): CheerioAPI;
}

export function print(
  newsroom: WholeNewsroom,
  {
    now = NOW,
    unpublished = "none",
    indexed = true,
  }: Partial<{ now: number; unpublished: Unpublished; indexed: boolean }> = {},
): Edition {
  const publication = publish(newsroom, now, unpublished);
  const { bodies } = newsroom;
  const inserts = { bodies, inlines: INLINES };
  const assets: Assets = newsroom.settings.cms ? { ...ASSETS, editor: EDITOR } : ASSETS;
  const pages = pagesOf({ publication, assets, indexed, now });
  const byUrl = new Map<string, Page>(pages.map((page) => [page.url, page]));
  const text = (path: string) => {
    const page = byUrl.get(encodeURI(path));
    if (!page) throw new Error(`There is no page at ${path}`);
    return render(page, inserts);
  };
  return { publication, bodies, inserts, pages, urls: [...byUrl.keys()], text, html: (path) => load(text(path)) };
}

/** A text without the line breaks and runs of spaces of its markup. */
export const plain = (text: string): string => text.replace(/\s+/g, " ").trim();
