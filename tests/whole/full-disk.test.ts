import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { build } from "../../src/site/build.ts";
import { CouldNotError } from "../../src/site/publish/could-not.ts";
import { figure } from "../reliability/figure.ts";
import { trouble } from "./disk.ts";
import { compared, filesAt } from "./editions.ts";
import { KILLS, Newsroom, WAYS, type Way } from "./newsroom.ts";

/** At how many places of a build the disk fills up. */
const PLACES = Math.ceil(KILLS / 2);

const patience = { timeout: 900_000 };

let newsroom: Newsroom;
beforeAll(async () => {
  newsroom = await new Newsroom().buildClean();
}, 120_000);
afterAll(() => newsroom.end());

const FULL = /^The disk is full \(ENOSPC: .*\)\. Nothing was published\.$/;
const FULL_LATER =
  /^The disk is full \(ENOSPC: .*\)\. The site was published before that; the next build may take longer\.$/;

/** Builds the second edition on a disk that is too small, and the third when there is room again. Says what was wrong. */
async function buildWithoutRoom(room: Newsroom, way: Way, fill: () => () => void): Promise<string[]> {
  const site = room.siteOf(way);
  const before = filesAt(site);
  const makeRoom = fill();
  const failure = await build(room.options("second", way)).then(
    () => undefined,
    (error: unknown) => error,
  );
  makeRoom();
  const wrong: string[] = [];
  const [old, fresh] = [newsroom.clean["first"] ?? {}, newsroom.clean["second"] ?? {}];
  const { state } = compared(filesAt(site), old, fresh);
  if (failure === undefined || (failure instanceof Error && FULL_LATER.test(failure.message))) {
    if (state !== "new") wrong.push(`It published the ${state} site`);
  } else {
    const isSaid = failure instanceof CouldNotError && FULL.test(failure.message);
    if (!isSaid) wrong.push(`It said ${failure instanceof Error ? failure.stack : failure}`);
    expect(filesAt(site)).toEqual(before);
  }
  await build(room.options("third", way));
  if (compared(filesAt(site), {}, newsroom.clean["third"] ?? {}).state !== "new") wrong.push("The next build is wrong");
  return wrong;
}

describe("a build for which the disk is full", patience, () => {
  test.each(WAYS)("publishes %s or nothing, and says so in a sentence", async (way) => {
    await newsroom.startOver(way);
    const count = trouble({ at: 0, what: "has a full disk" });
    await build(newsroom.options("second", way));
    count.mend();
    const wrong: string[] = [];
    for (let place = 0; place < PLACES; place++) {
      await newsroom.startOver(way);
      const at = 1 + Math.floor(((place + 0.5) * count.changes()) / PLACES);
      wrong.push(...(await buildWithoutRoom(newsroom, way, () => trouble({ at, what: "has a full disk" }).mend)));
    }
    expect(wrong).toEqual([]);
    const promise = `A build that finds the disk full while it prints or publishes ${way} says so and leaves the old site`;
    figure({ promise, test: "tests/whole/full-disk.test.ts", tried: PLACES, failed: wrong.length, unit: "full disks" });
  });
});

describe.runIf(KILLS > 1)("a build on a small disk of its own (tmpfs)", patience, () => {
  test.each(WAYS)("of five sizes publishes %s or nothing", async (way) => {
    const disk = mkdtempSync(join(tmpdir(), "dateline-disk-"));
    const mount = (...args: string[]) => spawnSync("mount", [...args, disk], { encoding: "utf8" });
    const { status, stderr } = mount("-t", "tmpfs", "-o", "size=256m", "tmpfs");
    if (status !== 0) {
      // The test above does the same by failing writes, on any machine.
      process.stdout.write(
        `No disk of its own may be mounted here (${stderr.trim()}); only failing writes were tried.\n`,
      );
      return;
    }
    onTestFinished(() => {
      spawnSync("umount", [disk]);
      rmSync(disk, { recursive: true });
    });
    const used = () => {
      const { blocks, bfree, bsize } = statfsSync(disk);
      return (blocks - bfree) * bsize;
    };
    const room = new Newsroom(disk);
    await room.startOver(way);
    const wrong: string[] = [];
    const sizes = [0, 32, 96, 256, 1024].map((kilobytes) => kilobytes * 1024);
    let full = 0;
    for (const size of sizes) {
      await room.startOver(way);
      const small = () => {
        mount("-o", `remount,size=${used() + size}`);
        return () => {
          if (used() + 4096 >= size) full++;
          mount("-o", "remount,size=256m");
        };
      };
      wrong.push(...(await buildWithoutRoom(room, way, small)));
    }
    expect(wrong).toEqual([]);
    expect(full).toBeGreaterThan(0);
    const promise = `A build that publishes ${way} on a disk of five sizes, too small or not, publishes all or nothing`;
    figure({
      promise,
      test: "tests/whole/full-disk.test.ts",
      tried: sizes.length,
      failed: wrong.length,
      unit: "disks (tmpfs)",
    });
  });
});
