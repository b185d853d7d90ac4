import type { Inserts } from "../model/inserts.ts";
import type { Publication } from "../model/publication.ts";
import type { Page } from "../pages/page.ts";
import { pagesOf } from "../pages/pages.ts";
import { type PictureFile, pictureFiles } from "../pages/pictures.ts";
import { makeAssets } from "./assets.ts";
import { cardDrawings } from "./cards/card-drawings.ts";
import { cmsFiles } from "./cms-files.ts";
import type { Drawing } from "./darkroom.ts";
import { examine, type Preparation } from "./examine.ts";
import type { SiteFile } from "./write.ts";

/** A site that is ready to be written: nothing in it can be wrong by a writer's doing any more. */
export interface PreparedSite {
  readonly pages: readonly Page[];
  readonly inserts: Inserts;
  readonly pictures: readonly PictureFile[];
  readonly assets: readonly SiteFile[];
  readonly drawings: readonly Drawing[];
}

/** Reads the content and makes every page of it. Writes nothing. */
export async function prepare(options: Preparation) {
  const { reading, shown, problems } = await examine(options);
  const { bodies, filesRead } = reading;
  if (!shown) return { problems, filesRead };
  const { publication } = shown;
  const { assets, inlines, files, drawings } = (await makeAssets())(publication.settings);
  const pages = pagesOf({ publication, assets, indexed: options.indexed, now: options.now });
  const site: PreparedSite = {
    pages,
    inserts: { bodies, inlines },
    pictures: picturesOf(publication),
    assets: [...files, ...cmsFiles(shown.newsroom)],
    drawings: [...drawings, ...cardDrawings(publication)],
  };
  return { site, problems, filesRead };
}

/** Every picture that something shown shows. The pictures of a story that is not out stay at home. */
export const picturesOf = ({ settings, articles, authors, pages }: Publication): PictureFile[] =>
  pictureFiles({ articles, authors: authors.map(({ subject }) => subject), pages, logo: settings.theme.logo });
