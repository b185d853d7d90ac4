import { readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { markEdition, withNewFolder } from "../output-folder.ts";
import { editionOf, fileAt, type PrintedFile, type PrintedPart } from "../printed.ts";
import type { Outlet, ReadyEdition } from "./outlet.ts";
import { placeFile, placeIn } from "./place-file.ts";
import {
  CURRENT,
  currentRelease,
  listReleases,
  publishRelease,
  type Release,
  releasesIn,
  removeOldReleases,
} from "./releases.ts";
import { MISSING, unless } from "./system-error.ts";

/**
 * A folder of releases. `last` is what the last build has printed into one of them: what has not changed since is linked
 * from there, also when readers were taken back to an earlier one. Of old releases, the last `keep` stay.
 */
export async function releaseOutlet(
  folder: string,
  keep: number,
  last: readonly PrintedPart[] | undefined,
): Promise<Outlet> {
  const releases = await listReleases(folder);
  const lastEdition = last && editionOf(last);
  const base = releases.findLast(({ edition }) => edition === lastEdition);
  const site = base?.folder ?? join(folder, CURRENT);
  return {
    site,
    isSeen: base !== undefined && base.name === currentRelease(folder),
    withNewFolder: (write) => withNewFolder(releasesIn(folder), write),
    async publish(ready) {
      const parts = completed(ready, site);
      if (!parts) return undefined;
      const edition = editionOf(ready.parts);
      const paths = parts.flatMap(({ files }) => files.map(([path]) => path));
      await markEdition(ready.folder, edition, paths, ready.share);
      publishRelease(folder, nameAfter(releases, edition), ready.folder);
      await removeOldReleases(folder, keep);
      return parts;
    },
  };
}

const nameAfter = (releases: readonly Release[], edition: string): string =>
  `${String((releases.at(-1)?.number ?? 0) + 1).padStart(4, "0")}-${edition.slice(0, 8)}`;

/** Puts into the new folder what it still lacks. Undefined when that is not in the last release any more. */
function completed({ parts, folder, last = [] }: ReadyEdition, site: string): PrintedPart[] | undefined {
  const known = new Map(last.map((part) => [part.name, part]));
  let isWhole = true;
  const whole = parts.map(({ files, ...part }) => ({
    ...part,
    files: files
      ? files.map((path) => linkIfSame(path, folder, site))
      : (known.get(part.name)?.files ?? []).map((file) => {
          let isLinked = false;
          isWhole &&= unless(MISSING, () => {
            isLinked = placeIn(folder, file[0], site);
          });
          return isLinked || !isWhole ? file : placed(folder, file[0]);
        }),
  }));
  return isWhole ? whole : undefined;
}

/** A file that was printed again and is the same takes no place of its own, and keeps its time. */
function linkIfSame(path: string, folder: string, site: string): PrintedFile {
  const [fresh, old] = [placed(folder, path), fileAt(site, path)];
  const [here, there] = [join(folder, path), join(site, path)];
  if (old?.[1] !== fresh[1] || !readFileSync(here).equals(readFileSync(there))) return fresh;
  const draft = `${here}.same`;
  placeFile(there, draft);
  renameSync(draft, here);
  return placed(folder, path);
}

function placed(folder: string, path: string): PrintedFile {
  const file = fileAt(folder, path);
  if (!file) throw new Error(`${path} was printed, and is not in ${folder}`);
  return file;
}
