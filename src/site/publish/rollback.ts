import { checkReleases } from "../output-folder.ts";
import { alone, type Waiting } from "./lock.ts";
import { currentRelease, finishRelease, listReleases, makeCurrent, type Release, releasesIn } from "./releases.ts";
import { RollbackError } from "./rollback-error.ts";

export interface Rollback {
  readonly from: string | undefined;
  readonly to: Release;
  /** Oldest first. */
  readonly releases: readonly Release[];
}

/**
 * Takes readers back to the release before the one that they see, or to the one that is named. Waits for a build that is
 * at work there. Throws `RollbackError` where there is no such release.
 */
export async function rollback(folder: string, to: string | undefined, waiting: Waiting = {}): Promise<Rollback> {
  const place = await checkReleases(folder, undefined);
  if ((await listReleases(place)).length === 0) {
    throw new RollbackError(`There are no releases in ${folder}; "build --releases ${folder}" publishes one.`);
  }
  return alone(releasesIn(place), waiting, async () => {
    finishRelease(place);
    const releases = await listReleases(place);
    const from = currentRelease(place);
    const target = to === undefined ? before(from, releases) : releases.find(({ name }) => name === to);
    if (!target) {
      const names = releases.map(({ name }) => name).join(", ");
      const what = to === undefined ? `There is no release before ${from}` : `There is no release ${to}`;
      throw new RollbackError(`${what} in ${folder}; there are ${names}.`);
    }
    if (target.name !== from) makeCurrent(place, target.name);
    return { from, to: target, releases };
  });
}

/** Where the one that readers see is gone, the newest is the one to go back to. */
function before(current: string | undefined, releases: readonly Release[]): Release | undefined {
  const place = releases.findIndex(({ name }) => name === current);
  return place < 0 ? releases.at(-1) : releases[place - 1];
}
