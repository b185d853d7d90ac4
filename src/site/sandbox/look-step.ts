import { join } from "node:path";
import { digestOf, readBytes } from "../../content/bytes.ts";
import { fewAtOnce, PICTURES_AT_ONCE } from "../../content/few-at-once.ts";
import { mostBytes } from "../../content/file-limits.ts";
import { lookAtPicture } from "../../content/look-at-picture.ts";
import { walk } from "../../content/walk.ts";
import { handOver, LOOKS } from "./handover.ts";
import { readOrder } from "./order.ts";
import { SAID } from "./steps.ts";

/** Says what is seen in each image of the content. Whether it may stand there, and is what it says, is for the reader. */
export async function lookStep(desk: string): Promise<void> {
  const { content } = await readOrder(desk);
  const found = await walk(
    content,
    (path) => path,
    () => {},
  );
  const images = found.filter(({ path, place }) => place.kind === "image" && !path.endsWith(".svg"));
  const looks = await fewAtOnce(images, PICTURES_AT_ONCE, async ({ path, place }) => {
    const bytes = readBytes(join(content, path), mostBytes(place, path));
    // What cannot be read is a problem, of which the reader tells.
    return bytes ? ([[digestOf(bytes), await lookAtPicture(bytes)]] as const) : [];
  });
  await handOver(SAID.looks(desk), LOOKS, Object.fromEntries(looks.flat()));
}
