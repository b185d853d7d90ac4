import { createHash } from "node:crypto";
import type { Sharp } from "sharp";
import { loadSharp, OPENED } from "../content/sharp.ts";
import type { Colour } from "../model/contrast.ts";
import { SHARP_RELEASE } from "../model/image-recipe.ts";
import { APPLE_ICON, assetUrl, FAVICON } from "../model/urls.ts";
import type { IconFiles } from "../pages/frame.ts";
import type { Drawing } from "./darkroom.ts";

/** Raised when icons come out otherwise from the same drawing. */
const FORM = 1;

/** What of a maskable icon no device cuts off is a circle of four fifths of its width (W3C, Web Application Manifest). */
const SAFE = 0.8;
/** A square in that circle. */
const SAFE_SQUARE = SAFE * Math.SQRT1_2;

/**
 * The icons of a site in pixels, for whatever takes no SVG, from its one drawing. `/favicon.ico` is what feed readers
 * ask for, and `/apple-touch-icon.png` what iOS does where a page names none, so that no page need name them.
 */
export function iconDrawings(
  svg: Uint8Array,
  paper: Colour,
): { readonly icons: IconFiles; readonly drawings: Drawing[] } {
  const name = createHash("sha256")
    .update(JSON.stringify([FORM, SHARP_RELEASE, paper]))
    .update(svg)
    .digest("hex");
  const underHash = (what: string) => assetUrl(what, name.slice(0, 10), "png");
  const icons = { small: underHash("icon-192"), large: underHash("icon-512"), maskable: underHash("icon-maskable") };
  const drawing = (url: Drawing["url"], draw: Drawing["draw"]): Drawing => ({ url, name: `${url} ${name}`, draw });
  return {
    icons,
    drawings: [
      drawing(icons.small, () => drawn(svg, 192)),
      drawing(icons.large, () => drawn(svg, 512)),
      drawing(icons.maskable, () => filled(svg, paper, 512)),
      drawing(APPLE_ICON, () => filled(svg, paper, 180)),
      drawing(FAVICON, async () => iconContainer(await drawn(svg, 32), 32)),
    ],
  };
}

const drawn = async (svg: Uint8Array, size: number): Promise<Buffer> => (await square(svg, size)).png().toBuffer();

/**
 * The drawing on a ground that reaches all edges: its own, where it has one, and otherwise the paper, on which it then
 * stands smaller, so that none of it is cut off.
 */
async function filled(svg: Uint8Array, paper: Colour, size: number): Promise<Buffer> {
  const own = await groundOf(svg);
  const inner = Math.round(size * (own ? SAFE : SAFE_SQUARE));
  const before = Math.floor((size - inner) / 2);
  const after = size - inner - before;
  const background = own ?? paper;
  return (await square(svg, inner))
    .flatten({ background })
    .extend({ top: before, left: before, bottom: after, right: after, background })
    .png()
    .toBuffer();
}

/** A quarter from each end of each edge, in a picture of 64 pixels: corners may be round, as a circle's edges are not. */
const ON_EDGES = [1, 62].flatMap((edge) => [16, 48].flatMap((along) => [edge * 64 + along, along * 64 + edge]));

/** The colour that the drawing has along its edges; undefined where they have several, or something shines through. */
async function groundOf(svg: Uint8Array): Promise<{ r: number; g: number; b: number } | undefined> {
  const pixels = await (await square(svg, 64)).raw().toBuffer();
  const [first, ...others] = ON_EDGES.map((pixel) => pixels.subarray(pixel * 4, pixel * 4 + 4));
  const [r = 0, g = 0, b = 0, alpha = 0] = first ?? [];
  return alpha === 255 && first && others.every((other) => first.equals(other)) ? { r, g, b } : undefined;
}

const CLEAR = { r: 0, g: 0, b: 0, alpha: 0 };

/** The drawing as a picture of so many pixels a side. */
async function square(svg: Uint8Array, size: number): Promise<Sharp> {
  const sharp = await loadSharp();
  const { width = size, height = size } = await sharp(svg, OPENED).metadata();
  // Drawn as large as it is wanted, and not enlarged afterwards: at 72 dots an inch it has its own size.
  const density = Math.min(Math.max((72 * size) / Math.max(width, height), 1), 100_000);
  return sharp(svg, { ...OPENED, density })
    .resize(size, size, { fit: "contain", background: CLEAR })
    .ensureAlpha();
}

/**
 * A PNG as the one picture of an icon file: a header of six bytes, an entry of sixteen, and the PNG as it is (Microsoft,
 * "The evolution of the ICO file format, part 4: PNG images"). `size` is at most 255 pixels.
 */
function iconContainer(png: Buffer, size: number): Buffer {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2); // an icon, and not a cursor
  head.writeUInt16LE(1, 4); // of one picture
  head.writeUInt8(size, 6);
  head.writeUInt8(size, 7);
  head.writeUInt16LE(1, 10); // plane
  head.writeUInt16LE(32, 12); // bits a pixel
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, png]);
}
