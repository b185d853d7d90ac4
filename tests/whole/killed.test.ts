import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { build } from "../../src/site/build.ts";
import { figure } from "../reliability/figure.ts";
import type { Said } from "./build-in-trouble.ts";
import { compared, filesAt } from "./editions.ts";
import { KILLS, Newsroom, runBuild, startBuild, WAYS, type Way } from "./newsroom.ts";

const patience = { timeout: 1_800_000 };

let newsroom: Newsroom;
beforeAll(async () => {
  newsroom = await new Newsroom().buildClean();
}, 120_000);
afterAll(() => newsroom.end());

/** The change before which a build is killed: every other time while the site is put in place. */
function pointOf(kill: number, { changes, before }: Said): number {
  const [from, to] = kill % 2 === 0 ? [before + 1, changes + 1] : [1, before + 1];
  return from + Math.floor(((kill + 0.5) * (to - from)) / KILLS);
}

const fileNames = (folder: string) => Object.keys(filesAt(folder));

describe("a build that is killed", patience, () => {
  test.each(WAYS)("while it publishes %s leaves whole files, and the next build makes all of it right", async (way) => {
    const { clean } = newsroom;
    const site = newsroom.siteOf(way);
    await newsroom.startOver(way);
    let { said } = runBuild(newsroom.options("second", way));
    if (!said) throw new Error("The build that was not to be killed has said nothing");
    expect(compared(filesAt(site), {}, clean["second"] ?? {}).state).toBe("new");
    const states: Record<string, number> = { old: 0, new: 0, mixed: 0, none: 0 };
    const wrong: string[] = [];
    let kills = 0;
    for (let tries = 0; kills < KILLS && tries < 2 * KILLS; tries++) {
      await newsroom.startOver(way);
      const at = pointOf(kills, said);
      const run = runBuild(newsroom.options("second", way), { at, what: "is killed" });
      expect(run.signal ?? run.status, `at ${at} of ${said.changes}: ${run.stderr}`).toBeOneOf(["SIGKILL", 0]);
      if (!run.signal) {
        // It came to its end before: there are changes less when a folder is there already.
        said = run.said ?? said;
        continue;
      }
      kills++;
      const left = compared(filesAt(site), clean["first"] ?? {}, clean["second"] ?? {});
      states[left.state] = (states[left.state] ?? 0) + 1;
      if (left.partial.length > 0) wrong.push(`At ${at}: ${left.partial}`);
      // Another edition, in which nothing may stay behind that only the killed build had.
      await build(newsroom.options("third", way));
      const { missing, others } = difference(filesAt(site), clean["third"] ?? {});
      if (missing.length + others.length > 0) wrong.push(`Built again after ${at}: ${missing} ${others}`);
      const leftovers = fileNames(newsroom.place).filter((file) => /\.new-|publishing|\.lock|current\.next/.test(file));
      if (leftovers.length > 0) wrong.push(`Left after ${at}: ${leftovers}`);
    }
    expect(wrong).toEqual([]);
    expect(kills).toBe(KILLS);
    const before = `before it, ${states["old"]} had left the old site, ${states["new"]} the new one, ${states["mixed"]} some of each, ${states["none"]} neither`;
    const promise = `Killed while it publishes ${way}, a build leaves whole files, and after the next one no page is wrong (${before})`;
    figure({ promise, test: "tests/whole/killed.test.ts", tried: kills, failed: wrong.length, unit: "kills" });
  });
});

/** Paths that differ. */
function difference(given: Readonly<Record<string, string>>, wanted: Readonly<Record<string, string>>) {
  return {
    missing: Object.keys(wanted).filter((path) => given[path] !== wanted[path]),
    others: Object.keys(given).filter((path) => !(path in wanted)),
  };
}

describe("two builds at once", patience, () => {
  test.each([
    ["side by side", "changes"],
    ["with nothing kept", "a whole folder"],
  ] as const)("%s go one after the other, and the last one's site is whole", async (_how, way: Way) => {
    await newsroom.startOver(way);
    const builds = (["second", "third"] as const).map((edition) => startBuild(newsroom.options(edition, way)));
    const said = await Promise.all(builds.map((one) => one.said));
    expect(said.map(({ failure }) => failure)).toEqual([undefined, undefined]);
    // At least one had to wait for another, and said so once.
    const waits = said.map(({ told }) => told.length);
    expect(Math.max(...waits)).toBe(1);
    expect(said.flatMap(({ told }) => told).join()).toMatch(/is at work on .*_site; waiting for it to end\./);
    const site = filesAt(newsroom.siteOf(way));
    expect(
      ["second", "third"].filter((name) => compared(site, {}, newsroom.clean[name] ?? {}).state === "new"),
    ).toHaveLength(1);
    figure({
      promise: "Builds of one output at once: each waits for the other, and the site is that of one of them",
      test: "tests/whole/killed.test.ts",
      tried: 2,
      failed: 0,
      unit: "builds",
    });
  });
});
