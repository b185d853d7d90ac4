import { resolve } from "node:path";
import { type Digests, fingerprintOf } from "../content/fingerprint.ts";
import type { Variant } from "../model/image-variants.ts";
import type { Inserts } from "../model/inserts.ts";
import type { Newsroom } from "../model/newsroom.ts";
import { type TimeSpan, timeSpanOf } from "../model/time-span.ts";
import { outputFile } from "../model/urls.ts";
import type { Edition } from "../pages/frame.ts";
import type { PlannedPage } from "../pages/page.ts";
import { flatplanOf } from "../pages/pages.ts";
import { pictureFiles } from "../pages/pictures.ts";
import { printRecord, searchRecords } from "../pages/search-records.ts";
import { makeAssets } from "./assets.ts";
import { type BuildResult, circumstancesOf, NO_WORK, type SettledOptions } from "./build.ts";
import { cardDrawings } from "./cards/card-drawings.ts";
import { Darkroom } from "./darkroom.ts";
import { Desk } from "./desk.ts";
import { examine } from "./examine.ts";
import { picturesOf } from "./prepare.ts";
import type { ReadyPart } from "./press.ts";
import { printRun } from "./print-run.ts";
import { keepPrinted, type Outcome, type Printed, type PrintedPart } from "./printed.ts";
import type { Outlet } from "./publish/outlet.ts";
import { forgetOtherParts, searchParts, writeSearchParts } from "./search.ts";
import { indexesIn, isIn, type Share, WHOLE } from "./shards.ts";
import type { Stages } from "./stages.ts";
import type { Threads } from "./threads/threads.ts";
import { drawnFiles, type SiteFile, siteFilesOf, writeSiteFiles } from "./write.ts";

/** What there was before. */
export interface Before {
  /** The folder in which the last site lies, if there is one. */
  readonly target: string;
  readonly outlet: Outlet;
  /** What was printed there is remembered under this name. */
  readonly name: string;
  readonly digests: Digests | undefined;
  readonly last: Printed | undefined;
  /** The parts of the last build that still lie in `target`, by name. */
  readonly inPlace: ReadonlyMap<string, PrintedPart>;
}

/** A build, and what the manifest says of it when it has published: the parts, and the fingerprint of the content. */
export interface BuiltAnew extends BuildResult {
  readonly made?: { readonly parts: readonly PrintedPart[]; readonly fingerprint: string };
}

/** Builds a site of which something has changed. */
export async function buildAnew(
  options: SettledOptions,
  before: Before,
  threads: Threads,
  stages: Stages,
): Promise<BuiltAnew> {
  const desk = new Desk(options.work, threads, "print", options.shares);
  try {
    stages.begin("Reading the content");
    const assets = makeAssets();
    const how = await desk.howToRead(before.digests);
    const { reading, shown, problems, head } = await examine(options, how, options.work);
    const { filesRead, filesParsed, bodies } = reading;
    const assetsFor = await assets;
    desk.keepLater(reading);
    if (!shown) return { problems, filesRead, done: { ...NO_WORK, filesParsed } };
    const { assets: named, inlines, files, drawings: icons } = assetsFor(shown.newsroom.settings);
    const drawings = [...icons, ...cardDrawings(shown.publication)];
    const { now, indexed } = options;
    const edition: Edition = { publication: shown.publication, assets: named, indexed, now };
    const plan = flatplanOf(edition).filter(({ url }) => isIn(options.shard, outputFile(url)));
    const fingerprint = fingerprintOf(reading.digests);
    const time = timeSpanOf(shown.newsroom, options.now);
    const content = resolve(options.content);
    const darkroom = new Darkroom(content, options.work);
    const pictures = siteFilesOf(picturesOf(shown.publication), darkroom);
    const site: Site = {
      plan,
      share: shareOf(options, fingerprint, time, head),
      edition,
      inserts: { bodies, inlines },
      files: [...files, ...pictures, ...drawnFiles(drawings, darkroom)].filter(({ url }) =>
        isIn(options.shard, outputFile(url)),
      ),
    };
    const published = await printAndPublish(site, options, before, desk, threads, stages);
    if (!published) return await buildAnew(options, nothingBefore(before), threads, stages);
    const { parts, pagesPrinted, recordsIndexed } = published;
    await darkroom.keepOnly(() => [...everyPicture(shown.newsroom), ...drawings]);
    const outcome: Outcome = { problems, filesRead, stories: shown.publication.articles.length, pages: plan.length };
    const circumstances = circumstancesOf(options, fingerprint);
    await keepPrinted(options.work, before.name, { circumstances, head, time, outcome, parts });
    const { stories, pages } = outcome;
    const done = { filesParsed, pagesPrinted, recordsIndexed };
    return { problems, filesRead, published: { stories, pages }, done, made: { parts, fingerprint } };
  } finally {
    await desk.end();
    stages.end();
  }
}

const nothingBefore = ({ target, outlet, name }: Before): Before => ({
  target,
  outlet,
  name,
  digests: undefined,
  last: undefined,
  inPlace: new Map(),
});

/** A site that is ready to be printed. */
interface Site {
  readonly plan: readonly PlannedPage[];
  readonly share: Share | undefined;
  readonly edition: Edition;
  readonly inserts: Inserts;
  readonly files: readonly SiteFile[];
}

/** Resolves with undefined when the site in `target` is not what was there before. */
async function printAndPublish(
  site: Site,
  options: SettledOptions,
  before: Before,
  desk: Desk,
  threads: Threads,
  stages: Stages,
) {
  const { last, inPlace, outlet } = before;
  return outlet.withNewFolder(async (folder) => {
    const print = () => printRun(site.plan, site.edition, inPlace, desk, { folder, inserts: site.inserts });
    const index = () => indexStories(site, options, folder, inPlace);
    const { pages, search } = await printAndIndex(
      print,
      index,
      inPlace.size === 0 && desk.isMuch(site.plan.length),
      threads,
      stages,
    );
    stages.noteSlowest(pages.slowest);
    if (site.files.some((file) => "make" in file && !inPlace.has(outputFile(file.url)))) {
      stages.begin("Making the pictures");
    }
    const files = await writeSiteFiles(site.files, folder, isStale(inPlace));
    stages.begin("Putting the site in place");
    const parts = await outlet.publish({
      parts: [...pages.parts, ...files, ...search.parts],
      folder,
      share: site.share,
      last: inPlace.size > 0 ? last?.parts : undefined,
    });
    return parts && { parts, pagesPrinted: pages.printed, recordsIndexed: search.recordsIndexed };
  });
}

/** Both at once, for most of an index is made by a process of its own; but not where each would want all cores. */
async function printAndIndex<Pages, Search>(
  print: () => Promise<Pages>,
  index: () => Promise<Search>,
  inTurn: boolean,
  threads: Threads,
  stages: Stages,
): Promise<{ pages: Pages; search: Search }> {
  stages.begin("Printing the pages that change");
  if (!inTurn) {
    const [search, pages] = await Promise.all([index(), print()]);
    return { pages, search };
  }
  const pages = await print();
  // Pagefind wants the memory.
  await threads.end();
  stages.begin("Indexing for the search");
  return { pages, search: await index() };
}

/** What the mark of a shard says; undefined for a whole site. The site is named by all that it is made from. */
function shareOf(
  options: SettledOptions,
  fingerprint: string,
  time: TimeSpan,
  head: string | undefined,
): Share | undefined {
  if (options.shard.count === 1) return undefined;
  const site = circumstancesOf({ ...options, shard: WHOLE }, `${fingerprint} ${time.from} ${head}`);
  return { ...options.shard, site };
}

const isStale =
  (inPlace: Before["inPlace"]) =>
  ({ name, key }: Pick<ReadyPart, "name" | "key">): boolean =>
    inPlace.get(name)?.key !== key;

async function indexStories(
  { edition, inserts }: Site,
  options: SettledOptions,
  folder: string,
  inPlace: Before["inPlace"],
) {
  if (!options.search) return { parts: [], recordsIndexed: 0 };
  const cache = `${options.work}/search`;
  const all = searchParts(searchRecords(edition.publication));
  const named = indexesIn(options.shard, all).map((part) => ({
    part,
    name: part.name,
    key: `${part.key}${part.withShared ? " and shared" : ""}`,
  }));
  const stale = named.filter(isStale(inPlace)).map(({ part }) => part);
  const { files, recordsIndexed } = await writeSearchParts(stale, folder, {
    cache,
    print: (record) => printRecord(record, inserts.bodies),
  });
  await forgetOtherParts(cache, all);
  const parts = named.map(({ part, name, key }): ReadyPart => ({ name, key, files: files.get(part) }));
  return { parts, recordsIndexed };
}

/** Those of stories that are not out too, which other runs have shown, and whichever story leads. */
const everyPicture = (newsroom: Newsroom): Variant[] =>
  pictureFiles(newsroom, newsroom.articles).flatMap(({ variant }) => variant ?? []);
