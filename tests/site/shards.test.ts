import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type BuildOptions, build } from "../../src/site/build.ts";
import { joinShards } from "../../src/site/join.ts";
import { indexesIn, isIn, JoinError, type Shard } from "../../src/site/shards.ts";
import { NOW } from "../pages/newspaper.ts";
import { BROKEN_STORY, bytesOf, siteFolder } from "./site-folder.ts";

const MARK = ".dateline";
const NEW_STORY = BROKEN_STORY.replace("sumary", "summary");

/** Machines that build a newspaper together: each has its own folder of what it keeps, and its own output folder. */
async function machines(name: "tiny" | "full") {
  const site = await siteFolder(name);
  const place = (...path: string[]) => join(site, ...path);
  const given = { content: place("content"), now: NOW, unpublished: "none", indexed: true, threads: 0 } as const;
  const whole = async (options: Partial<BuildOptions> = {}) => {
    const result = await build({ ...given, output: place("_site"), work: place(".dateline"), ...options });
    return { result, files: withoutMark(await bytesOf(place("_site"))) };
  };
  const shard = async ({ index, count }: Shard, options: Partial<BuildOptions> = {}) => {
    const { output = place(`shard-${index}-of-${count}`) } = options;
    const work = place(`.dateline-${index}`);
    const result = await build({ ...given, work, shard: { index, count }, ...options, output });
    return { result, output, files: result.published ? withoutMark(await bytesOf(output)) : {} };
  };
  const all = async (count: number, options: Partial<BuildOptions> = {}) => {
    const shards: Awaited<ReturnType<typeof shard>>[] = [];
    for (const { index } of shardsOf(count)) shards.push(await shard({ index, count }, options));
    return shards;
  };
  return { place, whole, shard, all };
}

const shardsOf = (count: number): Shard[] => Array.from({ length: count }, (_, at) => ({ index: at + 1, count }));

const withoutMark = ({ [MARK]: _mark, ...files }: Record<string, string>) => files;

/** How often each file is there. */
const timesOf = (shards: readonly { readonly files: Record<string, string> }[]) =>
  Object.groupBy(
    shards.flatMap(({ files }) => Object.keys(files)),
    (file) => file,
  );

describe.each(["tiny", "full"] as const)("the shards of the %s newspaper", (name) => {
  let newspaper: Awaited<ReturnType<typeof machines>>;
  let site: Record<string, string>;
  beforeAll(async () => {
    newspaper = await machines(name);
    site = (await newspaper.whole()).files;
  });

  test.each([2, 3, 8])(
    "are, all %i of them, the whole site byte for byte, with each file in one of them",
    async (n) => {
      const shards = await newspaper.all(n);
      expect(Object.values(timesOf(shards)).every((times) => times?.length === 1)).toBe(true);
      expect(Object.assign({}, ...shards.map(({ files }) => files))).toEqual(site);
      const joined = newspaper.place("joined");
      const folders = shards.map(({ output }) => output);
      expect(await joinShards(folders, joined)).toBe(Object.keys(site).length);
      expect(withoutMark(await bytesOf(joined))).toEqual(site);
      for (const { output, files } of shards) expect(withoutMark(await bytesOf(output))).toEqual(files);
    },
  );
});

describe("a shard", () => {
  test("prints only what changed in its share since it was built last", async () => {
    const { place, whole, all } = await machines("full");
    const before = await all(3);
    expect((await all(3)).map(({ result }) => result.done.pagesPrinted)).toEqual([0, 0, 0]);
    await writeFile(place("content/pages/new.md"), "---\ntitle: New\nsummary: A page.\n---\nIt is new.\n");
    const after = await all(3);
    const { files, result } = await whole();
    expect(Object.assign({}, ...after.map(({ files }) => files))).toEqual(files);
    const printed = after.reduce((sum, { result }) => sum + result.done.pagesPrinted, 0);
    expect(printed).toBeGreaterThan(0);
    expect(printed).toBeLessThan(result.done.pagesPrinted);
    // What was there stays where it was.
    for (const [at, { files }] of before.entries()) {
      for (const file of Object.keys(files)) expect(Object.keys(after[at]?.files ?? {})).toContain(file);
    }
  });

  test("takes the place of the whole site or another shard in the same folder, and the whole site takes its", async () => {
    const { place, whole, shard } = await machines("full");
    const same = { output: place("_site"), work: place(".dateline") };
    const site = (await whole()).files;
    const apart = [await shard({ index: 1, count: 2 }), await shard({ index: 2, count: 2 })];
    for (const [at, { files }] of apart.entries()) {
      await shard({ index: at + 1, count: 2 }, same);
      expect(withoutMark(await bytesOf(place("_site")))).toEqual(files);
    }
    expect((await whole()).files).toEqual(site);
    expect(await readFile(place("_site", MARK), "utf8")).not.toContain("Shard");
  });

  test("has the same problems as every other, and then none of them is written", async () => {
    const { place, all } = await machines("tiny");
    await writeFile(place("content/articles/2026/05/bridge-closes.md"), BROKEN_STORY);
    const shards = await all(3);
    const [first] = shards;
    expect(first?.result.problems.map(({ what }) => what)).toContain('Unknown field "sumary".');
    for (const { result } of shards) {
      expect(result.published).toBeUndefined();
      expect(result.problems).toEqual(first?.result.problems);
    }
  });

  test("has about as many pages as every other", () => {
    const names = Array.from({ length: 800 }, (_, at) => `2026/05/story-${at}/index.html`);
    for (const { index, count } of shardsOf(8)) {
      const own = names.filter((name) => isIn({ index, count }, name));
      expect(own.length).toBeGreaterThan(65);
      expect(own.length).toBeLessThan(135);
    }
  });

  test("has as many search indexes as every other, or one more, and keeps them when a month or a year begins", () => {
    const now = ["2026-05", "2026", "2025", "2024", "2023-h2", "2023-h1"];
    const dealt = (parts: string[]) => shardsOf(4).map((shard) => indexesIn(shard, parts));
    expect(dealt(now)).toEqual([["2026", "2023-h1"], ["2026-05", "2023-h2"], ["2024"], ["2025"]]);
    const later = dealt(["2027-01", ...now.slice(1)]);
    for (const [at, parts] of dealt(now).entries()) {
      expect(later[at]).toEqual(parts.map((part) => (part === "2026-05" ? "2027-01" : part)));
    }
  });
});

describe("joining shards", () => {
  let newspaper: Awaited<ReturnType<typeof machines>>;
  let folders: string[];
  const attempt = (given: string[]) => joinShards(given, newspaper.place("joined"));
  beforeAll(async () => {
    newspaper = await machines("tiny");
    folders = (await newspaper.all(3)).map(({ output }) => output);
  });

  test("is done in any order, and again, into a folder that the next build may replace", async () => {
    const files = await attempt(folders.toReversed());
    expect(await attempt(folders)).toBe(files);
    const joined = newspaper.place("joined");
    const { files: site } = await newspaper.whole();
    expect(withoutMark(await bytesOf(joined))).toEqual(site);
    await newspaper.whole({ output: joined });
    expect(withoutMark(await bytesOf(joined))).toEqual(site);
    await rm(joined, { recursive: true });
  });

  test("takes a whole site for the only shard of one", async () => {
    const { files } = await newspaper.whole();
    expect(await attempt([newspaper.place("_site")])).toBe(Object.keys(files).length);
    await rm(newspaper.place("joined"), { recursive: true });
  });

  test("is refused when a shard is missing or there twice, or a folder is none, and then nothing is written", async () => {
    const [one = "", two = "", three = ""] = folders;
    const before = await bytesOf(newspaper.place());
    const refused: [string[], RegExp][] = [
      [[one, three], /^Shard 2\/3 is missing\.$/],
      [[one, two, three, two], /^Shard 2\/3 is there twice: .*shard-2-of-3 and .*shard-2-of-3\.$/],
      [[one, two, newspaper.place("content")], /content is no shard of a site/],
      [[], /^Name the folders/],
    ];
    for (const [given, why] of refused) {
      await expect(attempt(given)).rejects.toThrow(JoinError);
      await expect(attempt(given)).rejects.toThrow(why);
    }
    expect(await bytesOf(newspaper.place())).toEqual(before);
  });

  test("is refused when one was built of other content, with other options, or when another story was out", async () => {
    const [one = "", two = ""] = folders;
    const third = (options: Partial<BuildOptions>) =>
      newspaper.shard({ index: 3, count: 3 }, { output: newspaper.place("other"), ...options });
    const others: (() => Promise<unknown>)[] = [
      () => third({ indexed: false }),
      () => third({ now: Date.parse("2026-04-20T12:00Z") }),
      () => newspaper.shard({ index: 3, count: 4 }, { output: newspaper.place("other") }),
      async () => {
        const story = newspaper.place("content/articles/2026/05/bridge-closes.md");
        await writeFile(story, NEW_STORY);
        await third({});
        await rm(story);
      },
    ];
    for (const makeOther of others) {
      await makeOther();
      await expect(attempt([one, two, newspaper.place("other")])).rejects.toThrow(
        /are not of the same site; build all/,
      );
    }
    await third({ now: NOW + 60_000 });
    expect(await attempt([one, two, newspaper.place("other")])).toBeGreaterThan(20);
  });
});
