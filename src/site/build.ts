import { createHash } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { resolve } from "node:path";
import { digestsIn, fingerprintOf } from "../content/fingerprint.ts";
import { isWithin } from "../model/time-span.ts";
import { hasErrors, type Problem } from "../problems.ts";
import { ASSET_SOURCES } from "./asset-sources.ts";
import { codeOf, ownLayoutsName } from "./code.ts";
import type { Shares } from "./desk.ts";
import type { Preparation } from "./examine.ts";
import { LIMITS, type Limits } from "./gate/limits.ts";
import { commitOf } from "./manifest/commit.ts";
import { keepManifest, renewManifest, writtenBy } from "./manifest/keep-manifest.ts";
import { partsInPlace } from "./press.ts";
import { lastPrinted } from "./printed.ts";
import { explained } from "./publish/failure-words.ts";
import { alone, type Waiting } from "./publish/lock.ts";
import type { Outlet } from "./publish/outlet.ts";
import { type Place, placeFor, type Releases } from "./publish/place.ts";
import { recoverySentence } from "./publish/recover.ts";
import { isStillHead } from "./same-head.ts";
import { type Shard, WHOLE } from "./shards.ts";
import { shownPath } from "./shown-path.ts";
import { Stages } from "./stages.ts";
import { holdsMany, withThreads } from "./threads/threads.ts";
import { usualThreads, WORK } from "./usual.ts";

export interface BuildOptions extends Preparation, Waiting {
  /** The folder that becomes the site. */
  readonly output: string;
  /** Where each site becomes a release, in place of `output`. */
  readonly releases?: Releases | undefined;
  /** False for a site without its search index. */
  readonly search?: boolean;
  /** The folder of what is kept from build to build; without it a build is only slower. */
  readonly work?: string;
  /** The rights that nobody else has to what is kept there, where they are others than those to the site. */
  readonly umask?: number;
  /** How many threads may share the work; 0 for none. */
  readonly threads?: number;
  /** How they share it; as is best unless told otherwise. */
  readonly shares?: Shares;
  /** Which share of the site is built; all of it unless told otherwise. */
  readonly shard?: Shard;
  /** What hosts take; as they say unless told otherwise. */
  readonly limits?: Limits;
}

/** What is left open unless somebody says it. */
type Open = "shares" | "umask" | "releases" | "say" | "patience";

export type SettledOptions = Required<Omit<BuildOptions, Open>> & Pick<BuildOptions, Open>;

export interface BuildResult {
  readonly problems: readonly Problem[];
  readonly filesRead: number;
  /**
   * Undefined when an error among the problems stopped the build; then nothing was written. Of a shard, `stories` are
   * those of the whole site, and `pages` its own.
   */
  readonly published?: { readonly stories: number; readonly pages: number } | undefined;
  readonly done: WorkDone;
  /** Undefined for a build that came to no gate. */
  readonly inspected?: Inspected | undefined;
}

/** How much a build had to do. Does not depend on the machine. */
export interface WorkDone {
  /** Markdown files that were parsed and rendered. */
  readonly filesParsed: number;
  readonly pagesPrinted: number;
  /** Stories in the search indexes that were made. */
  readonly recordsIndexed: number;
}

/** How many pages the gate looked at. */
export interface Inspected {
  /** Of those that were printed. */
  readonly pages: number;
  /** Of these, by the rules of HTML and XML too. */
  readonly closely: number;
  /** Of those that stay as they were, because something is gone that they may link to. */
  readonly again: number;
}

export const NO_WORK: WorkDone = { filesParsed: 0, pagesPrinted: 0, recordsIndexed: 0 };

/**
 * Builds the site: reads, decides, prints, indexes what has changed since the last build, and puts it in place when all
 * of it is there. Waits while another run is at work on the same place, and finishes what one that was killed has left
 * there. Throws `ForeignFolderError`, before anything is read, for an output folder that a build may not replace, and
 * `CouldNotError` where the system does not let it; then the site is what it was.
 */
export async function build(given: BuildOptions, stages: Stages = new Stages(() => 0)): Promise<BuildResult> {
  const options: SettledOptions = {
    search: true,
    work: WORK,
    threads: usualThreads(),
    shard: WHOLE,
    limits: LIMITS,
    ...given,
  };
  let isPublished = false;
  const notePublished = () => {
    isPublished = true;
  };
  try {
    const place = await placeFor(options.output, options.content, options.releases);
    return await alone(place.locked, options, () => buildThere(place, options, stages, notePublished));
  } catch (error) {
    throw explained(error, isPublished);
  }
}

async function buildThere(
  place: Place,
  options: SettledOptions,
  stages: Stages,
  onPublished: () => void,
): Promise<BuildResult> {
  const left = await place.finish();
  if (left) options.say?.(recoverySentence(left));
  stages.begin("Looking for changes");
  const last = await lastPrinted(options.work, place.name);
  // Without anything to compare with, every file is read anyway.
  const digests = last && digestsIn(resolve(options.content));
  const outlet = telling(await place.open(last?.parts), onPublished);
  const inPlace = await partsInPlace(outlet.site, last?.parts);
  if (last && digests && outlet.isSeen && inPlace.size === last.parts.length) {
    const { time, outcome, circumstances, head } = last;
    const isSame = isWithin(options.now, time) && circumstances === circumstancesOf(options, fingerprintOf(digests));
    if (isSame && (await isStillHead(head, options.content))) {
      const { problems, filesRead, stories, pages } = outcome;
      const fingerprint = fingerprintOf(digests);
      await renewManifest({ options, target: place.name, parts: last.parts, before: last.parts, fingerprint });
      stages.end();
      return { problems, filesRead, published: { stories, pages }, done: NO_WORK };
    }
  }
  // Drafts are in there.
  if (options.umask !== undefined) await mkdir(options.work, { recursive: true, mode: 0o777 & ~options.umask });
  // Everything below takes longer to load than a build takes that has nothing to do.
  return withThreads(options.threads, async (threads) => {
    if (!last && holdsMany(options.content)) threads.start();
    const { examine } = await import("./examine.ts");
    const { problemsOfOwnLayouts } = await import("./check-own-layouts.ts");
    if (hasErrors(await problemsOfOwnLayouts())) {
      // What prints pages could not even be loaded.
      const { reading, problems } = await examine(options);
      return { problems, filesRead: reading.filesRead, done: { ...NO_WORK, filesParsed: reading.filesParsed } };
    }
    const commit = commitOf({ content: resolve(options.content), written: writtenBy(options, place.name) });
    // Whoever waits for it below hears of a failure.
    commit.catch(() => {});
    const { buildAnew } = await import("./build-anew.ts");
    const before = { target: outlet.site, outlet, name: place.name, digests, last, inPlace };
    const { made, ...result } = await buildAnew(options, before, threads, stages);
    if (made) await keepManifest({ options, target: place.name, before: last?.parts, ...made }, commit);
    return result;
  });
}

/** The same outlet, which says when the site is published. */
const telling = (outlet: Outlet, onPublished: () => void): Outlet => ({
  ...outlet,
  publish: async (edition) => {
    const parts = await outlet.publish(edition);
    if (parts) onPublished();
    return parts;
  },
});

/** Names all that a build is made from, apart from the time. `fingerprint` is that of the content. */
export function circumstancesOf(
  { content, unpublished, indexed, search, shard }: SettledOptions,
  fingerprint: string,
): string {
  const code = [new URL("./build-anew.ts", import.meta.url), ...Object.values(ASSET_SOURCES).flat()].map((file) =>
    codeOf(file),
  );
  const all = [code, ownLayoutsName(), shownPath(content), unpublished, indexed, search, shard, fingerprint];
  return createHash("sha256").update(JSON.stringify(all)).digest("base64url");
}
