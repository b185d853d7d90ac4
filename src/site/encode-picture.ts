import type { Sharp } from "sharp";
import { loadSharp, OPENED } from "../content/sharp.ts";
import { ENCODING } from "../model/image-recipe.ts";
import type { Cut, Variant, VariantFormat } from "../model/image-variants.ts";
import { creditIn } from "./exif-credit.ts";

type Encoding = (typeof ENCODING)["photograph" | "drawing"];

const encode: { readonly [Format in VariantFormat]: (picture: Sharp, encoding: Encoding) => Sharp } = {
  avif: (picture, { avif }) => picture.avif(avif),
  webp: (picture, { webp }) => picture.webp(webp),
  // For shared links a transparent drawing has a ground.
  jpg: (picture, { jpg }) => picture.flatten({ background: "#fff" }).jpeg(jpg),
  png: (picture, { png }) => picture.png(png),
};

/**
 * Makes a variant from the bytes of its image: upright, in sRGB, and without what cameras write into files, such as
 * where they were. A JPEG keeps whose it is. The same bytes give the same bytes.
 */
export async function encodePicture(source: Uint8Array, variant: Variant): Promise<Buffer> {
  const sharp = await loadSharp();
  const { image, format, width, height, cut, moves = false } = variant;
  const opened = sharp(source, { ...OPENED, animated: moves });
  const whole = cut && sizeAround(cut, image, variant);
  // Cut last, so that a large JPEG is never opened at its full size.
  const sized = whole
    ? opened.resize(whole.width, whole.height, { fit: "fill" }).extract({ ...whole.at, width, height })
    : opened.resize(width, height, { fit: "fill" });
  const encoded = encode[format](sized, image.look?.isDrawing ? ENCODING.drawing : ENCODING.photograph);
  if (format !== "jpg") return encoded.toBuffer();
  const credit = creditIn((await sharp(source, OPENED).metadata()).exif);
  return (Object.keys(credit).length > 0 ? encoded.withExif({ IFD0: { ...credit } }) : encoded).toBuffer();
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size of the whole image of which a cut has a size, and where in it the cut stands. */
function sizeAround(cut: Cut, image: Size, { width, height }: Size) {
  const whole = {
    width: Math.max(width, Math.round((image.width * width) / cut.width)),
    height: Math.max(height, Math.round((image.height * height) / cut.height)),
  };
  const at = {
    left: Math.min(Math.round((cut.left * width) / cut.width), whole.width - width),
    top: Math.min(Math.round((cut.top * height) / cut.height), whole.height - height),
  };
  return { ...whole, at };
}
