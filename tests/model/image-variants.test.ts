import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Focus, Image } from "../../src/model/image.ts";
import { RECIPE } from "../../src/model/image-recipe.ts";
import { SLOTS, type Slot } from "../../src/model/image-slots.ts";
import { filesIn, sharedFiles, shownIn, socialFile, type Variant } from "../../src/model/image-variants.ts";

const photograph = (width: number, height: number, look: Partial<Image["look"]> = {}): Image => ({
  file: "articles/2026/11/bridge.jpg",
  name: "bridge",
  hash: "0123456789",
  width,
  height,
  format: "jpg",
  look: { isDrawing: false, moves: false, tint: 3, ...look },
});

const drawing: Image = { ...photograph(1200, 675), format: "svg", look: undefined };

const widthsOf = (files: readonly Variant[], format: Variant["format"]) =>
  files.filter((file) => file.format === format).map(({ width }) => width);

const aspectOf = ({ width, height }: { width: number; height: number }) => width / height;

const slots = fc.constantFrom(...(Object.keys(SLOTS) as Slot[]));
const images = fc
  .tuple(fc.integer({ min: 1, max: 9000 }), fc.integer({ min: 1, max: 9000 }), fc.boolean(), fc.boolean())
  .map(([width, height, isDrawing, moves]) => photograph(width, height, { isDrawing, moves }));
const focuses = fc.record({ x: fc.integer({ min: 0, max: 100 }), y: fc.integer({ min: 0, max: 100 }) });

/** Every file that an image may have on a site. */
const allFiles = (image: Image, focus?: Focus): Variant[] => [
  ...(Object.keys(SLOTS) as Slot[]).flatMap((slot) => filesIn(slot, image, focus)),
  ...sharedFiles(image, focus),
  ...[socialFile(image, focus) ?? []].flat(),
];

describe("the files of a photograph", () => {
  test("are AVIF and WebP in the widths of the slot, and one JPEG for other browsers", () => {
    const files = filesIn("story", photograph(3000, 2000));
    expect(widthsOf(files, "avif")).toEqual(SLOTS.story.widths);
    expect(widthsOf(files, "webp")).toEqual(SLOTS.story.widths);
    expect(widthsOf(files, "jpg")).toEqual(SLOTS.story.widths.slice(0, 1));
  });

  test("are never larger than it is: a small one has its own width", () => {
    expect(widthsOf(filesIn("story", photograph(900, 600)), "avif")).toEqual([680, 900]);
    expect(widthsOf(filesIn("story", photograph(300, 200)), "avif")).toEqual([300]);
    expect(widthsOf(sharedFiles(photograph(900, 900)), "jpg")).toEqual([900, 900, 900]);
  });

  test("are named by its bytes, their crop, their width and how they are made", () => {
    const [first] = filesIn("card", photograph(3000, 4000), { x: 30, y: 40 });
    expect(first?.url).toBe(`/images/bridge-0123456789/3x2-30-40-208-${RECIPE}.avif`);
    expect(filesIn("story", photograph(3000, 2000))[0]?.url).toBe(`/images/bridge-0123456789/680-${RECIPE}.avif`);
  });

  test("are whole and within it, in any slot, of any size and with any focus", () => {
    fc.assert(
      fc.property(images, slots, fc.option(focuses, { nil: undefined }), (image, slot, focus) => {
        for (const { width, height, cut } of filesIn(slot, image, focus)) {
          const shown = cut ?? { left: 0, top: 0, width: image.width, height: image.height };
          expect(width).toBeGreaterThan(0);
          expect(height).toBeGreaterThan(0);
          expect(width).toBeLessThanOrEqual(shown.width);
          expect(shown.left).toBeGreaterThanOrEqual(0);
          expect(shown.top).toBeGreaterThanOrEqual(0);
          expect(shown.left + shown.width).toBeLessThanOrEqual(image.width);
          expect(shown.top + shown.height).toBeLessThanOrEqual(image.height);
          // Nothing is stretched by more than the pixel that it is rounded to.
          expect(Math.abs(height - (width * shown.height) / shown.width)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test("have addresses that say all there is: what differs has another", () => {
    fc.assert(
      fc.property(images, focuses, focuses, (image, one, other) => {
        const seen = new Map<string, string>();
        for (const { url, ...rest } of [...allFiles(image), ...allFiles(image, one), ...allFiles(image, other)]) {
          const all = JSON.stringify(rest);
          expect(seen.get(url) ?? all).toBe(all);
          seen.set(url, all);
        }
      }),
    );
  });
});

describe("a crop", () => {
  test.each([
    ["lead", 3 / 2],
    ["card", 3 / 2],
    ["tile", 3 / 2],
    ["portrait", 1],
  ] as const)("in the slot %s has its aspect", (slot, aspect) => {
    for (const image of [photograph(3000, 1000), photograph(1000, 3000)]) {
      for (const file of filesIn(slot, image)) expect(aspectOf(file)).toBeCloseTo(aspect, 1);
    }
  });

  test("is not made of a story's cover or a figure, unless the cover is tall", () => {
    for (const slot of ["story", "figure"] as const) {
      for (const file of filesIn(slot, photograph(3000, 1000))) expect(aspectOf(file)).toBeCloseTo(3, 1);
    }
    for (const file of filesIn("story", photograph(1000, 3000))) expect(aspectOf(file)).toBeCloseTo(4 / 5, 1);
    for (const file of filesIn("figure", photograph(1000, 3000))) expect(aspectOf(file)).toBeCloseTo(1 / 3, 1);
  });

  test("shows the focus, in its middle where there is room", () => {
    const cutOf = (focus?: Focus) => filesIn("portrait", photograph(3000, 1000), focus)[0]?.cut;
    expect(cutOf()).toEqual({ left: 1000, top: 0, width: 1000, height: 1000 });
    expect(cutOf({ x: 40, y: 90 })).toEqual({ left: 700, top: 0, width: 1000, height: 1000 });
    expect(cutOf({ x: 2, y: 50 })).toEqual({ left: 0, top: 0, width: 1000, height: 1000 });
    expect(cutOf({ x: 100, y: 50 })).toEqual({ left: 2000, top: 0, width: 1000, height: 1000 });
  });
});

describe("other images", () => {
  test("a drawing in SVG is shown as it is, and shared by nobody", () => {
    expect(filesIn("story", drawing)).toEqual([]);
    expect(sharedFiles(drawing)).toEqual([]);
    expect(socialFile(drawing)).toBeUndefined();
    expect(shownIn("story", drawing)).toEqual({
      src: "/images/bridge-0123456789.svg",
      width: 1200,
      height: 675,
      sources: [],
    });
  });

  test("a drawing in pixels never becomes a JPEG on a page", () => {
    const formats = filesIn("figure", photograph(3000, 2000, { isDrawing: true })).map(({ format }) => format);
    expect(new Set(formats)).toEqual(new Set(["avif", "webp", "png"]));
  });

  test("a moving picture moves in a story and stands still in lists", () => {
    const moving = photograph(2000, 1000, { moves: true });
    expect(filesIn("story", moving)).toMatchObject([{ format: "webp", width: 1080, moves: true }]);
    expect(filesIn("card", moving).some(({ moves }) => moves)).toBe(false);
  });
});

describe("what a page says of a picture", () => {
  test("has its size, so that nothing shifts, its colour, and few enough words", () => {
    const shown = shownIn("story", photograph(3000, 2000));
    expect(shown).toMatchObject({ width: 680, height: 453, tint: 3 });
    expect(shown.sources.map(({ type }) => type)).toEqual(["image/avif", "image/webp"]);
    expect(JSON.stringify(shown).length).toBeLessThan(600);
    for (const slot of Object.values(SLOTS)) expect(slot.widths.length).toBeLessThanOrEqual(4);
  });

  test("is for shared links a JPEG of 1200 by 630, and for search engines three of the shapes that they ask for", () => {
    expect(socialFile(photograph(3000, 2000))).toMatchObject({ format: "jpg", width: 1200, height: 630 });
    expect(socialFile(photograph(3000, 2000), { x: 0, y: 100 })?.cut).toMatchObject({
      left: 0,
      top: 425,
      height: 1575,
    });
    const shared = sharedFiles(photograph(3000, 2000));
    expect(shared.map(({ format, width, height }) => [format, width, height])).toEqual([
      ["jpg", 1200, 675],
      ["jpg", 1200, 900],
      ["jpg", 1200, 1200],
    ]);
  });
});
