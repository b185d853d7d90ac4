import { resolve } from "node:path";
import { linksToHidden } from "../content/check-links.ts";
import { type ContentReading, readContent } from "../content/read.ts";
import type { HowToRead } from "../content/read-markdown.ts";
import type { Inserts } from "../model/inserts.ts";
import type { Image, Newsroom } from "../model/newsroom.ts";
import { type Publication, publish, type Unpublished } from "../model/publication.ts";
import type { Page } from "../pages/page.ts";
import { pagesOf } from "../pages/pages.ts";
import { hasErrors, type Problem } from "../problems.ts";
import { type Asset, makeAssets } from "./assets.ts";
import { shownPath } from "./shown-path.ts";

/** Which stories that are not out are shown: as said, or on previews what the settings allow there. */
export type Shown = Unpublished | "previewed";

export interface Preparation {
  /** The content folder. */
  readonly content: string;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  readonly unpublished: Shown;
  /** False for a deploy preview, which search engines are told to pass over. */
  readonly indexed: boolean;
}

/** What the content says at a time, and everything that is wrong with it then. */
export interface Examined {
  readonly reading: ContentReading;
  /** Undefined when there is an error among the problems. */
  readonly shown?: ShownContent | undefined;
  readonly problems: readonly Problem[];
}

export interface ShownContent {
  readonly newsroom: Newsroom;
  readonly publication: Publication;
  readonly unpublished: Unpublished;
}

/** Reads the content and says what is wrong with it at `now`. Writes nothing. */
export async function examine(
  { content, now, unpublished }: Omit<Preparation, "indexed">,
  how?: HowToRead,
): Promise<Examined> {
  return judge(await readContent(resolve(content), shownPath(content), how), now, unpublished);
}

/** Says what is wrong with what was read, at `now`. */
export function judge(reading: ContentReading, now: number, unpublished: Shown): Examined {
  const { newsroom, links, places, problems } = reading;
  if (!newsroom) return { reading, problems };
  const shown = unpublished === "previewed" ? previewed(newsroom) : unpublished;
  const publication = publish(newsroom, now, shown);
  const all = [...problems, ...linksToHidden(newsroom, publication, links, places)];
  return { reading, shown: hasErrors(all) ? undefined : { newsroom, publication, unpublished: shown }, problems: all };
}

const previewed = ({ settings }: Newsroom): Unpublished => (settings.previewDrafts ? "drafts" : "none");

/** A site that is ready to be written: nothing in it can be wrong by a writer's doing any more. */
export interface PreparedSite {
  readonly pages: readonly Page[];
  readonly inserts: Inserts;
  readonly images: readonly Image[];
  readonly assets: readonly Asset[];
}

/** Reads the content and makes every page of it. Writes nothing. */
export async function prepare(options: Preparation) {
  const { reading, shown, problems } = await examine(options);
  const { bodies, filesRead } = reading;
  if (!shown) return { problems, filesRead };
  const { publication } = shown;
  const { assets, inlines, files } = (await makeAssets())(publication.settings);
  const pages = pagesOf({ publication, assets, indexed: options.indexed });
  const site: PreparedSite = { pages, inserts: { bodies, inlines }, images: imagesOf(publication), assets: files };
  return { site, problems, filesRead };
}

/** Every image that something shown shows. The images of a story that is not out stay at home. */
export function imagesOf({ settings, articles, authors, pages }: Publication): Image[] {
  const inTexts = [...articles, ...authors.map(({ subject }) => subject), ...pages].flatMap(({ images }) => images);
  const { logo } = settings.theme;
  const shown = logo ? [logo, ...inTexts] : inTexts;
  return [...new Map(shown.map((image) => [image.url, image])).values()];
}
