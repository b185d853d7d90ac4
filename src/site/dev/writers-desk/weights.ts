import { brotliCompressSync, constants } from "node:zlib";
import type { Image } from "../../../model/image.ts";
import type { Article } from "../../../model/publication.ts";
import type { SitePath } from "../../../model/urls.ts";

/** What a phone loads for a story. */
export interface Weighed {
  readonly title: string;
  readonly url: SitePath;
  readonly language: string;
  /** Bytes of the page with its styles, compressed as hosts do. */
  readonly html: number;
  readonly pictures: number;
  /** Bytes of its pictures, estimated: they are encoded when somebody looks at them. */
  readonly picturesEstimate: number;
}

/** So many are weighed, and so many of these shown. */
const CANDIDATES = 20;
const SHOWN = 10;

/** Pixels across, of the picture that a phone of usual sharpness takes. */
const PHONE_WIDTH = 720;
/** A rough figure for photographs in AVIF and WebP, at the qualities of src/model/image-recipe.ts. */
const BYTES_A_PIXEL = 0.11;
/** Compressed, with the marks around them. */
const BYTES_A_MINUTE = 600;

/** The bytes of pictures as a phone shows them, estimated by their pixels; drawings, which are sent as they are, by none. */
export function estimateOf(images: readonly Image[]): number {
  let bytes = 0;
  for (const { width, height, look } of images) {
    const shown = Math.min(width, PHONE_WIDTH);
    if (look) bytes += shown * shown * (height / width) * BYTES_A_PIXEL;
  }
  return Math.round(bytes);
}

const imagesOf = ({ cover, figures }: Pick<Article, "cover" | "figures">): readonly Image[] =>
  cover ? [cover.image, ...figures] : figures;

/** The stories that are most likely the heaviest, by their length and their pictures, found without making a page. */
export const likelyHeaviest = (articles: readonly Article[]): Article[] =>
  articles
    .map((article) => ({
      article,
      bytes: article.minutesToRead * BYTES_A_MINUTE + estimateOf(imagesOf(article)),
    }))
    .sort((a, b) => b.bytes - a.bytes || (a.article.url < b.article.url ? -1 : 1))
    .slice(0, CANDIDATES)
    .map(({ article }) => article);

/** Weighs the pages of stories, the heaviest first. */
export const weigh = (articles: readonly Article[], htmlAt: (url: SitePath) => string | undefined): Weighed[] =>
  articles
    .flatMap((article): Weighed[] => {
      const html = htmlAt(article.url);
      if (html === undefined) return [];
      const images = imagesOf(article);
      return [
        {
          title: article.title,
          url: article.url,
          language: article.language,
          html: brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length,
          pictures: images.length,
          picturesEstimate: estimateOf(images),
        },
      ];
    })
    .sort((a, b) => b.html + b.picturesEstimate - a.html - a.picturesEstimate || (a.url < b.url ? -1 : 1))
    .slice(0, SHOWN);
