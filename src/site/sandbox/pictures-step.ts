import { join } from "node:path";
import { drawingsOf } from "../cards/card-drawings.ts";
import { Darkroom } from "../darkroom.ts";
import { iconDrawings } from "../icons.ts";
import { drawnFiles, siteFilesOf, writeSiteFiles } from "../write.ts";
import { PICTURES, takeOver } from "./handover.ts";
import { readOrder } from "./order.ts";
import { folderOf, SAID, siteOf } from "./steps.ts";

/** Makes the pictures that pages show, from images that were looked at. */
export async function picturesStep(desk: string): Promise<void> {
  const { content, bundles } = await readOrder(desk);
  const { paper, variants, cards } = await takeOver(SAID.pictures(desk), PICTURES);
  const darkroom = new Darkroom(content, join(folderOf(desk, "pictures"), "kept"));
  const pictures = variants.map((variant) => ({ url: variant.url, image: variant.image, variant }));
  const drawings = [...iconDrawings(bundles.icon, paper).drawings, ...drawingsOf(cards)];
  const files = [...siteFilesOf(pictures, darkroom), ...drawnFiles(drawings, darkroom)];
  await writeSiteFiles(files, siteOf(desk, "pictures"), () => true);
}
