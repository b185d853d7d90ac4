import type { Focus, Image } from "./image.ts";
import { RECIPE } from "./image-recipe.ts";
import { type Aspect, SHARED, SLOTS, type Slot, type SlotPlan } from "./image-slots.ts";
import { imageUrl, type SitePath, variantUrl } from "./urls.ts";

export type VariantFormat = "avif" | "webp" | "jpg" | "png";

/** One file that is made from an image. */
export interface Variant {
  readonly url: SitePath;
  readonly image: Image;
  readonly format: VariantFormat;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** What of the image is shown, in its own pixels; all of it when undefined. */
  readonly cut?: Cut | undefined;
  /** Whether it moves as the image does. */
  readonly moves?: boolean;
}

export interface Cut {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** An image as a page shows it: what the browser chooses from, best format first, and what every browser shows. */
export interface ShownImage {
  readonly src: SitePath;
  /** Pixels: with them the page does not shift when the picture arrives. */
  readonly width: number;
  readonly height: number;
  readonly sources: readonly { readonly type: string; readonly srcset: string }[];
  /** Absent where there are no sources to choose from. */
  readonly sizes?: string | undefined;
  /** Which of the tints stands in for it until it is there. */
  readonly tint?: number | undefined;
}

/** What a slot shows of an image. `focus` is what no crop may lose. */
export function shownIn(slot: Slot, image: Image, focus?: Focus): ShownImage {
  const { width, height, look } = image;
  const { sources, fallback } = variantsIn(slot, image, focus);
  if (!fallback) return { src: originalUrl(image), width, height, sources: [] };
  return {
    src: fallback.url,
    width: fallback.width,
    height: fallback.height,
    sources: sources.map(({ type, variants }) => ({ type, srcset: variants.map(candidate).join(", ") })),
    sizes: sources.length > 0 ? SLOTS[slot].sizes : undefined,
    tint: look?.tint,
  };
}

const candidate = ({ url, width }: Variant): string => `${url} ${width}w`;

/** The files of an image that a slot may show; none of a drawing in SVG, which is shown as it is. */
export function filesIn(slot: Slot, image: Image, focus?: Focus): Variant[] {
  const { sources, fallback } = variantsIn(slot, image, focus);
  return [...sources.flatMap(({ variants }) => variants), ...(fallback ? [fallback] : [])];
}

/** What stands beside a shared link: a JPEG. Undefined for an SVG, which no service takes. */
export const socialFile = (image: Image, focus?: Focus): Variant | undefined =>
  image.look && sharedFile(image, SHARED.link, focus);

/** What search engines show of a story: JPEGs. None of an SVG. */
export function sharedFiles(image: Image, focus?: Focus): Variant[] {
  if (!image.look) return [];
  const files = SHARED.aspects.map((aspect) => sharedFile(image, aspect, focus));
  // An image of one of the shapes, or of a few pixels, has fewer of them.
  return [...new Map(files.map((file) => [file.url, file])).values()];
}

function sharedFile(image: Image, aspect: Aspect, focus: Focus | undefined): Variant {
  const frame = frameOf(image, aspect, focus);
  return variant(image, frame, "jpg", Math.min(SHARED.width, widthIn(frame, image)));
}

/** Where a drawing in SVG stands, as it is. */
export const originalUrl = ({ name, hash, format }: Image): SitePath => imageUrl(name, hash, format);

interface Choice {
  readonly sources: readonly { readonly type: string; readonly variants: readonly Variant[] }[];
  /** Undefined for an image that is shown as it is. */
  readonly fallback?: Variant;
}

function variantsIn(slot: Slot, image: Image, focus: Focus | undefined): Choice {
  const plan = SLOTS[slot];
  const { look } = image;
  if (!look) return { sources: [] };
  if (look.moves && plan.moves) return { sources: [], fallback: movingVariant(image, plan) };
  const frame = frameOf(image, aspectIn(plan, image), focus);
  const widths = widthsIn(plan, widthIn(frame, image));
  const inFormat = (format: VariantFormat) => widths.map((width) => variant(image, frame, format, width));
  return {
    sources: [
      { type: "image/avif", variants: inFormat("avif") },
      { type: "image/webp", variants: inFormat("webp") },
    ],
    // For browsers that know neither, of which there are few: one size does.
    fallback: variant(image, frame, look.isDrawing ? "png" : "jpg", widths[0] ?? image.width),
  };
}

function movingVariant(image: Image, { widths }: SlotPlan): Variant {
  const width = Math.min(image.width, widths.at(-1) ?? image.width);
  return { ...variant(image, WHOLE, "webp", width, "moving-"), moves: true };
}

/** The planned widths that an image has, and its own where it has not the largest. */
function widthsIn({ widths }: SlotPlan, most: number): number[] {
  const had = widths.filter((width) => width <= most);
  return had.length === widths.length ? had : [...had.filter((width) => width < most), most];
}

/** What of an image is shown, and how addresses say so. */
interface Frame {
  readonly cut?: Cut;
  readonly name: string;
}

const WHOLE: Frame = { name: "" };

const widthIn = ({ cut }: Frame, image: Image): number => cut?.width ?? image.width;

function aspectIn({ aspect, tallest }: SlotPlan, { width, height }: Image): Aspect | undefined {
  return tallest && width * tallest[1] < height * tallest[0] ? tallest : aspect;
}

/** The largest part of an image that has an aspect, with the focus as near to its middle as can be. */
function frameOf(image: Image, aspect: Aspect | undefined, focus: Focus = { x: 50, y: 50 }): Frame {
  if (!aspect) return WHOLE;
  const [wide, high] = aspect;
  const width = Math.min(image.width, Math.max(1, Math.round((image.height * wide) / high)));
  const height = Math.min(image.height, Math.max(1, Math.round((image.width * high) / wide)));
  if (width === image.width && height === image.height) return WHOLE;
  const left = placed((image.width * focus.x) / 100, width, image.width);
  const top = placed((image.height * focus.y) / 100, height, image.height);
  const at = focus.x === 50 && focus.y === 50 ? "" : `-${focus.x}-${focus.y}`;
  return { cut: { left, top, width, height }, name: `${wide}x${high}${at}-` };
}

const placed = (middle: number, length: number, whole: number): number =>
  Math.round(Math.min(Math.max(middle - length / 2, 0), whole - length));

function variant(image: Image, { cut, name }: Frame, format: VariantFormat, width: number, how = ""): Variant {
  const shown = cut ?? image;
  return {
    url: variantUrl(image.name, image.hash, `${name}${how}${width}-${RECIPE}`, format),
    image,
    format,
    width,
    height: Math.max(1, Math.round((width * shown.height) / shown.width)),
    cut,
  };
}
