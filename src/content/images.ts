import { createHash } from "node:crypto";
import { posix } from "node:path";
import { imageSize } from "image-size";
import type { Image, ImageFormat } from "../model/newsroom.ts";
import { slugFrom } from "../model/slugs.ts";
import { imageUrl } from "../model/urls.ts";
import type { Report } from "./report.ts";
import { checkSvg } from "./svg.ts";

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

/** Reads an image's format, size and hash from its bytes. A file that is not the image it says it is is a problem. */
export function readImage(file: string, shownAs: string, bytes: Uint8Array, report: Report): Image | undefined {
  const measured = measure(bytes);
  if (!measured) {
    report({
      severity: "error",
      file: shownAs,
      what: "This is not an image that can be read.",
      fix: "Export it anew.",
    });
    return undefined;
  }
  const extension = posix.extname(file).slice(1).replace("jpeg", "jpg");
  if (measured.format !== extension) {
    const what = `The name says ${extension}, but the file is ${measured.format}.`;
    report({ severity: "error", file: shownAs, what, fix: "Rename it, and mend the name where it is used." });
    return undefined;
  }
  if (measured.format === "svg" && !checkSvg(shownAs, bytes, report)) return undefined;
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 10);
  const name = slugFrom(posix.basename(file, posix.extname(file))) ?? "image";
  return { file, url: imageUrl(name, hash, measured.format), ...measured };
}

function measure(bytes: Uint8Array): Pick<Image, "width" | "height" | "format"> | undefined {
  try {
    const { type, width, height, orientation = 1 } = imageSize(bytes);
    const format = FORMATS[type ?? ""];
    if (!format || !(width > 0) || !(height > 0)) return undefined;
    // Exif orientations 5 to 8 lie on their side (CIPA DC-008, Orientation), and browsers turn them upright.
    const size = orientation >= 5 ? { width: height, height: width } : { width, height };
    return { format, width: Math.round(size.width), height: Math.round(size.height) };
  } catch (error) {
    // image-size throws TypeError for an unknown format and other errors for a damaged file: to us one fact.
    if (error instanceof Error) return undefined;
    throw error;
  }
}

export function shelve(found: MeasuredImages): ImageShelf {
  const byName = new Map([...found].map(([path, image]) => [path.normalize("NFC"), image]));
  const names = Map.groupBy(found.keys(), (path) => posix.dirname(path));
  const at = (file: string, src: string) => posix.join(posix.dirname(file), src.normalize("NFC"));
  return {
    beside: (file, src) => (src.includes("/") ? undefined : byName.get(at(file, src))),
    isBroken: (file, src) => !src.includes("/") && byName.has(at(file, src)) && byName.get(at(file, src)) === undefined,
    // The URL holds a hash of the bytes.
    has: (image) => found.get(image.file)?.url === image.url,
    namesBeside: (file) => (names.get(posix.dirname(file)) ?? []).map((path) => posix.basename(path)),
  };
}
