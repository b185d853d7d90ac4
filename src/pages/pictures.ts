import type { Cover, Image, Picture } from "../model/image.ts";
import type { Slot } from "../model/image-slots.ts";
import { filesIn, originalUrl, sharedFiles, shownIn, socialFile, type Variant } from "../model/image-variants.ts";
import type { Author, StaticPage } from "../model/newsroom.ts";
import type { SitePath } from "../model/urls.ts";

/** What a page shows of a picture in one of its slots. */
export const imgProps = ({ image, alt, focus }: Picture, slot: Slot) => ({ ...shownIn(slot, image, focus), alt });

/** The file of a cover for whoever shows a story elsewhere: a JPEG, or the drawing in SVG that has none. */
export function coverFile({ image, focus }: Omit<Picture, "alt">) {
  const [shared] = sharedFiles(image, focus);
  if (shared) return { url: shared.url, type: "image/jpeg", width: shared.width, height: shared.height };
  return { url: originalUrl(image), type: "image/svg+xml", width: image.width, height: image.height };
}

/** A picture's file on the site: made from an image, or, without a variant, the image as it is. */
export interface PictureFile {
  readonly url: SitePath;
  readonly image: Image;
  readonly variant?: Variant | undefined;
}

/** Whatever shows pictures: what is published, or all that is written. */
export interface Showing {
  /** Newest first where that is known: the first one leads the front page. */
  readonly articles: readonly {
    readonly cover?: Cover | undefined;
    readonly figures: readonly Image[];
    readonly inGalleries?: readonly Image[] | undefined;
  }[];
  readonly authors: readonly Pick<Author, "picture" | "figures">[];
  readonly pages: readonly Pick<StaticPage, "figures" | "inGalleries">[];
  readonly logo?: Image | undefined;
}

/** Every picture that something shows, in the slots where the pages put it; each file once. */
export function pictureFiles(
  { articles, authors, pages, logo }: Showing,
  leads: Showing["articles"] = articles.slice(0, 1),
): PictureFile[] {
  const files = new Map<SitePath, PictureFile>();
  const add = (image: Image, variants: readonly Variant[]) => {
    const url = originalUrl(image);
    if (!image.look) files.set(url, { url, image });
    for (const variant of variants) files.set(variant.url, { url: variant.url, image, variant });
  };
  const addIn = (slot: Slot, { image, focus }: Omit<Picture, "alt">) => add(image, filesIn(slot, image, focus));
  if (logo) add(logo, []);
  for (const { cover } of leads) if (cover) addIn("lead", cover);
  for (const { cover } of articles) {
    if (!cover) continue;
    addIn("story", cover);
    addIn("card", cover);
    addIn("tile", cover);
    add(cover.image, sharedFiles(cover.image, cover.focus));
    add(cover.image, [socialFile(cover.image, cover.focus) ?? []].flat());
  }
  for (const { picture } of authors) if (picture) addIn("portrait", picture);
  for (const { figures } of [...articles, ...authors, ...pages])
    for (const image of figures) addIn("figure", { image });
  for (const { inGalleries = [] } of [...articles, ...pages])
    for (const image of inGalleries) addIn("gallery", { image });
  return [...files.values()];
}
