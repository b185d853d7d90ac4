import { describe, expect, test } from "vitest";
import { loadSharp } from "../../src/content/sharp.ts";
import { iconDrawings } from "../../src/site/icons.ts";

const svg = (inside: string, size = 'viewBox="0 0 32 32"') =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${size}>${inside}</svg>`);
const SOLID = svg('<rect width="32" height="32" rx="4" fill="#102030"/><circle cx="16" cy="16" r="6" fill="#fff"/>');
const CLEAR = svg('<circle cx="16" cy="16" r="16" fill="#a3162e"/>');
const PAPER = "#fdfcf9";

async function pictureOf(drawing: Buffer, name: string) {
  const found = iconDrawings(drawing, PAPER).drawings.find(({ url }) => url.includes(name));
  if (!found) throw new Error(`There is no ${name}`);
  return found.draw();
}

const pixels = async (picture: Buffer) => {
  const { data, info } = await (await loadSharp())(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return {
    info,
    at: (x: number, y: number) => [...data.subarray((y * info.width + x) * 4, (y * info.width + x) * 4 + 4)],
  };
};

describe("the icons of a site", () => {
  test.each([
    ["icon-192", 192],
    ["icon-512", 512],
    ["icon-maskable", 512],
    ["apple-touch-icon", 180],
  ])("%s is a square of %d pixels", async (name, size) => {
    for (const drawing of [SOLID, CLEAR, svg("", 'width="10" height="40"')]) {
      const { info } = await pixels(await pictureOf(drawing, name));
      expect([info.width, info.height]).toEqual([size, size]);
    }
  });

  test("that devices cut into shapes have nothing shining through, and all of the drawing in the middle", async () => {
    for (const name of ["icon-maskable", "apple-touch-icon"]) {
      const solid = await pixels(await pictureOf(SOLID, name));
      expect(solid.at(0, 0)).toEqual([0x10, 0x20, 0x30, 255]);
      const clear = await pixels(await pictureOf(CLEAR, name));
      const { width } = clear.info;
      expect(clear.at(0, 0)).toEqual([0xfd, 0xfc, 0xf9, 255]);
      expect(clear.at(width >> 1, width >> 1)).toEqual([0xa3, 0x16, 0x2e, 255]);
      // Outside of the circle that every device shows.
      for (const place of [0.09, 0.91]) {
        expect(clear.at(Math.floor(width * place), width >> 1)).toEqual([0xfd, 0xfc, 0xf9, 255]);
      }
    }
  });

  test("elsewhere keep what shines through", async () => {
    expect((await pixels(await pictureOf(CLEAR, "icon-192"))).at(0, 0)[3]).toBe(0);
  });

  test("have a favicon.ico with a PNG of 32 pixels in it", async () => {
    const file = await pictureOf(SOLID, "favicon.ico");
    expect([...file.subarray(0, 8)]).toEqual([0, 0, 1, 0, 1, 0, 32, 32]);
    const [length, offset] = [file.readUInt32LE(14), file.readUInt32LE(18)];
    expect(offset + length).toBe(file.length);
    expect(await (await loadSharp())(file.subarray(offset)).metadata()).toMatchObject({ format: "png", width: 32 });
  });

  test("have other names when the drawing is another, and the same bytes when it is the same", async () => {
    const names = (drawing: Buffer) => iconDrawings(drawing, PAPER).drawings.map(({ name }) => name);
    expect(names(SOLID)).toEqual(names(SOLID));
    for (const [index, name] of names(CLEAR).entries()) expect(name).not.toBe(names(SOLID)[index]);
    expect((await pictureOf(SOLID, "icon-512")).equals(await pictureOf(SOLID, "icon-512"))).toBe(true);
  });
});
