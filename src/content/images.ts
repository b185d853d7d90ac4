import { createHash } from "node:crypto";
import { posix } from "node:path";
import { imageSize } from "image-size";
import type { Image, ImageFormat } from "../model/image.ts";
import { slugFrom } from "../model/slugs.ts";
import { suggestion } from "./did-you-mean.ts";
import { isTooLarge, type LookAtPicture, lookAtPicture, MOST_FRAMES } from "./look-at-picture.ts";
import type { Report } from "./report.ts";
import { LONGEST_SIDE, MOST_PIXELS } from "./sharp.ts";
import { checkSvg } from "./svg/check.ts";
import { publishedDrawing } from "./svg/published-drawing.ts";

/** The images of `content/`, found by the file that names them. */
export interface ImageShelf {
  /** The image called `src` beside `file` (both below `content/`). */
  beside(file: string, src: string): Image | undefined;
  /** Whether there is such a file, but it could not be read and was reported. */
  isBroken(file: string, src: string): boolean;
  namesBeside(file: string): string[];
  /** Whether the image is still what it was when a file was read with it. */
  has(image: Image): boolean;
}

/** Every image file, with undefined for one that could not be read. */
export type MeasuredImages = ReadonlyMap<string, Image | undefined>;

const FORMATS: Partial<Record<string, ImageFormat>> = {
  avif: "avif",
  gif: "gif",
  jpg: "jpg",
  png: "png",
  svg: "svg",
  webp: "webp",
};

/**
 * Reads an image's format, size, look and hash from its bytes, all of them. A file that is not the image it says it is,
 * that is damaged or too large, is a problem.
 */
export async function readImage(
  file: string,
  shownAs: string,
  bytes: Uint8Array,
  report: Report,
  look: LookAtPicture = lookAtPicture,
): Promise<Image | undefined> {
  const refuse = (what: string, fix: string): undefined => {
    report({ severity: "error", file: shownAs, what, fix });
  };
  const measured = measure(bytes);
  if (!measured) return refuse("This is not an image that can be read.", "Export it anew.");
  const extension = posix.extname(file).slice(1).replace("jpeg", "jpg");
  if (measured.format !== extension) {
    const what = `The name says ${extension}, but the file is ${measured.format}.`;
    return refuse(what, "Rename it, and mend the name where it is used.");
  }
  const image: Image = {
    file,
    name: slugFrom(posix.basename(file, posix.extname(file))) ?? "image",
    hash: hashOf(measured.format === "svg" ? publishedDrawing(bytes) : bytes),
    ...measured,
  };
  if (measured.format === "svg") return checkSvg(shownAs, bytes, report) ? image : undefined;
  const seen = isTooLarge(measured) ? "too large" : await look(bytes);
  if (seen === "too large") return refuse(TOO_LARGE, EXPORT_SMALLER);
  if (seen === "too long") return refuse(TOO_LONG, "Export it as fewer pictures, or shorter.");
  if (seen === "damaged") return refuse("This image breaks off or is damaged.", "Export or upload it anew.");
  return { ...image, ...seen };
}

/** By which an image's addresses name its bytes. */
export const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex").slice(0, 10);

const TOO_LARGE = `This image has more than ${MOST_PIXELS / 1e6} million pixels, or more than ${LONGEST_SIDE} to a side.`;
const TOO_LONG = `This image has more than ${MOST_FRAMES.toLocaleString("en")} frames.`;
const EXPORT_SMALLER = "Export it smaller: 2,000 pixels are enough for any screen.";

function measure(bytes: Uint8Array): Pick<Image, "width" | "height" | "format"> | undefined {
  try {
    const { type, width, height } = imageSize(bytes);
    const format = FORMATS[type ?? ""];
    if (!format || !(width > 0) || !(height > 0)) return undefined;
    return { format, width: Math.round(width), height: Math.round(height) };
  } catch (error) {
    // image-size throws TypeError for an unknown format and other errors for a damaged file: to us one fact.
    if (error instanceof Error) return undefined;
    throw error;
  }
}

/** Why there is nothing on the shelf that a file could show as `src`. */
export function whyNoImage(file: string, src: string, images: ImageShelf): { what: string; fix: string } {
  if (images.isBroken(file, src)) {
    return {
      what: `The image "${src}" cannot be shown.`,
      fix: "Mend the file; what is wrong with it is listed under its own name.",
    };
  }
  return {
    what: `There is no image "${src}" beside this file.`,
    fix: suggestion(src, images.namesBeside(file), "Put the file beside this one."),
  };
}

export function shelve(found: MeasuredImages): ImageShelf {
  const byName = new Map([...found].map(([path, image]) => [path.normalize("NFC"), image]));
  const names = Map.groupBy(found.keys(), (path) => posix.dirname(path));
  const at = (file: string, src: string) => posix.join(posix.dirname(file), src.normalize("NFC"));
  return {
    beside: (file, src) => (src.includes("/") ? undefined : byName.get(at(file, src))),
    isBroken: (file, src) => !src.includes("/") && byName.has(at(file, src)) && byName.get(at(file, src)) === undefined,
    has: (image) => found.get(image.file)?.hash === image.hash,
    namesBeside: (file) => (names.get(posix.dirname(file)) ?? []).map((path) => posix.basename(path)),
  };
}
