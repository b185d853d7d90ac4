import type { Inserts } from "../model/inserts.ts";
import type { Image } from "../model/newsroom.ts";
import type { Publication } from "../model/publication.ts";
import type { Page } from "../pages/page.ts";
import { pagesOf } from "../pages/pages.ts";
import { type Asset, makeAssets } from "./assets.ts";
import { examine, type Preparation } from "./examine.ts";

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
