import { resolve } from "node:path";
import { type Digests, fingerprintOf } from "../content/fingerprint.ts";
import { timeSpanOf } from "../model/time-span.ts";
import { outputFile } from "../model/urls.ts";
import type { Edition } from "../pages/frame.ts";
import type { PlannedPage } from "../pages/page.ts";
import { flatplanOf } from "../pages/pages.ts";
import { printRecord, searchRecords } from "../pages/search-records.ts";
import { makeAssets } from "./assets.ts";
import { type BuildResult, circumstancesOf, NO_WORK, type SettledOptions } from "./build.ts";
import { Desk, type EditionHere } from "./desk.ts";
import { withNewFolder } from "./output-folder.ts";
import { keyOf } from "./page-key.ts";
import { examine, imagesOf, type ShownContent } from "./prepare.ts";
import { publishChanges, publishFolder, type ReadyPart } from "./press.ts";
import { keepPrinted, type Outcome, type Printed, type PrintedPart } from "./printed.ts";
import { forgetOtherParts, searchParts, writeSearchParts } from "./search.ts";
import type { Stages } from "./stages.ts";
import type { Threads } from "./threads/threads.ts";
import { type SiteFile, writeSiteFiles } from "./write.ts";

/** What there was before. */
export interface Before {
  readonly target: string;
  readonly digests: Digests | undefined;
  readonly last: Printed | undefined;
  /** The parts of the last build that still lie in `target`, by name. */
  readonly inPlace: ReadonlyMap<string, PrintedPart>;
}

/** Builds a site of which something has changed. */
export async function buildAnew(
  options: SettledOptions,
  before: Before,
  threads: Threads,
  stages: Stages,
): Promise<BuildResult> {
  const desk = new Desk(options.work, threads, "print", options.shares);
  try {
    stages.begin("Reading the content");
    const assets = makeAssets();
    const { reading, shown, problems } = await examine(options, await desk.howToRead(before.digests));
    const { filesRead, filesParsed, bodies } = reading;
    const { urls, files } = await assets;
    await desk.keepReadings(reading);
    if (!shown) return { problems, filesRead, done: { ...NO_WORK, filesParsed } };
    const edition: Edition = { publication: shown.publication, assets: urls, indexed: options.indexed };
    const plan = flatplanOf(edition);
    const site: Site = { plan, edition, shown, bodies, files: filesOf(edition, files, options.content) };
    const published = await printAndPublish(site, options, before, desk, stages);
    if (!published) return await buildAnew(options, nothingBefore(before.target), threads, stages);
    const { parts, pagesPrinted, recordsIndexed } = published;
    const outcome: Outcome = { problems, filesRead, stories: shown.publication.articles.length, pages: plan.length };
    const circumstances = circumstancesOf(options, fingerprintOf(reading.digests));
    const time = timeSpanOf(shown.newsroom, options.now);
    await keepPrinted(options.work, before.target, { circumstances, time, outcome, parts });
    const { stories, pages } = outcome;
    return { problems, filesRead, published: { stories, pages }, done: { filesParsed, pagesPrinted, recordsIndexed } };
  } finally {
    await desk.end();
    stages.end();
  }
}

const nothingBefore = (target: string): Before => ({
  target,
  digests: undefined,
  last: undefined,
  inPlace: new Map(),
});

/** A site that is ready to be printed. */
interface Site {
  readonly plan: readonly PlannedPage[];
  readonly edition: Edition;
  readonly shown: ShownContent;
  readonly bodies: EditionHere["bodies"];
  readonly files: readonly SiteFile[];
}

/** Resolves with undefined when the site in `target` is not what was there before. */
async function printAndPublish(site: Site, options: SettledOptions, before: Before, desk: Desk, stages: Stages) {
  const { last, inPlace, target } = before;
  return withNewFolder(target, async (folder) => {
    const stale = isStale(inPlace);
    stages.begin("Finding the pages that change");
    const pages = pageParts(site.plan, inPlace);
    const places = [...pages.keys()].filter((place) => stale(pages[place]));
    const print = async () => {
      const keys = await desk.print(places, toPrint(site, options, folder));
      for (const [index, place] of places.entries()) pages[place] = printedPage(site.plan, place, keys[index]);
    };
    const index = () => indexStories(site, options, folder, inPlace);

    stages.begin(`Printing ${places.length} of ${site.plan.length} pages`);
    const files = await writeSiteFiles(site.files, folder, stale);
    let search: Awaited<ReturnType<typeof index>>;
    if (desk.isMuch(places.length)) {
      await print();
      stages.begin("Indexing for the search");
      search = await index();
    } else [search] = await Promise.all([index(), print()]);

    stages.begin("Putting the site in place");
    const ready = [...pages, ...files, ...search.parts].filter((part) => part !== undefined);
    const parts =
      last && inPlace.size > 0
        ? await publishChanges(ready, folder, target, last.parts)
        : await publishFolder(ready, folder, target);
    return parts && { parts, pagesPrinted: places.length, recordsIndexed: search.recordsIndexed };
  });
}

type Wanted = Pick<ReadyPart, "name" | "key">;

const isStale =
  (inPlace: Before["inPlace"]) =>
  (part: Wanted | undefined): boolean =>
    part === undefined || inPlace.get(part.name)?.key !== part.key;

/** Each page as it would be now; undefined where nothing of the last build is left to compare it with. */
function pageParts(plan: readonly PlannedPage[], inPlace: Before["inPlace"]): (ReadyPart | undefined)[] {
  if (inPlace.size === 0) return plan.map(() => undefined);
  return plan.map((page) => ({ name: outputFile(page.url), key: keyOf(page.make()) }));
}

function printedPage(plan: readonly PlannedPage[], place: number, key: string | undefined): ReadyPart {
  const page = plan[place];
  if (!page || key === undefined) throw new RangeError(`Page ${place} of ${plan.length} was not printed`);
  const file = outputFile(page.url);
  return { name: file, key, files: [file] };
}

async function indexStories(
  { edition, bodies }: Site,
  options: SettledOptions,
  folder: string,
  inPlace: Before["inPlace"],
) {
  if (!options.search) return { parts: [], recordsIndexed: 0 };
  const cache = `${options.work}/search`;
  const all = searchParts(searchRecords(edition.publication));
  const named = all.map((part) => ({
    part,
    name: part.name,
    key: `${part.key}${part.withShared ? " and shared" : ""}`,
  }));
  const stale = named.filter(isStale(inPlace)).map(({ part }) => part);
  const { files, recordsIndexed } = await writeSearchParts(stale, folder, {
    cache,
    print: (record) => printRecord(record, bodies),
  });
  await forgetOtherParts(cache, all);
  const parts = named.map(({ part, name, key }): ReadyPart => ({ name, key, files: files.get(part) }));
  return { parts, recordsIndexed };
}

function toPrint({ plan, edition, shown, bodies }: Site, { now }: SettledOptions, folder: string): EditionHere {
  const { newsroom, unpublished } = shown;
  return { newsroom, now, unpublished, assets: edition.assets, indexed: edition.indexed, folder, plan, bodies };
}

function filesOf({ publication }: Edition, assets: readonly SiteFile[], content: string): SiteFile[] {
  const images = imagesOf(publication).map(({ url, file }): SiteFile => ({ url, copiedFrom: resolve(content, file) }));
  return [...assets, ...images];
}
