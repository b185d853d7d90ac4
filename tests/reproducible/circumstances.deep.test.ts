import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildElsewhere } from "../../src/site/verify/elsewhere.ts";
import { copyProject } from "../bench/bench-site.ts";
import { makeCorpus } from "../bench/corpus.ts";
import { writeForDateline } from "../bench/corpus-files.ts";
import { NOW } from "../pages/newspaper.ts";
import { figure } from "../reliability/figure.ts";
import { cloned, copiedBackwards, newPlace, newspaperInGit, touchAll } from "./newspaper-in-git.ts";
import { differing, type Print, printIn, printOf, type Way } from "./print-in.ts";

// Some minutes of builds, one for each circumstance alone; `same-bytes.test.ts` changes most of them at once.

const YEAR = 365.25 * 24 * 60 * 60 * 1000;

const ALONE: Readonly<Record<string, Way>> = {
  "a second run": {},
  ...Object.fromEntries(
    ["UTC", "Pacific/Kiritimati", "America/St_Johns", "Asia/Kathmandu", "Europe/London"].map((zone) => [
      zone,
      { zone },
    ]),
  ),
  ...Object.fromEntries(
    ["C", "sv_SE.UTF-8", "tr_TR.UTF-8", "ar_EG.UTF-8", "th_TH.UTF-8", "zh_CN.UTF-8"].map((locale) => [
      locale,
      { locale },
    ]),
  ),
  ...Object.fromEntries([0, 0o002, 0o022, 0o077].map((umask) => [`umask ${umask.toString(8)}`, { umask }])),
  "a clock forty years ahead": { clock: 40 * YEAR },
  "a clock twenty years behind": { clock: -20 * YEAR },
  "folders listed in reverse": { directories: "reversed" },
  "folders listed by length": { directories: "by length" },
  "one core": { cores: "0" },
  "the other core": { cores: "1" },
};

describe("the full newspaper is the same, byte for byte,", { timeout: 600_000 }, () => {
  let [place, tried, failed, number] = ["", 0, 0, 0];
  let site: Print;
  const original = () => join(place, "site");
  beforeAll(async () => {
    place = newPlace();
    site = await printIn(newspaperInGit(original()));
  });
  afterAll(() => {
    rmSync(place, { recursive: true, force: true });
    process.stdout.write(`${tried} builds in other circumstances, ${failed} of them another site\n`);
    const test = "tests/reproducible/circumstances.deep.test.ts";
    figure({
      promise: "The same content gives the same bytes.",
      test,
      tried,
      failed,
      unit: "builds in other circumstances",
    });
  });

  const copy = () => {
    const folder = join(place, String(number++));
    cpSync(original(), folder, { recursive: true, filter: (path) => !/_site|\.dateline/.test(path) });
    return folder;
  };
  const expectSame = (given: Print) => {
    tried++;
    const files = differing(given, site);
    if (files.length > 0) failed++;
    expect(files).toEqual([]);
  };

  test.each(Object.entries(ALONE))("in these circumstances alone: %s", async (_name, way) => {
    expectSame(await printIn(copy(), way));
  });

  test.each(["with spaces", "Zoë 日本 🙂", "a/deeper/place", 'quo\'ted "place"', "100%25"])(
    "in a folder named %s",
    async (name) => {
      const folder = join(place, name);
      cpSync(copy(), folder, { recursive: true });
      expectSame(await printIn(folder));
    },
  );

  test.each(["1980-01-01T00:00Z", "2030-01-01T00:00Z"])("with files of %s, made in another order", async (time) => {
    const folder = join(place, String(number++));
    copiedBackwards(copy(), folder, time);
    expectSame(await printIn(folder));
    touchAll(join(folder, "content"), "2001-01-01T00:00Z");
    expectSame(await printIn(folder));
  });

  test("from a clone with its commits in another pack", async () => {
    expectSame(await printIn(cloned(original(), join(place, "clone"))));
  });

  test("by a copy of the program that stands elsewhere", async () => {
    const program = join(place, "another program");
    await copyProject(program);
    expectSame(await printIn(copy(), { dateline: join(program, "src/cli/dateline.js") }));
  });

  test.each([
    "nothing",
    ".dateline",
    "_site",
    ".dateline/readings",
    ".dateline/images",
    ".dateline/search",
    ".dateline/printed",
  ])("when it is built again after %s was deleted", async (what) => {
    const folder = copy();
    await printIn(folder, { zone: "Asia/Kathmandu" });
    rmSync(join(folder, what), { recursive: true, force: true });
    expectSame(await printIn(folder, { locale: "tr_TR.UTF-8" }));
  });

  test.each([0, 1, 2, 3])("with %i threads that do small pieces", async (threads) => {
    const folder = copy();
    const output = join(folder, "_site");
    const shares = { manyFiles: 2, manyPages: 2, filesAtATime: threads + 1, pagesAtATime: 5 + threads };
    const given = {
      content: join(folder, "content"),
      output,
      work: join(folder, ".dateline"),
      now: NOW,
      threads,
      shares,
    };
    await buildElsewhere({ ...given, unpublished: "none", indexed: true }, { umask: 0o022 });
    expectSame(await printOf(output));
  });

  test.each([2, 3])("when %i shards are joined", async (count) => {
    const folder = copy();
    const shards = Array.from({ length: count }, (_, at) => `shard-${at + 1}`);
    for (const [at, output] of shards.entries()) {
      await printIn(folder, {
        output,
        args: ["build", "--now", "2026-06-01T12:00Z", "--shard", `${at + 1}/${count}`, "--output", output],
      });
    }
    expectSame(await printIn(folder, { args: ["join", ...shards] }));
  });
});

describe("a newspaper of a thousand stories", { timeout: 600_000 }, () => {
  test("is the same on one core, which works without threads", async () => {
    const place = newPlace();
    try {
      const print = async (name: string, way: Way) => {
        await writeForDateline(makeCorpus(1000), join(place, name, "content"));
        return printIn(join(place, name), way);
      };
      const site = await print("some", {});
      expect(Object.keys(site).length).toBeGreaterThan(1500);
      expect(differing(await print("one", { cores: "0", directories: "reversed" }), site)).toEqual([]);
    } finally {
      rmSync(place, { recursive: true, force: true });
    }
  });
});
