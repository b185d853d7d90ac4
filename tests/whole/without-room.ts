import { expect } from "vitest";
import { build } from "../../src/site/build.ts";
import { CouldNotError } from "../../src/site/publish/could-not.ts";
import { compared, filesAt } from "./editions.ts";
import type { Newsroom, Way } from "./newsroom.ts";

const FULL = /^The disk is full \(ENOSPC: .*\)\. Nothing was published\.$/;
const FULL_LATER =
  /^The disk is full \(ENOSPC: .*\)\. The site was published before that; the next build may take longer\.$/;

/** What became of a build on a disk that may be too small. */
export interface WithoutRoom {
  readonly wasFull: boolean;
  readonly wrong: readonly string[];
}

/** Builds the second edition on a disk that is too small, and the third when there is room again. `clean` has all three as they should be. */
export async function buildWithoutRoom(
  room: Newsroom,
  way: Way,
  clean: Newsroom["clean"],
  fill: () => () => void,
): Promise<WithoutRoom> {
  const site = room.siteOf(way);
  const before = filesAt(site);
  const makeRoom = fill();
  const failure = await build(room.options("second", way)).then(
    () => undefined,
    (error: unknown) => error,
  );
  makeRoom();
  const wrong: string[] = [];
  const { state } = compared(filesAt(site), clean["first"] ?? {}, clean["second"] ?? {});
  if (failure === undefined || (failure instanceof Error && FULL_LATER.test(failure.message))) {
    if (state !== "new") wrong.push(`It published the ${state} site`);
  } else {
    const isSaid = failure instanceof CouldNotError && FULL.test(failure.message);
    if (!isSaid) wrong.push(`It said ${failure instanceof Error ? failure.stack : failure}`);
    expect(filesAt(site)).toEqual(before);
  }
  await build(room.options("third", way));
  if (compared(filesAt(site), {}, clean["third"] ?? {}).state !== "new") wrong.push("The next build is wrong");
  return { wasFull: failure !== undefined, wrong };
}
