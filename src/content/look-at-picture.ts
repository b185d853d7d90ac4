import type { Look } from "../model/image.ts";
import { tintOf } from "../model/tints.ts";
import { LONGEST_SIDE, loadSharp, MOST_PIXELS, OPENED } from "./sharp.ts";

/** What is seen in an image's pixels, and its size upright. */
export interface Seen {
  readonly look: Look;
  readonly width: number;
  readonly height: number;
}

/** Why an image cannot be shown. */
export type PictureFault = "damaged" | "too large" | "too long";

/** Says what is seen in the bytes of a raster image. */
export type LookAtPicture = (bytes: Uint8Array) => Promise<Seen | PictureFault>;

/** As many as a minute of film has in a GIF; each is worked on. */
export const MOST_FRAMES = 1500;

/** Whether an image of a size, and of so many frames, is more than is worked on. */
export const isTooLarge = ({ width, height }: { width: number; height: number }, frames = 1): boolean =>
  width * height * frames > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE;

/** What is looked at: so many pixels each way. */
const SAMPLE = 64;

/** The formats that drawings are kept in, because every pixel stays as it is. */
const EXACT: ReadonlySet<string | undefined> = new Set(["gif", "png"]);

/** The formats whose several pictures are the frames of one; those of AVIF may be anything. */
const MOVING: ReadonlySet<string | undefined> = new Set(["gif", "webp"]);

/** More colours than these, in the sample, has every photograph, and hardly any chart. */
const COLOURS_OF_A_DRAWING = 64;

/** Opens an image and reads all of it. The bytes are those of a photograph or another raster image. */
export async function lookAtPicture(bytes: Uint8Array): Promise<Seen | PictureFault> {
  const sharp = await loadSharp();
  try {
    const { autoOrient, format, hasAlpha, pages = 1, width, height } = await sharp(bytes, OPENED).metadata();
    if (pages > MOST_FRAMES) return "too long";
    if (isTooLarge({ width, height }, pages)) return "too large";
    const moves = pages > 1 && MOVING.has(format);
    // A moving picture is read to its last frame, too.
    if (moves) await sharp(bytes, { ...OPENED, animated: true }).stats();
    const pixels = await sharp(bytes, OPENED)
      .resize(SAMPLE, SAMPLE, { fit: "fill", kernel: "nearest" })
      .removeAlpha()
      .toColourspace("srgb")
      .raw()
      .toBuffer();
    const isTransparent = hasAlpha && !(await sharp(bytes, OPENED).stats()).isOpaque;
    const isDrawing = isTransparent || (EXACT.has(format) && coloursIn(pixels) <= COLOURS_OF_A_DRAWING);
    return { ...autoOrient, look: { isDrawing, moves, tint: isTransparent ? undefined : tintOf(pixels) } };
  } catch (error) {
    // libvips throws plain Errors for a file that breaks off or holds nonsense: to us one fact.
    if (error instanceof Error) return "damaged";
    throw error;
  }
}

function coloursIn(pixels: Uint8Array): number {
  const colours = new Set<number>();
  for (let at = 0; at + 2 < pixels.length; at += 3) {
    colours.add(((pixels[at] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at + 2] ?? 0));
  }
  return colours.size;
}
