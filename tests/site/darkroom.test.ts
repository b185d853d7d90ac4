import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { readImage } from "../../src/content/images.ts";
import { loadSharp } from "../../src/content/sharp.ts";
import { ChangedSinceError } from "../../src/content/texts.ts";
import type { Focus, Image } from "../../src/model/image.ts";
import { SHARP_RELEASE } from "../../src/model/image-recipe.ts";
import type { Slot } from "../../src/model/image-slots.ts";
import { filesIn, sharedFiles, type Variant } from "../../src/model/image-variants.ts";
import { Darkroom } from "../../src/site/darkroom.ts";
import { onDisk } from "../content/newspaper-on-disk.ts";
import { BLUE, halves, jpeg, movingGif, photograph, RED } from "../content/photographs.ts";

/** A content folder with one picture in it, read, and a darkroom for it. */
async function withPicture(bytes: Uint8Array, name = "a.jpg") {
  const file = `articles/2026/11/${name}`;
  const content = await onDisk({ [file]: bytes });
  const image = await readImage(file, file, bytes, (problem) => expect(problem).toBeUndefined());
  if (!image) throw new Error("The picture could not be read");
  const work = join(content, "../.dateline");
  return { content, image, work, darkroom: new Darkroom(content, work), kept: join(work, "images") };
}

function fileIn(slot: Slot, image: Image, format: Variant["format"], focus?: Focus): Variant {
  const found = filesIn(slot, image, focus).find((file) => file.format === format);
  if (!found) throw new Error(`There is no ${format} in the slot ${slot}`);
  return found;
}

const opened = async (bytes: Uint8Array) => (await loadSharp())(bytes);

describe("a picture that is made", () => {
  test("is of the format and the size that its page says, in every slot", async () => {
    const { darkroom, image } = await withPicture(await jpeg(1600, 1100));
    for (const slot of ["lead", "story", "figure", "card", "tile", "portrait"] as const) {
      for (const variant of [...filesIn(slot, image, { x: 93, y: 7 }), ...sharedFiles(image)]) {
        const { format, width, height } = await (await opened(await darkroom.develop(variant))).metadata();
        const named = { jpeg: "jpg", heif: "avif" }[String(format)] ?? format;
        expect([named, width, height], variant.url).toEqual([variant.format, variant.width, variant.height]);
      }
    }
  });

  test("is the same, byte for byte, from the same file", async () => {
    const bytes = await jpeg(700, 500);
    const [one, other] = [await withPicture(bytes), await withPicture(bytes)];
    for (const variant of filesIn("card", one.image)) {
      expect((await one.darkroom.develop(variant)).equals(await other.darkroom.develop(variant)), variant.url).toBe(
        true,
      );
    }
  });

  test("shows what is in focus", async () => {
    const { darkroom, image } = await withPicture(await (await halves(1200, 300, RED, BLUE)).jpeg().toBuffer());
    const middle = async (focus: Focus) => {
      const portrait = await opened(await darkroom.develop(fileIn("portrait", image, "jpg", focus)));
      const [red = 0, , blue = 0] = await portrait.resize(1, 1).raw().toBuffer();
      return red > blue ? "red" : "blue";
    };
    expect(await middle({ x: 10, y: 50 })).toBe("red");
    expect(await middle({ x: 90, y: 50 })).toBe("blue");
  });

  test("keeps whose it is, and says nothing of where and with what it was taken", async () => {
    const source = await (await photograph(700, 500))
      .withExif({
        IFD0: { Artist: "Ann Example", Copyright: "Example Press", Make: "A camera" },
        IFD3: { GPSLatitudeRef: "N", GPSLatitude: "51/1 30/1 0/1" },
      })
      .jpeg()
      .toBuffer();
    expect((await (await opened(source)).metadata()).exif?.toString("latin1")).toContain("A camera");
    const { darkroom, image } = await withPicture(source);
    for (const variant of [...filesIn("story", image), ...sharedFiles(image)]) {
      const { exif } = await (await opened(await darkroom.develop(variant))).metadata();
      const said = exif?.toString("latin1") ?? "";
      expect(said, variant.url).not.toMatch(/A camera|GPS/);
      if (variant.format === "jpg") expect(said, variant.url).toMatch(/Example Press\0Ann Example/);
    }
  });

  test("stands upright, whichever way the camera was held", async () => {
    const lying = await (await opened(await (await halves(600, 400, RED, BLUE)).jpeg().toBuffer()))
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const { darkroom, image } = await withPicture(lying);
    const shown = await opened(await darkroom.develop(fileIn("figure", image, "jpg")));
    expect(await shown.clone().metadata()).toMatchObject({ width: 400, height: 600 });
    // What was on the left is above.
    const [red = 0, , blue = 0] = await shown
      .extract({ left: 0, top: 0, width: 400, height: 200 })
      .resize(1, 1)
      .raw()
      .toBuffer();
    expect(red).toBeGreaterThan(blue);
  });

  test("is in sRGB, whatever the file was in, and carries no profile", async () => {
    const wide = await (await photograph(300, 200)).withIccProfile("p3").jpeg().toBuffer();
    expect((await (await opened(wide)).metadata()).hasProfile).toBe(true);
    const { darkroom, image } = await withPicture(wide);
    for (const variant of filesIn("figure", image)) {
      const { hasProfile, space } = await (await opened(await darkroom.develop(variant))).metadata();
      expect([hasProfile, space], variant.url).toEqual([false, "srgb"]);
    }
  });

  test("of a transparent one is transparent, and white where it is shared", async () => {
    const sharp = await loadSharp();
    const glass = await sharp({ create: { width: 400, height: 300, channels: 4, background: { ...RED, alpha: 0 } } })
      .png()
      .toBuffer();
    const { darkroom, image } = await withPicture(glass, "a.png");
    for (const variant of filesIn("figure", image)) {
      expect((await (await opened(await darkroom.develop(variant))).stats()).isOpaque, variant.url).toBe(false);
    }
    const [shared] = sharedFiles(image);
    if (!shared) throw new Error("It is not shared");
    const [red = 0, green = 0] = await (await opened(await darkroom.develop(shared))).resize(1, 1).raw().toBuffer();
    expect([red > 250, green > 250]).toEqual([true, true]);
  });

  test("of a moving one moves in a story, with all its frames", async () => {
    const { darkroom, image } = await withPicture(await movingGif(1500, 30), "a.gif");
    const moving = await (await opened(await darkroom.develop(fileIn("story", image, "webp")))).metadata();
    expect(moving).toMatchObject({ pages: 3, width: 1080, height: 22 });
    expect((await (await opened(await darkroom.develop(fileIn("card", image, "webp")))).metadata()).pages ?? 1).toBe(1);
  });
});

describe("the darkroom", () => {
  test("makes a picture once: after that it needs no image", async () => {
    const { darkroom, image, content, work } = await withPicture(await jpeg(300, 200));
    const variant = fileIn("card", image, "webp");
    const made = await darkroom.develop(variant);
    await writeFile(join(content, image.file), "gone");
    expect((await new Darkroom(content, work).develop(variant)).equals(made)).toBe(true);
  });

  test("makes a picture again that was damaged where it was kept", async () => {
    const { darkroom, image, kept } = await withPicture(await jpeg(300, 200));
    const variant = fileIn("card", image, "webp");
    const made = await darkroom.develop(variant);
    const [name = ""] = await readdir(kept);
    const bytes = await readFile(join(kept, name));
    for (const damaged of [bytes.subarray(0, 90), Buffer.alloc(0), Buffer.from(bytes).fill(0, 200, 210)]) {
      await writeFile(join(kept, name), damaged);
      expect((await darkroom.develop(variant)).equals(made)).toBe(true);
      expect((await readFile(join(kept, name))).equals(bytes)).toBe(true);
    }
  });

  test("makes nothing of an image that has changed since its address was made", async () => {
    const { darkroom, image, content } = await withPicture(await jpeg(300, 200));
    await writeFile(join(content, image.file), await jpeg(310, 200));
    await expect(darkroom.develop(fileIn("card", image, "avif"))).rejects.toThrow(ChangedSinceError);
  });

  test("keeps what is wanted, and throws the rest away when it has made something", async () => {
    const { darkroom, image, kept, content, work } = await withPicture(await jpeg(300, 200));
    const [one, other] = [fileIn("card", image, "webp"), fileIn("card", image, "avif")];
    await darkroom.develop(one);
    await darkroom.develop(other);
    await darkroom.keepOnly(() => [one]);
    expect((await readdir(kept)).length).toBe(1);
    await new Darkroom(content, work).keepOnly(() => []);
    expect((await readdir(kept)).length).toBe(1);
  });

  test("names the release of sharp in its addresses, because another makes other bytes", () => {
    expect(manifest.dependencies.sharp).toBe(SHARP_RELEASE);
  });
});
