import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { digestOf } from "../../content/bytes.ts";
import type { LookAtPicture } from "../../content/look-at-picture.ts";
import { readContent } from "../../content/read.ts";
import type { Inserts } from "../../model/inserts.ts";
import { coloursOf } from "../../model/theme.ts";
import { outputFile } from "../../model/urls.ts";
import type { Page, PlannedPage } from "../../pages/page.ts";
import { flatplanOf } from "../../pages/pages.ts";
import { printRecord, searchRecords } from "../../pages/search-records.ts";
import { cardFiles } from "../../pages/social-images.ts";
import { assetsOf } from "../assets.ts";
import { Darkroom } from "../darkroom.ts";
import { printBatch } from "../eleventy.ts";
import { judge } from "../examine.ts";
import { picturesOf } from "../prepare.ts";
import { searchParts } from "../search.ts";
import { handOver, INDEX, LOOKS, OUTCOME, PICTURES, takeOver } from "./handover.ts";
import { readOrder } from "./order.ts";
import { folderOf, SAID, siteOf } from "./steps.ts";

/** Eleventy keeps all the pages that it is given until it has printed them. */
const PAGES_AT_A_TIME = 250;

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
  const { assets, inlines, files } = assetsOf(order.bundles)(settings);
  const plan = flatplanOf({ publication, assets, indexed, now });
  await printPages(plan, { bodies, inlines }, desk);
  const pictures = picturesOf(publication);
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
    cards: cardFiles(publication),
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

async function printPages(plan: readonly PlannedPage[], inserts: Inserts, desk: string): Promise<void> {
  // A folder of this build alone: what somebody put there, Eleventy would run.
  const input = relative(process.cwd(), join(folderOf(desk, "print"), "eleventy"));
  const site = siteOf(desk, "print");
  for (let from = 0; from < plan.length; from += PAGES_AT_A_TIME) {
    const pages = plan.slice(from, from + PAGES_AT_A_TIME).map((page) => page.make());
    // What a page shows survives the round trip: see `Page`.
    await printBatch(JSON.parse(JSON.stringify(pages)) as Page[], inserts, site, input);
  }
}

async function place(path: string, put: (path: string) => Promise<void>): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await put(path);
}
