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
import { makeAssets } from "./assets.ts";
import { type BuildResult, circumstancesOf, type Inspected, NO_WORK, type SettledOptions } from "./build.ts";
import { cardDrawings } from "./cards/card-drawings.ts";
import { cmsFiles } from "./cms-files.ts";
import { Darkroom } from "./darkroom.ts";
import { Desk } from "./desk.ts";
import { examine } from "./examine.ts";
import { Gate } from "./gate/gate.ts";
import { lookClosely } from "./gate/look-closely.ts";
import { indexStories } from "./index-stories.ts";
import { picturesOf } from "./prepare.ts";
import type { ReadyPart } from "./press.ts";
import { printRun } from "./print-run.ts";
import { keepPrinted, type Outcome, type Printed, type PrintedPart } from "./printed.ts";
import type { Outlet } from "./publish/outlet.ts";
import { isIn, type Share, WHOLE } from "./shards.ts";
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
    const assets = makeAssets(options.work);
    // A failure is for whoever waits for it, after the content was read.
    assets.catch(() => {});
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
    const flatplan = flatplanOf(edition);
    const plan = flatplan.filter(({ url }) => isIn(options.shard, outputFile(url)));
    const fingerprint = fingerprintOf(reading.digests);
    const time = timeSpanOf(shown.newsroom, options.now);
    const content = resolve(options.content);
    const darkroom = new Darkroom(content, options.work);
    const pictures = siteFilesOf(picturesOf(shown.publication), darkroom);
    const allFiles: SiteFile[] = [
      ...files,
      ...cmsFiles(shown.newsroom),
      ...pictures,
      ...drawnFiles(drawings, darkroom),
    ];
    const gate = new Gate({
      ...shown,
      ...options,
      ...before,
      addresses: [...flatplan, ...allFiles].map(({ url }) => url),
    });
    const site: Site = {
      gate,
      plan,
      share: shareOf(options, fingerprint, time, head),
      edition,
      inserts: { bodies, inlines },
      files: allFiles.filter(({ url }) => isIn(options.shard, outputFile(url))),
    };
    const published = await printAndPublish(site, options, before, desk, threads, stages);
    if (!published) return await buildAnew(options, nothingBefore(before), threads, stages);
    const { pagesPrinted, recordsIndexed, inspected } = published;
    const done = { filesParsed, pagesPrinted, recordsIndexed };
    if ("findings" in published) return { problems: [...problems, ...published.findings], filesRead, done, inspected };
    const { parts } = published;
    await darkroom.keepOnly(() => [...everyPicture(shown.newsroom), ...drawings]);
    const outcome: Outcome = { problems, filesRead, stories: shown.publication.articles.length, pages: plan.length };
    const circumstances = circumstancesOf(options, fingerprint);
    await keepPrinted(options.work, before.name, { circumstances, head, time, outcome, parts });
    const { stories, pages } = outcome;
    return { problems, filesRead, published: { stories, pages }, done, inspected, made: { parts, fingerprint } };
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
  readonly gate: Gate;
  readonly plan: readonly PlannedPage[];
  readonly share: Share | undefined;
  readonly edition: Edition;
  readonly inserts: Inserts;
  readonly files: readonly SiteFile[];
}

/**
 * Resolves with what is wrong with the site, which then stays as it was, or with its parts; or with undefined when what
 * stands in `target` is not what was there before.
 */
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
    const print = async () => {
      const { inserts, gate } = site;
      const run = await printRun(site.plan, site.edition, inPlace, desk, { folder, inserts, measures: gate.measures });
      const look = Promise.all([lookClosely(run.sample, folder), gate.findForeign()]);
      // A failure is for whoever waits for it, beside the indexing and the pictures.
      look.catch(() => {});
      return { ...run, look };
    };
    const index = () => indexStories(site, options, folder, isStale(inPlace));
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
    stages.begin("Inspecting the site");
    const ready = [...pages.parts, ...files, ...search.parts];
    const done = { pagesPrinted: pages.printed, recordsIndexed: search.recordsIndexed };
    const { found: onPages, sample } = pages;
    const [closely, foreign] = await pages.look;
    const { records } = search;
    const { problems, again } = await site.gate.judge({ parts: ready, folder, onPages, closely, foreign, records });
    const inspected: Inspected = { pages: onPages.pages, closely: sample.length, again };
    if (problems.length > 0) return { ...done, inspected, findings: problems };
    stages.begin("Putting the site in place");
    const parts = await outlet.publish({
      parts: ready,
      folder,
      share: site.share,
      last: inPlace.size > 0 ? last?.parts : undefined,
    });
    return parts && { ...done, inspected, parts };
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

/** Those of stories that are not out too, which other runs have shown, and whichever story leads. */
const everyPicture = (newsroom: Newsroom): Variant[] =>
  pictureFiles(newsroom, newsroom.articles).flatMap(({ variant }) => variant ?? []);
