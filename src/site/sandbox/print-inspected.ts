import { join, relative } from "node:path";
import type { Inserts } from "../../model/inserts.ts";
import { outputFile, type SitePath } from "../../model/urls.ts";
import type { Page, PlannedPage } from "../../pages/page.ts";
import { searchRecords } from "../../pages/search-records.ts";
import type { Problem } from "../../problems.ts";
import { printBatch } from "../eleventy.ts";
import type { ShownContent } from "../examine.ts";
import { Gate } from "../gate/gate.ts";
import { Inspector } from "../gate/inspector.ts";
import { LIMITS } from "../gate/limits.ts";
import type { StepOrder } from "./order.ts";
import { folderOf, siteOf } from "./steps.ts";

/** Eleventy keeps all the pages that it is given until it has printed them. */
const PAGES_AT_A_TIME = 250;

/** What is printed for, and judged by. */
interface Printing {
  readonly desk: string;
  readonly order: StepOrder;
  readonly shown: ShownContent;
  /** Of everything that the site is going to have. */
  readonly addresses: readonly SitePath[];
}

/**
 * Prints the pages and puts them before the gate. Resolves with what it finds. None of them is looked at closely: what
 * would makes code from strings, which this step may not.
 */
export async function printInspected(
  plan: readonly PlannedPage[],
  inserts: Inserts,
  { desk, order, shown, addresses }: Printing,
): Promise<readonly Problem[]> {
  const site = siteOf(desk, "print");
  const { content, shownOutput } = order;
  const nothingBefore = { target: site, last: undefined, inPlace: new Map() };
  const gate = new Gate({ ...shown, ...nothingBefore, addresses, content, output: shownOutput, limits: LIMITS });
  const inspector = new Inspector(gate.measures);
  // A folder of this build alone: what somebody put there, Eleventy would run.
  const input = relative(process.cwd(), join(folderOf(desk, "print"), "eleventy"));
  for (let from = 0; from < plan.length; from += PAGES_AT_A_TIME) {
    const pages = plan.slice(from, from + PAGES_AT_A_TIME).map((page) => page.make());
    // What a page shows survives the round trip: see `Page`.
    const made = JSON.parse(JSON.stringify(pages)) as Page[];
    await printBatch(made, inserts, site, input, (page, text) => inspector.inspect(page, text));
  }
  const parts = plan.map(({ url }) => ({ name: outputFile(url), key: url, files: [outputFile(url)] }));
  const records = order.search ? searchRecords(shown.publication) : [];
  const { problems } = await gate.judge({
    parts,
    folder: site,
    onPages: inspector.take(),
    closely: [],
    foreign: [],
    records,
  });
  return problems;
}
