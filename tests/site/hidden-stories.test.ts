import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { build } from "../../src/site/build.ts";
import { NOW } from "../pages/newspaper.ts";
import { filesIn, siteFolder } from "./site-folder.ts";

/** What stands in every field, file name and picture of the stories of `full` that nobody may read. */
const CANARY = /canary/i;

const GZIP = Buffer.from([0x1f, 0x8b]);

/** The files of a site in which a canary sings: in their names, or in their bytes, which Pagefind compresses. */
async function singing(output: string): Promise<string[]> {
  const files = await filesIn(output);
  const heard = await Promise.all(
    files.map(async (file) => {
      const bytes = await readFile(join(output, file));
      const text = (bytes.subarray(0, 2).equals(GZIP) ? gunzipSync(bytes) : bytes).toString("latin1");
      return CANARY.test(file) || CANARY.test(text) ? [file] : [];
    }),
  );
  return heard.flat();
}

test("no file of the whole site knows a story that is not out, before it is and after it has gone again", async () => {
  const site = await siteFolder("full");
  const output = join(site, "_site");
  const at = async (now: number) => {
    const work = join(site, ".dateline");
    const given = { content: join(site, "content"), output, work, unpublished: "none", indexed: true } as const;
    const { published } = await build({ ...given, now, threads: 0 });
    expect(published).toBeDefined();
    return singing(output);
  };
  expect(await at(NOW)).toEqual([]);
  const out = await at(Date.UTC(2026, 5, 2));
  expect(out).toEqual(expect.arrayContaining(["2026/06/canary-schedule/index.html", "sitemap.xml", "feed.xml"]));
  expect(
    out.some((file) => file.startsWith("pagefind/")),
    "the search is looked through too",
  ).toBe(true);
  expect(await at(NOW)).toEqual([]);
});
