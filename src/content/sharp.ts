import type { SharpOptions } from "sharp";

/** A photograph of a good camera has 60 million; an image of more is a mistake, or made to take all memory. */
export const MOST_PIXELS = 100_000_000;

/** WebP takes 16,383 (RFC 9649, 2.6). */
export const LONGEST_SIDE = 16_000;

/** How an image of a stranger is opened: no more pixels than it may have, and anything damaged is an error. */
export const OPENED: SharpOptions = { limitInputPixels: MOST_PIXELS, failOn: "warning", autoOrient: true };

/**
 * What may be opened. libvips knows forty formats more, each with a history of its own. SVG is for what the build draws
 * itself and for the site's icon, which was checked; an SVG of the content is never opened.
 */
const LOADERS = ["Jpeg", "Png", "Webp", "Heif", "Nsgif", "Svg"].map((format) => `VipsForeignLoad${format}Buffer`);

let loaded: Promise<typeof import("sharp").default> | undefined;

/**
 * sharp, loaded when the first picture is to be opened: it takes longer than a check that finds nothing changed. The
 * only place that names it.
 */
export function loadSharp() {
  loaded ??= import("sharp").then(({ default: sharp }) => {
    sharp.block({ operation: ["VipsForeignLoad"] });
    sharp.unblock({ operation: LOADERS });
    // Pictures are worked on side by side, so each has one thread; and none is opened twice.
    sharp.concurrency(1);
    sharp.cache(false);
    return sharp;
  });
  return loaded;
}
