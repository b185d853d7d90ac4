import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { figure } from "../reliability/figure.ts";
import { Newsroom, WAYS } from "./newsroom.ts";
import { buildWithoutRoom } from "./without-room.ts";

const patience = { timeout: 900_000 };

let newsroom: Newsroom;
beforeAll(async () => {
  newsroom = await new Newsroom().buildClean();
}, 120_000);
afterAll(() => newsroom.end());

describe("a build on a small disk of its own (tmpfs)", patience, () => {
  test.each(WAYS)("of five sizes publishes %s or nothing", async (way) => {
    const disk = mkdtempSync(join(tmpdir(), "dateline-disk-"));
    const mount = (...args: string[]) => spawnSync("mount", [...args, disk], { encoding: "utf8" });
    const { status, stderr } = mount("-t", "tmpfs", "-o", "size=256m", "tmpfs");
    if (status !== 0) {
      // full-disk.test.ts does the same by failing writes, on any machine.
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
        return () => void mount("-o", "remount,size=256m");
      };
      const outcome = await buildWithoutRoom(room, way, newsroom.clean, small);
      if (outcome.wasFull) full++;
      wrong.push(...outcome.wrong);
    }
    expect(wrong).toEqual([]);
    expect(full).toBeGreaterThan(0);
    const promise = `A build that publishes ${way} on a disk of five sizes, too small or not, publishes all or nothing`;
    figure({
      promise,
      test: "tests/whole/small-disk.deep.test.ts",
      tried: sizes.length,
      failed: wrong.length,
      unit: "disks (tmpfs)",
    });
  });
});
