import { join } from "node:path";
import { checkOutput, checkReleases } from "../output-folder.ts";
import type { PrintedPart } from "../printed.ts";
import type { Recovery } from "./journal.ts";
import { folderOutlet, type Outlet } from "./outlet.ts";
import { finishPublication } from "./recover.ts";
import { releaseOutlet } from "./release-outlet.ts";
import { CURRENT, currentRelease, finishRelease, releasesIn } from "./releases.ts";

/** A place for a site, which may be somebody else's yet. */
export interface Place {
  /** What was printed there is remembered under this name. */
  readonly name: string;
  /** What a run must have alone (`alone`) before it does any of the following. */
  readonly locked: string;
  /** Finishes or undoes what a run that was killed has begun there. */
  readonly finish: () => Promise<Recovery | undefined>;
  readonly open: (last: readonly PrintedPart[] | undefined) => Promise<Outlet>;
}

/** A folder of releases, and how many of them stay. */
export interface Releases {
  readonly folder: string;
  readonly keep: number;
}

/** Where a site is to be put. Throws `ForeignFolderError`, and has touched nothing, where no build may. */
export async function placeFor(output: string, content: string, releases: Releases | undefined): Promise<Place> {
  if (!releases) {
    const target = await checkOutput(output, content);
    return {
      name: target,
      locked: target,
      finish: () => finishPublication(target),
      open: async () => folderOutlet(target),
    };
  }
  const folder = await checkReleases(releases.folder, content);
  currentRelease(folder);
  return {
    name: join(folder, CURRENT),
    locked: releasesIn(folder),
    finish: async () => finishRelease(folder),
    open: (last) => releaseOutlet(folder, releases.keep, last),
  };
}
