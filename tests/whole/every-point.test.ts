import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { partsInPlace, type ReadyPart } from "../../src/site/press.ts";
import type { PrintedPart } from "../../src/site/printed.ts";
import { placeFor } from "../../src/site/publish/place.ts";
import { figure } from "../reliability/figure.ts";
import { type Disk, type Trouble, trouble } from "./disk.ts";
import { compared, type Files, filesAt, writeFiles } from "./editions.ts";

const OLD: Files = {
  "index.html": "The ferry stops",
  "2026/05/ferry/index.html": "It made its last trip",
  "2026/05/ferry/map.svg": "The old road",
  "about/index.html": "We are on both banks",
  "sitemap.xml": "The ferry",
};
/** The front page and a list change, a story with its picture goes, and another comes; one page stays. */
const NEW: Files = {
  "index.html": "The bridge opens, and all cross",
  "2026/06/bridge/index.html": "The first lorry crossed",
  "2026/06/bridge/map.svg": "The new road",
  "about/index.html": "We are on both banks",
  "sitemap.xml": "The bridge",
};
/** Nobody's business but a person's, who has put it there. */
const FOREIGN: Files = { "well-known/proof.txt": "This site is mine", "2026/05/note.txt": "Ask Ann" };

/** In memory, where the system has such a folder: thousands of small files are waited for. */
const FAST = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

type Way = "changes" | "a whole folder" | "a release";
const WAYS: readonly Way[] = ["changes", "a whole folder", "a release"];

/** A place for a site in which the old edition is published. */
async function publishedOld(way: Way) {
  const folder = realpathSync(mkdtempSync(join(FAST, "dateline-point-")));
  const output = join(folder, "_site");
  const releases = way === "a release" ? { folder: join(folder, "www"), keep: 2 } : undefined;
  const place = await placeFor(output, join(folder, "content"), releases);
  const site = releases ? join(folder, "www/current") : output;
  let last: readonly PrintedPart[] | undefined;
  /** Publishes an edition as a build does that has printed it. */
  const publish = async (files: Files) => {
    await place.finish();
    const outlet = await place.open(last);
    const inPlace = await partsInPlace(outlet.site, way === "a whole folder" ? undefined : last);
    const parts: ReadyPart[] = Object.entries(files).map(([name, key]) =>
      inPlace.get(name)?.key === key ? { name, key } : { name, key, files: [name] },
    );
    const printed = await outlet.withNewFolder(async (fresh) => {
      writeFiles(Object.fromEntries(parts.flatMap((part) => (part.files ? [[part.name, part.key]] : []))), fresh);
      return outlet.publish({ parts, folder: fresh, share: undefined, last: inPlace.size > 0 ? last : undefined });
    });
    if (!printed) throw new Error("What had been in its place was not");
    last = printed;
  };
  await publish(OLD);
  if (way !== "a release") writeFiles(FOREIGN, output);
  return { folder, site, place, publish, end: () => rmSync(folder, { recursive: true }) };
}

/** Publishes the new edition under a trouble at each change that it makes to files, one after the other. */
async function atEveryPoint(
  way: Way,
  what: Trouble["what"],
  look: (run: Run) => Promise<void>,
  deadAfter?: number,
): Promise<number> {
  for (let at = 1; ; at++) {
    const newsroom = await publishedOld(way);
    const before = filesAt(newsroom.site);
    let disk: Disk | undefined;
    let failure: unknown;
    try {
      disk = trouble({ at, what, deadAfter });
      await newsroom.publish(NEW).catch((error: unknown) => {
        failure = error;
      });
    } finally {
      disk?.mend();
    }
    const wasReached = (disk?.changes() ?? 0) >= at;
    if (wasReached) await look({ ...newsroom, at, before, failure });
    newsroom.end();
    if (!wasReached) return at - 1;
  }
}

type Run = Awaited<ReturnType<typeof publishedOld>> & {
  readonly at: number;
  readonly before: Files;
  readonly failure: unknown;
};

const withForeign = (files: Files, way: Way): Files => (way === "a release" ? files : { ...files, ...FOREIGN });
const withoutMark = ({ ".dateline": _mark, ...files }: Files): Files => files;

describe("a run that is killed at any of its changes", () => {
  test.each(WAYS)("publishes %s or nothing, once the next command has looked", async (way) => {
    const [old, fresh] = [withForeign(OLD, way), withForeign(NEW, way)];
    const states: Record<string, number> = { old: 0, new: 0, mixed: 0, none: 0 };
    const after: Record<string, number> = { old: 0, new: 0, mixed: 0, none: 0 };
    const points = await atEveryPoint(way, "is as good as dead", async ({ site, place, publish }) => {
      const left = compared(filesAt(site), old, fresh);
      expect(left.partial).toEqual([]);
      states[left.state] = (states[left.state] ?? 0) + 1;
      await place.finish();
      const found = compared(filesAt(site), old, fresh).state;
      after[found] = (after[found] ?? 0) + 1;
      // Again finds nothing to do, and the next edition nothing in its way.
      expect(await place.finish()).toBeUndefined();
      await publish(NEW);
      expect(withoutMark(filesAt(site))).toEqual(fresh);
    });
    expect(after["mixed"], JSON.stringify({ states, after })).toBe(0);
    expect(after["none"]).toBe(0);
    expect(after["old"]).toBeGreaterThan(3);
    expect(after["new"]).toBeGreaterThan(0);
    expect(states["none"]).toBe(way === "a whole folder" ? 1 : 0);
    if (way !== "changes") expect(states["mixed"]).toBe(0);
    const promise = `Killed at every single change while it publishes ${way}: the old site or the new one`;
    figure({ promise, test: "tests/whole/every-point.test.ts", tried: points, failed: 0, unit: "points" });
  });
});

describe("a run for which something fails at any of its changes", () => {
  const TROUBLES = ["has a full disk", "meets a bad sector"] as const;
  const CASES = WAYS.flatMap((way) => TROUBLES.map((what) => [way, what] as const));

  test.each(CASES)("with %s to publish, when it %s, leaves the old site byte for byte", async (way, what) => {
    let failures = 0;
    let published = 0;
    const points = await atEveryPoint(way, what, async ({ site, before, failure, at, folder }) => {
      // Some of what goes wrong is of no consequence: what was to be removed has been.
      if (!failure) return;
      failures++;
      const found = filesAt(site);
      const isNew = compared(found, withForeign(OLD, way), withForeign(NEW, way)).state === "new";
      const hasJournal = Object.keys(filesAt(folder)).some((file) => /publishing|current\.next/.test(file));
      if (isNew) published++;
      else expect({ found, hasJournal }, `at ${at}: ${failure}`).toEqual({ found: before, hasJournal: false });
    });
    expect(failures).toBeGreaterThan(4);
    // Where only what is left of the old site could not be removed.
    expect(published).toBeLessThan(4);
    const promise = `A run that ${what} at any change while it publishes ${way} leaves the old site`;
    figure({ promise, test: "tests/whole/every-point.test.ts", tried: points, failed: 0, unit: "points" });
  });

  const isWholeAfterwards =
    (way: Way) =>
    async ({ site, place, at }: Run) => {
      const [old, fresh] = [withForeign(OLD, way), withForeign(NEW, way)];
      expect(compared(filesAt(site), old, fresh).partial).toEqual([]);
      await place.finish();
      expect(["old", "new"], `at ${at}`).toContain(compared(filesAt(site), old, fresh).state);
    };

  test.each(WAYS)("with %s to publish, when it loses its disk, is finished or undone by the next", async (way) => {
    await atEveryPoint(way, "loses its disk", isWholeAfterwards(way));
  });

  test("and which is killed while it puts back what it had changed, is undone by the next", async () => {
    for (const deadAfter of [1, 3, 5]) {
      await atEveryPoint("changes", "meets a bad sector", isWholeAfterwards("changes"), deadAfter);
    }
  });
});

describe("what a killed run has begun", () => {
  /** Publishes until all of the journal is written, and some of the files are moved. */
  async function halfway() {
    const newsroom = await publishedOld("changes");
    onTestFinished(newsroom.end);
    const count = trouble({ at: 0, what: "is as good as dead" });
    const other = await publishedOld("changes");
    const before = count.changes();
    await other.publish(NEW);
    count.mend();
    other.end();
    const disk = trouble({ at: count.changes() - before - 5, what: "is as good as dead" });
    await newsroom.publish(NEW).catch(() => {});
    disk.mend();
    expect(compared(filesAt(newsroom.site), withForeign(OLD, "changes"), withForeign(NEW, "changes")).state).toBe(
      "mixed",
    );
    return newsroom;
  }

  test("is left alone when somebody has put another site there since", async () => {
    const { site, place } = await halfway();
    rmSync(site, { recursive: true });
    mkdirSync(site);
    writeFileSync(join(site, "index.html"), "From a backup");
    expect(await place.finish()).toBeUndefined();
    expect(filesAt(site)).toEqual({ "index.html": "From a backup" });
  });

  test.each([
    ["is cut short", (bytes: Buffer) => bytes.subarray(0, bytes.length - 9)],
    ["is emptied", () => Buffer.alloc(0)],
    [
      "has a byte changed",
      (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 60), Buffer.from("~"), bytes.subarray(61)]),
    ],
  ])("and whose journal %s, is made right by the next build", async (_what, harm) => {
    const { folder, site, place, publish } = await halfway();
    const journal = join(folder, "_site.publishing/journal");
    const bytes = Buffer.from(filesAt(folder)["_site.publishing/journal"] ?? "", "latin1");
    writeFileSync(journal, harm(bytes));
    expect(await place.finish()).toBe("undone");
    await publish(NEW);
    expect(withoutMark(filesAt(site))).toEqual(withForeign(NEW, "changes"));
  });
});

test("a link and a hidden file that somebody has put into the site come along when all of it is replaced", async () => {
  const { site, publish, end } = await publishedOld("a whole folder");
  onTestFinished(end);
  writeFiles({ ".git/HEAD": "ref: refs/heads/gh-pages" }, site);
  symlinkSync("about", join(site, "us"));
  await publish(NEW);
  const brought = { ".git/HEAD": "ref: refs/heads/gh-pages", "us/index.html": "We are on both banks" };
  expect(withoutMark(filesAt(site))).toEqual({ ...NEW, ...FOREIGN, ...brought });
  expect(realpathSync(join(site, "us"))).toBe(join(site, "about"));
});

test.each(["changes", "a whole folder"] as const)(
  "a file of somebody's in the place of one of the site's is named, and nothing is touched: %s",
  async (way) => {
    const { site, publish, end } = await publishedOld(way);
    onTestFinished(end);
    writeFiles({ "2026/06/bridge/map.svg": "My own map" }, site);
    const before = filesAt(site);
    await expect(publish(NEW)).rejects.toThrow(
      `${join(site, "2026/06/bridge/map.svg")} was not written by Dateline, and stands where the site has a file of its own; move it away. Nothing was published.`,
    );
    expect(filesAt(site)).toEqual(before);
  },
);
