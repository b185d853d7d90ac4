import type { Sharp } from "sharp";
import { loadSharp } from "../../src/content/sharp.ts";

/** What photographs are rich in: much that is large and soft, and a little of every finer grain (pixels, strength). */
const GRAINS = [
  [300, 70],
  [90, 40],
  [30, 18],
  [10, 8],
  [4, 3],
] as const;

/** A picture with the statistics of a photograph, and of nothing: the same for the same size. */
export async function photograph(width: number, height: number): Promise<Sharp> {
  const sharp = await loadSharp();
  const sum = new Float32Array(width * height * 3).fill(128);
  for (const [grain, strength] of GRAINS) {
    const [columns, rows] = [Math.ceil(width / grain) + 2, Math.ceil(height / grain) + 2];
    const layer = await sharp(noise(columns * rows * 3, grain), { raw: { width: columns, height: rows, channels: 3 } })
      .resize(width, height, { fit: "fill", kernel: "cubic" })
      .raw()
      .toBuffer();
    for (const [at, value] of layer.entries()) sum[at] = (sum[at] ?? 0) + ((value - 128) / 128) * strength;
  }
  return sharp(Buffer.from(Uint8ClampedArray.from(sum).buffer), { raw: { width, height, channels: 3 } });
}

/** The same bytes for the same seed (Numerical Recipes, 7.1, a quick and dirty generator). */
function noise(length: number, seed: number): Buffer {
  const bytes = Buffer.alloc(length);
  for (let at = 0, state = seed; at < length; at++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes[at] = state >>> 24;
  }
  return bytes;
}

/** A JPEG of it, as a camera or an agency would send one. */
export async function jpeg(width = 1200, height = 800, quality = 80): Promise<Buffer> {
  return (await photograph(width, height)).jpeg({ quality }).toBuffer();
}

type Colour = { readonly r: number; readonly g: number; readonly b: number };

/** Halves of two colours: the first is on the left, the second on the right. */
export async function halves(width: number, height: number, left: Colour, right: Colour): Promise<Sharp> {
  const sharp = await loadSharp();
  const half = await sharp({ create: { width: Math.floor(width / 2), height, channels: 3, background: left } })
    .png()
    .toBuffer();
  return sharp({ create: { width, height, channels: 3, background: right } }).composite([
    { input: half, left: 0, top: 0 },
  ]);
}

export const RED = { r: 200, g: 20, b: 20 };
export const BLUE = { r: 20, g: 40, b: 160 };

/** A GIF of three frames. */
export async function movingGif(width = 60, height = 40): Promise<Buffer> {
  const sharp = await loadSharp();
  const frames = await Promise.all(
    [RED, BLUE, { r: 230, g: 230, b: 230 }].map((background) =>
      sharp({ create: { width, height, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  );
  return sharp(frames, { join: { animated: true } })
    .gif({ delay: [100, 100, 100] })
    .toBuffer();
}
