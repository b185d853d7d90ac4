import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { digestOf } from "../../content/bytes.ts";
import type { LookAtPicture } from "../../content/look-at-picture.ts";
import { readContent } from "../../content/read.ts";
import { coloursOf } from "../../model/theme.ts";
import { outputFile } from "../../model/urls.ts";
import { flatplanOf } from "../../pages/pages.ts";
import { printRecord, searchRecords } from "../../pages/search-records.ts";
import { cardFiles } from "../../pages/social-images.ts";
import { assetsOf } from "../assets.ts";
import { Darkroom } from "../darkroom.ts";
import { judge } from "../examine.ts";
import { picturesOf } from "../prepare.ts";
import { searchParts } from "../search.ts";
import { handOver, INDEX, LOOKS, OUTCOME, PICTURES, takeOver } from "./handover.ts";
import { readOrder } from "./order.ts";
import { printInspected } from "./print-inspected.ts";
import { SAID, siteOf } from "./steps.ts";

/**
 * Reads and checks the content, and prints the pages; the pictures and the indexes that they need are said, for others to
 * make. Here alone the texts of a stranger are read, so this runs with nothing but files.
 */
export async function printStep(desk: string): Promise<void> {
  const order = await readOrder(desk);
  const { content, now, indexed } = order;
  const reading = await readContent(content, order.shownRoot, { look: await asWasSeen(desk) });
  // Without what changed in corrected stories: git is a process, and a stranger's history is none of ours.
  const { shown, problems } = judge(reading, now, order.unpublished, order.ofLayouts);
  const { filesRead, bodies } = reading;
  if (!shown) return handOver(SAID.outcome(desk), OUTCOME, { problems: [...problems], filesRead });
  const { publication } = shown;
  const { settings } = publication;
  const { assets, inlines, files, drawings } = assetsOf(order.bundles)(settings);
  const plan = flatplanOf({ publication, assets, indexed, now });
  const pictures = picturesOf(publication);
  const cards = cardFiles(publication);
  const addresses = [...plan, ...files, ...pictures, ...cards, ...drawings].map(({ url }) => url);
  const findings = await printInspected(plan, { bodies, inlines }, { desk, order, shown, addresses });
  if (findings.length > 0) {
    return handOver(SAID.outcome(desk), OUTCOME, { problems: [...problems, ...findings], filesRead });
  }
  const site = siteOf(desk, "print");
  for (const { url, contents } of files) await place(join(site, outputFile(url)), (path) => writeFile(path, contents));
  // A drawing in SVG is not encoded, so nothing is kept of it.
  const darkroom = new Darkroom(content, join(site, "kept"));
  for (const { url, image, variant } of pictures) {
    if (variant) continue;
    await place(join(site, outputFile(url)), (path) => writeFile(path, darkroom.trace(image)));
  }
  await handOver(SAID.pictures(desk), PICTURES, {
    paper: coloursOf(settings.theme).paper.light,
    variants: pictures.flatMap(({ variant }) => variant ?? []),
    cards,
  });
  const parts = order.search ? searchParts(searchRecords(publication)) : [];
  for (const [number, { name, withShared, records }] of parts.entries()) {
    const printed = records.map((record) => ({ url: record.url, html: printRecord(record, bodies) }));
    await handOver(SAID.index(desk, number), INDEX, { folder: name, withShared, records: printed });
  }
  const printed = { stories: publication.articles.length, pages: plan.length, indexes: parts.length };
  await handOver(SAID.outcome(desk), OUTCOME, { problems: [...problems], filesRead, printed });
}

/** Knows what is seen in an image, because another step has looked. */
async function asWasSeen(desk: string): Promise<LookAtPicture> {
  const looks = await takeOver(SAID.looks(desk), LOOKS);
  return async (bytes) => {
    const seen = looks[digestOf(bytes)];
    if (seen === undefined) throw new Error("An image was not looked at before it was read");
    return seen;
  };
}

async function place(path: string, put: (path: string) => Promise<void>): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await put(path);
}
