import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { build } from "../../src/site/build.ts";
import { figure } from "../reliability/figure.ts";
import { trouble } from "./disk.ts";
import { KILLS, Newsroom, WAYS } from "./newsroom.ts";
import { buildWithoutRoom } from "./without-room.ts";

/** At how many places of a build the disk fills up. */
const PLACES = Math.ceil(KILLS / 2);

const patience = { timeout: 900_000 };

let newsroom: Newsroom;
beforeAll(async () => {
  newsroom = await new Newsroom().buildClean();
}, 120_000);
afterAll(() => newsroom.end());

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
      const fill = () => trouble({ at, what: "has a full disk" }).mend;
      const outcome = await buildWithoutRoom(newsroom, way, newsroom.clean, fill);
      expect(outcome.wasFull).toBe(true);
      wrong.push(...outcome.wrong);
    }
    expect(wrong).toEqual([]);
    const promise = `A build that finds the disk full while it prints or publishes ${way} says so and leaves the old site`;
    figure({ promise, test: "tests/whole/full-disk.test.ts", tried: PLACES, failed: wrong.length, unit: "full disks" });
  });
});
