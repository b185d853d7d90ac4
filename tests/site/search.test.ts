import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { SearchRecordProps } from "../../layouts/search-record.tsx";
import { isMoment, readMoment } from "../../src/model/time.ts";
import { FRONT } from "../../src/model/urls.ts";
import type { SearchRecord } from "../../src/pages/search-records.ts";
import { forgetOtherParts, searchParts, writeSearchParts } from "../../src/site/search.ts";
import type { IndexFile } from "../../src/site/search-steady.ts";
import { bytesOf, filesIn } from "./site-folder.ts";

function record(day: string, words: string): SearchRecord {
  const date = readMoment(day, "Europe/London");
  if (!isMoment(date)) throw new Error(`${day} is not a date`);
  const filters = ["News", "Views", "Sport", "Arts", "Money"]
    .slice(0, 1 + (words.length % 5))
    .map((tag) => `<i data-pagefind-filter="tag">${tag}</i><i data-pagefind-filter="section">${tag}</i>`);
  const html = `<html lang="en"><body data-pagefind-body><h1>${words}</h1><p>${words}</p>${filters.join("")}</body></html>`;
  // Here the words of a record are the page that is indexed.
  return { url: FRONT, date, props: { title: html } as SearchRecordProps };
}

const print = ({ props }: SearchRecord): string => props.title;

/** 1,600 stories of three years, the newest of May 2026, oldest first. */
const PAPER = ["2024-03-01", "2025-03-01", "2026-04-30", "2026-05-01"].flatMap((day) =>
  Array.from({ length: 400 }, (_, index) => record(day, `story ${index} of ${day}`)),
);
const PARTITIONS = ["2024", "2025", "2026", "2026-05"];

/**
 * A newsroom's machine: builds sites with an index of its own making, and counts what it makes. No index is done before
 * as many as are to be made `together` have begun.
 */
async function machine(together = 1) {
  const folder = await mkdtemp(join(tmpdir(), "dateline-search-"));
  const cache = join(folder, "cache");
  const made: number[] = [];
  let atWork = 0;
  let mostAtWork = 0;
  const enough = Promise.withResolvers<void>();
  const index = async (records: readonly { readonly html: string }[]): Promise<IndexFile[]> => {
    made.push(records.length);
    mostAtWork = Math.max(mostAtWork, ++atWork);
    if (atWork >= together) enough.resolve();
    await enough.promise;
    await readdir(folder);
    atWork--;
    const words = records.map(({ html }) => html).join("\n");
    return [
      { path: "engine/pagefind.js", content: Buffer.from("the script") },
      { path: "engine/wasm.en.pagefind", content: Buffer.from([0, 10, 13, 255]) },
      { path: "fragment/one", content: Buffer.from(words) },
      { path: "empty", content: Buffer.from("") },
    ];
  };
  let sites = 0;
  /** The bytes of the site that a build gives, and how many stories each index held that it made. */
  const build = async (records: readonly SearchRecord[], options = {}) => {
    made.length = 0;
    const site = join(folder, `site${sites++}`);
    await mkdir(site);
    const parts = searchParts(records);
    await writeSearchParts(parts, site, { cache, print, index, ...options });
    await forgetOtherParts(cache, parts);
    return { bytes: await bytesOf(site), made: [...made].sort((a, b) => b - a) };
  };
  const entries = async () => (await readdir(cache)).sort().map((name) => join(cache, name));
  return { cache, build, entries, mostAtWork: () => mostAtWork };
}

describe("the search index", () => {
  test("stands in a folder for each partition, beside what they share", async () => {
    const { build, mostAtWork } = await machine(2);
    const { bytes, made } = await build(PAPER);
    const own = PARTITIONS.flatMap((name) => [`pagefind/${name}/empty`, `pagefind/${name}/fragment/one`]);
    expect(Object.keys(bytes)).toEqual(
      [...own, "pagefind/engine/pagefind.js", "pagefind/engine/wasm.en.pagefind"].sort(),
    );
    expect(made).toEqual([400, 400, 400, 400]);
    expect(mostAtWork()).toBe(2);
  });

  test("is not made again of records that have not changed", async () => {
    const { build } = await machine();
    const first = await build(PAPER);
    expect(await build(PAPER)).toEqual({ bytes: first.bytes, made: [] });
  });

  test("is made again for the newest month only, when a story of it changes or a new one comes", async () => {
    const { build } = await machine();
    const first = await build(PAPER);
    const edited = await build([...PAPER.slice(0, -1), record("2026-05-01", "corrected")]);
    expect(edited.made).toEqual([400]);
    const grown = await build([...PAPER, record("2026-05-02", "new")]);
    expect(grown.made).toEqual([401]);
    const changed = Object.keys(first.bytes).filter((file) => grown.bytes[file] !== first.bytes[file]);
    expect(changed).toEqual(["pagefind/2026-05/fragment/one"]);
  });

  test("is made again for the year and its new month, when a month begins, and for that year when it is corrected", async () => {
    const { build } = await machine();
    await build(PAPER);
    expect((await build([...PAPER, record("2026-06-01", "new")])).made).toEqual([800, 1]);
    expect((await build([record("2024-03-01", "corrected"), ...PAPER.slice(1)])).made).toEqual([400, 400, 400]);
  });

  test("keeps in its cache what the last build used, and nothing else", async () => {
    const { build, entries, cache } = await machine();
    await build(PAPER);
    const before = await entries();
    await writeFile(join(cache, `${"0".repeat(64)}.99999999.half-written`), "by a build that was killed");
    await build([...PAPER, record("2026-05-02", "new")]);
    const after = await entries();
    expect(after.length).toBe(4);
    expect(after.filter((entry) => before.includes(entry)).length).toBe(3);
  });

  test.for<[string, (entry: string) => Promise<void>]>([
    ["with a byte flipped at the start", (entry) => flip(entry, 3)],
    ["with a byte flipped in its list", (entry) => flip(entry, 80)],
    ["with a byte flipped at the end", (entry) => flip(entry, -1)],
    ["cut short", (entry) => truncate(entry, 1000)],
    ["empty", (entry) => truncate(entry, 0)],
    ["with something after its end", (entry) => writeFile(entry, "more", { flag: "a" })],
    ["of another form", (entry) => writeFile(entry, "{}\n{}\n")],
    ["missing", (entry) => rm(entry)],
  ])("is right when its cache has an entry %s", async ([, damage]) => {
    const { build, entries } = await machine();
    const first = await build(PAPER);
    for (const entry of (await entries()).slice(0, 2)) await damage(entry);
    expect(await build(PAPER)).toEqual({ bytes: first.bytes, made: [400, 400] });
    expect(await build(PAPER)).toEqual({ bytes: first.bytes, made: [] });
  });

  test("stops the build when an index cannot be made, and says why", async () => {
    const { build } = await machine();
    const index = async (): Promise<IndexFile[]> => {
      throw new Error("Pagefind could not take /one/");
    };
    await expect(build(PAPER, { index })).rejects.toThrow("Pagefind could not take /one/");
  });

  test("of a site without stories is none", async () => {
    const { build } = await machine();
    expect(await build([])).toEqual({ bytes: {}, made: [] });
  });
});

describe("Pagefind's files", () => {
  const small = PAPER.slice(0, 40);

  test("are the same, byte for byte, whenever and wherever they are made of the same records", async () => {
    const sites = await Promise.all(
      [1, 2, 3].map(async () => {
        const folder = await mkdtemp(join(tmpdir(), "dateline-search-"));
        await writeSearchParts(searchParts(small), join(folder, "site"), { cache: join(folder, "cache"), print });
        return join(folder, "site");
      }),
    );
    const [first = {}, ...others] = await Promise.all(sites.map(bytesOf));
    expect(Object.keys(first).filter((file) => file.endsWith(".pf_filter")).length).toBe(2);
    for (const other of others) expect(other).toEqual(first);
  });

  test("leave out what no page loads", async () => {
    const folder = await mkdtemp(join(tmpdir(), "dateline-search-"));
    await writeSearchParts(searchParts(small), folder, { cache: join(folder, ".cache"), print });
    const files = (await filesIn(join(folder, "pagefind"))).filter((file) => !/\.pf_/.test(file));
    expect(files).toEqual(["all/pagefind-entry.json", "engine/pagefind-1.5.2.js", "engine/wasm.en-1.5.2.pagefind"]);
  });
});

async function flip(file: string, at: number): Promise<void> {
  const bytes = await readFile(file);
  const place = at < 0 ? bytes.length + at : at;
  bytes.writeUInt8(bytes.readUInt8(place) ^ 1, place);
  await writeFile(file, bytes);
}
