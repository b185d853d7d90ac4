import { execFile } from "node:child_process";
import { copyFile, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { load } from "cheerio";
import { beforeAll, describe, expect, test } from "vitest";
import { type BuildOptions, build } from "../../src/site/build.ts";
import { jpeg } from "../content/photographs.ts";
import { NOW } from "../pages/newspaper.ts";
import { bytesOf, filesIn, siteFolder } from "./site-folder.ts";

const FOLDER = "content/articles/2026/05";

const story = (title: string, picture: string, more = "") => `---
title: ${title}
summary: Nobody was on it.
author: ann
date: 2026-05-20T09:00
section: news
image: { src: ${picture}, alt: A ferry${more} }
---
It followed the bridge.

![The deck](deck.jpg)
`;

/** A newspaper with a photograph as the cover of its newest story, and one in the text. */
async function withPhotographs() {
  const site = await siteFolder("tiny");
  await writeFile(join(site, FOLDER, "ferry.jpg"), await jpeg(1000, 800));
  await writeFile(join(site, FOLDER, "deck.jpg"), await jpeg(500, 300));
  await writeFile(join(site, FOLDER, "ferry.md"), story("The ferry", "ferry.jpg"));
  return site;
}

async function buildIn(site: string, options: Partial<BuildOptions> = {}) {
  const output = join(site, options.output ?? "_site");
  const given = { content: join(site, "content"), now: NOW, unpublished: "none", indexed: true, threads: 0 } as const;
  const result = await build({ ...given, search: false, work: join(site, ".dateline"), ...options, output });
  expect(result.problems).toEqual([]);
  return { output, result, files: await filesIn(output) };
}

const pictures = (files: readonly string[]) => files.filter((file) => file.startsWith("images/"));
const keptIn = (site: string) => filesIn(join(site, ".dateline/images"));

describe("a site with photographs", () => {
  let site: string;
  let built: Awaited<ReturnType<typeof buildIn>>;
  beforeAll(async () => {
    site = await withPhotographs();
    built = await buildIn(site);
  });

  test("has every picture that a page names, and no other but for stories yet to come beside them", async () => {
    const named = new Set<string>();
    for (const file of built.files.filter((name) => /\.(?:html|json)$/.test(name))) {
      const text = await readFile(join(built.output, file), "utf8");
      for (const [, path = ""] of text.matchAll(/(?<=["\s/]|\.example)\/(images\/[^"\\\s]+)/g)) named.add(path);
    }
    const others = pictures(built.files).filter((file) => !named.has(file));
    expect([...named].filter((path) => !built.files.includes(path))).toEqual([]);
    // So wide a picture stands beside a related story, and these are not.
    expect(others.map((file) => file.replace(/^.*\/|-\w+(?=\.)/g, ""))).toEqual(["3x2-640.avif", "3x2-640.webp"]);
  });

  test("does not publish the photographs as they came from the camera", () => {
    expect(pictures(built.files).filter((file) => /^images\/[^/]+\.jpg$/.test(file))).toEqual([]);
    expect(pictures(built.files).some((file) => file.endsWith(".svg"))).toBe(true);
  });

  test("shows the first picture of a page at once, and lets the others wait", async () => {
    const page = async (path: string) => load(await readFile(join(built.output, path, "index.html"), "utf8"));
    const $ = await page("2026/05/ferry");
    const [cover, deck] = $("img").toArray();
    expect($(cover).attr()).toMatchObject({ fetchpriority: "high", alt: "A ferry" });
    expect($(cover).attr("loading")).toBeUndefined();
    expect($(deck).attr()).toMatchObject({ loading: "lazy", decoding: "async", alt: "The deck" });
    for (const img of $("img").toArray()) {
      expect(Number($(img).attr("width")) * Number($(img).attr("height"))).toBeGreaterThan(0);
      expect($(img).attr("class")).toMatch(/^tint-\d+$/);
      expect($(img).attr("style")).toBeUndefined();
    }
    expect((await page("."))(".card-lead source").first().attr("srcset")).toMatch(/3x2-680-\w+\.avif 680w/);
  });

  test("has no picture made again when nothing has changed, even for another folder", async () => {
    expect((await buildIn(site)).result.done.pagesPrinted).toBe(0);
    const kept = await bytesOf(join(site, ".dateline/images"));
    const { output } = await buildIn(site, { output: "elsewhere" });
    expect(await bytesOf(join(output, "images"))).toEqual(await bytesOf(join(built.output, "images")));
    expect(await bytesOf(join(site, ".dateline/images"))).toEqual(kept);
  });

  test("is, in shards, the same pictures, each made by one machine", async () => {
    const shards = [];
    for (const index of [1, 2, 3]) {
      const work = join(site, `.dateline-${index}`);
      shards.push(await buildIn(site, { output: `shard-${index}`, work, shard: { index, count: 3 } }));
    }
    const all = shards.flatMap(({ files }) => pictures(files));
    expect(all.sort()).toEqual(pictures(built.files));
    expect(shards.every(({ files }) => pictures(files).length < all.length)).toBe(true);
  });
});

describe("an edit", () => {
  test("of the focus makes the crops anew, and throws the old ones away", async () => {
    const site = await withPhotographs();
    const before = await buildIn(site);
    const kept = await keptIn(site);
    await writeFile(join(site, FOLDER, "ferry.md"), story("The ferry", "ferry.jpg", ', focus: "10% 10%"'));
    const after = await buildIn(site);
    const [gone, fresh] = [
      pictures(before.files).filter((file) => !after.files.includes(file)),
      pictures(after.files).filter((file) => !before.files.includes(file)),
    ];
    expect(fresh.length).toBe(gone.length);
    expect(fresh.every((file) => file.includes("-10-10-"))).toBe(true);
    expect((await keptIn(site)).length).toBe(kept.length);
  });

  test("that takes a story away takes its pictures away, and a draft's are kept for whoever looks at it", async () => {
    const site = await withPhotographs();
    await copyFile(join(site, FOLDER, "ferry.jpg"), join(site, FOLDER, "other.jpg"));
    await writeFile(
      join(site, FOLDER, "other.md"),
      `${story("Another", "other.jpg").replace("section:", "draft: true\nsection:")}`,
    );
    const withDrafts = await buildIn(site, { unpublished: "all", output: "drafts" });
    expect(pictures(withDrafts.files).some((file) => file.startsWith("images/other-"))).toBe(true);
    const kept = await keptIn(site);
    const forReaders = await buildIn(site);
    expect(pictures(forReaders.files).some((file) => file.startsWith("images/other-"))).toBe(false);
    expect(await keptIn(site)).toEqual(expect.arrayContaining(kept));
    await rm(join(site, FOLDER, "ferry.md"));
    expect(pictures((await buildIn(site)).files).filter((file) => file.includes("ferry"))).toEqual([]);
  });
});

test("what finds nothing changed does not load the library that opens pictures", async () => {
  const site = await withPhotographs();
  const script = `
    const { check } = await import(${JSON.stringify(new URL("../../src/site/check.ts", import.meta.url).href)});
    const { build } = await import(${JSON.stringify(new URL("../../src/site/build.ts", import.meta.url).href)});
    const given = { content: "content", now: ${NOW}, threads: 0 };
    if (process.argv.includes("check")) await check(given);
    else await build({ ...given, output: "_site", unpublished: "none", indexed: true, search: false });
    console.log(process.report.getReport().sharedObjects.some((path) => path.includes("vips")));
  `;
  const runs = async (what: string) => {
    const loader = new URL("../../src/loader.js", import.meta.url).href;
    const args = ["--import", loader, "--input-type=module", "--eval", script, what];
    return (await promisify(execFile)(process.execPath, args, { cwd: site })).stdout.trim();
  };
  expect([await runs("check"), await runs("check")]).toEqual(["true", "false"]);
  // The pictures are known from the check, and are made once.
  expect([await runs("build"), await runs("build")]).toEqual(["true", "false"]);
  await writeFile(join(site, FOLDER, "ferry.md"), story("The ferry was late", "ferry.jpg"));
  expect([await runs("check"), await runs("build")]).toEqual(["false", "false"]);
});
