import { readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { load } from "cheerio";
import { describe, expect, test } from "vitest";
import { type BuildOptions, build } from "../../src/site/build.ts";
import { Stages } from "../../src/site/stages.ts";
import { NOW } from "../pages/newspaper.ts";
import { BROKEN_STORY, bytesOf, filesIn, pagesOf, save, siteFolder } from "./site-folder.ts";

/** Builds a site folder; says what the build said it was doing. */
async function buildIn(site: string, options: Partial<BuildOptions> = {}) {
  const stages = new Stages(() => 0);
  const all: BuildOptions = {
    content: join(site, "content"),
    output: join(site, "_site"),
    now: NOW,
    unpublished: "none",
    indexed: true,
    work: join(site, ".dateline"),
    ...options,
  };
  const result = await build(all, stages);
  return { result, steps: stages.times.map(({ name }) => name), output: all.output };
}

/** The bytes of a site folder, apart from what is kept there from build to build. */
async function withoutWork(site: string) {
  return Object.entries(await bytesOf(site)).filter(([file]) => !file.startsWith(".dateline/"));
}

describe("a build", () => {
  test("puts every page, picture, style, script and the search into the output folder, and nothing else", async () => {
    const { result, output } = await buildIn(await siteFolder("tiny"));
    expect(result).toMatchObject({ problems: [], filesRead: 6, published: { stories: 2 } });
    const files = await filesIn(output);
    expect(files.filter((file) => /__desk|_dateline/.test(file))).toEqual([]);
    expect(pagesOf(files)).toEqual([
      "2026/04/bridge-opens/index.html",
      "2026/04/index.html",
      "2026/05/ferry-stops/index.html",
      "2026/05/index.html",
      "2026/index.html",
      "404.html",
      "_headers",
      "about/index.html",
      "authors/ann/feed.json",
      "authors/ann/feed.xml",
      "authors/ann/index.html",
      "authors/ann/rss.xml",
      "authors/index.html",
      "corrections/feed.json",
      "corrections/feed.xml",
      "corrections/index.html",
      "corrections/rss.xml",
      "feed.json",
      "feed.xml",
      "feeds/index.html",
      "index.html",
      "latest/index.html",
      "manifest.webmanifest",
      "news-sitemap.xml",
      "next-change.json",
      "offline/index.html",
      "robots.txt",
      "rss.xml",
      "search/all/facets.json",
      "search/all/stories-1.json",
      "search/index.html",
      "search/partitions.json",
      "search/words.json",
      "sections/news/feed.json",
      "sections/news/feed.xml",
      "sections/news/index.html",
      "sections/news/rss.xml",
      "sitemap.xml",
      "sw.js",
      "tags/index.html",
    ]);
    const pages = pagesOf(files);
    expect(pages.length).toBe(result.published?.pages);
    const others = files.filter((file) => !pages.includes(file) && !file.startsWith("pagefind/"));
    expect(others).toEqual([
      ".dateline",
      "apple-touch-icon.png",
      expect.stringMatching(/^assets\/chunk-\w+\.js$/),
      expect.stringMatching(/^assets\/comments-[0-9a-f]{10}\.js$/),
      expect.stringMatching(/^assets\/embeds-[0-9a-f]{10}\.js$/),
      expect.stringMatching(/^assets\/feed-[0-9a-f]{10}\.css$/),
      expect.stringMatching(/^assets\/find-comment-[0-9a-f]{10}\.js$/),
      expect.stringMatching(/^assets\/icon-192-[0-9a-f]{10}\.png$/),
      expect.stringMatching(/^assets\/icon-512-[0-9a-f]{10}\.png$/),
      expect.stringMatching(/^assets\/icon-[0-9a-f]{10}\.svg$/),
      expect.stringMatching(/^assets\/icon-maskable-[0-9a-f]{10}\.png$/),
      expect.stringMatching(/^assets\/live-[0-9a-f]{10}\.js$/),
      expect.stringMatching(/^assets\/offline-\w+\.js$/),
      expect.stringMatching(/^assets\/page-\w+\.js$/),
      expect.stringMatching(/^assets\/retired-worker-[0-9a-f]{10}\.js$/),
      expect.stringMatching(/^assets\/search-\w+\.js$/),
      expect.stringMatching(/^assets\/search-dialog-\w+\.js$/),
      expect.stringMatching(/^assets\/search-engine-[0-9a-f]{10}\.js$/),
      expect.stringMatching(/^assets\/worker-[0-9a-f]{10}\.js$/),
      "favicon.ico",
      expect.stringMatching(/^images\/bridge-[0-9a-f]{10}\.svg$/),
      ...Array(3).fill(expect.stringMatching(/^images\/cards\/[0-9a-f]{16}\.png$/)),
    ]);
    expect(files).toContain("pagefind/engine/pagefind-1.5.2.js");
    expect(files.filter((file) => file.endsWith(".pf_fragment")).length).toBe(2);
  });

  test("gives each page the picture, the icon and the scripts that it names", async () => {
    const { output } = await buildIn(await siteFolder("full"));
    const files = await filesIn(output);
    for (const file of files.filter((name) => name.endsWith(".html"))) {
      const $ = load(await readFile(join(output, file), "utf8"));
      const named = $("[src], link[rel=icon], meta[property='og:image']")
        .map((_index, element) => $(element).attr("src") ?? $(element).attr("href") ?? $(element).attr("content") ?? "")
        .get()
        .map((url) => url.replace("https://harbour-courier.example", ""));
      for (const url of named) expect(files, file).toContain(url.slice(1));
    }
  });

  test("publishes no picture that only a hidden story shows", async () => {
    const { output } = await buildIn(await siteFolder("full"));
    expect((await filesIn(output)).filter((file) => /canary/i.test(file))).toEqual([]);
  });

  test("drops a story from the news sitemap two days after it came out, though no file has changed", async () => {
    const site = await siteFolder("tiny");
    // It came out at nine o'clock in London.
    const news = async (hours: number) => {
      const now = Date.UTC(2026, 4, 2, 8) + hours * 60 * 60 * 1000;
      const { output } = await buildIn(site, { now });
      return (await readFile(join(output, "news-sitemap.xml"), "utf8")).includes("/ferry-stops/");
    };
    expect(await news(47)).toBe(true);
    expect(await news(49)).toBe(false);
  });

  test("leaves a folder that a web server can read", async () => {
    const { output } = await buildIn(await siteFolder("tiny"));
    expect((await stat(output)).mode & 0o755).toBe(0o755);
  });

  test("says what it is doing", async () => {
    const { steps } = await buildIn(await siteFolder("tiny"));
    expect(steps).toEqual([
      "Looking for changes",
      "Reading the content",
      "Printing the pages that change",
      "Making the pictures",
      "Inspecting the site",
      "Putting the site in place",
    ]);
  });

  test("of the same content gives the same bytes, those of the search too", async () => {
    const [one, other] = [await buildIn(await siteFolder("full")), await buildIn(await siteFolder("full"))];
    const [ofOne, ofOther] = [await bytesOf(one.output), await bytesOf(other.output)];
    expect(ofOther).toEqual(ofOne);
    expect(Object.keys(ofOne).filter((file) => file.endsWith(".pf_fragment")).length).toBe(20);
  });

  test("takes the page of a story away when the story is", async () => {
    const site = await siteFolder("tiny");
    await buildIn(site);
    await rm(join(site, "content/articles/2026/05/ferry-stops.md"));
    const { output } = await buildIn(site);
    const files = await filesIn(output);
    expect(files).not.toContain("2026/05/ferry-stops/index.html");
    expect(files).not.toContain("2026/05/index.html");
    expect(files.filter((file) => file.endsWith(".pf_fragment")).length).toBe(1);
  });

  test("with a problem leaves the last site as it is, byte for byte, and nothing beside it", async () => {
    const site = await siteFolder("tiny");
    const { output } = await buildIn(site);
    const before = await withoutWork(site);
    await writeFile(join(site, "content/articles/2026/05/bridge-closes.md"), BROKEN_STORY);
    const { result, steps } = await buildIn(site);
    expect(result.published).toBeUndefined();
    expect(result.problems.map(({ what }) => what)).toContain('Unknown field "sumary".');
    expect(steps).toEqual(["Looking for changes", "Reading the content"]);
    await rm(join(site, "content/articles/2026/05/bridge-closes.md"));
    expect(await withoutWork(site)).toEqual(before);
    expect(await filesIn(output)).toContain("index.html");
  });

  test("never follows an outside program that somebody left in the content: each is a problem, and none runs", async () => {
    const site = await siteFolder("tiny");
    const trace = join(site, "it-ran");
    const program = `require("node:fs").writeFileSync(${JSON.stringify(trace)}, "");module.exports = {};`;
    for (const name of ["run.11ty.js", "articles/articles.11tydata.js", "_data/x.js", "articles/2026/05/y.11ty.cjs"]) {
      await save(join(site, "content", name), program);
    }
    const { result } = await buildIn(site);
    expect(result.problems.map(({ file, what }) => [file.replace(/^.*content\//, ""), what]).sort()).toEqual([
      ["_data/x.js", "No file of this name can stand here."],
      ["articles/2026/05/y.11ty.cjs", "No file of this name can stand here."],
      ["articles/articles.11tydata.js", "No file of this name can stand here."],
      ["run.11ty.js", "No file of this name can stand here."],
    ]);
    expect(await filesIn(site)).not.toContain("it-ran");
  });
});
