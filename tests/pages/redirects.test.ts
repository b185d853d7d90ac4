import { cp, mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { resolveConfig } from "@netlify/config";
import { load } from "cheerio";
import { beforeAll, describe, expect, test } from "vitest";
import { readContent } from "../../src/content/read.ts";
import { MOST_RULES } from "../../src/pages/redirects.ts";
import { htmlErrors } from "../../src/site/gate/html-rules.ts";
import { onDisk, story, USUAL } from "../content/newspaper-on-disk.ts";
import { type Edition, NOW, newsroomOf, print, type WholeNewsroom } from "./newspaper.ts";

const STORIES = {
  "articles/2026/05/bridge-opens.md": story({
    date: "2026-05-02T09:00",
    series: "bridges",
    formerly: "[/blog/123.html, /大桥]",
  }),
  "articles/2026/05/大桥开通.md": story({
    title: "大桥开通",
    date: "2026-05-03",
    language: "zh-Hans",
    formerly: "/old/",
  }),
  "articles/2026/05/rumour.md": story({
    title: "A rumour",
    date: "2026-05-04",
    retracted: "{ date: 2026-05-05, reason: It was not true. }",
    formerly: "/rumour/",
  }),
  "articles/2026/05/canary-gone.md": story({ date: "2026-05-02", expires: "2026-05-09", formerly: "/canary-expired/" }),
  "articles/2026/07/canary-waits.md": story({ date: "2026-07-02T09:00", formerly: "/canary-scheduled/" }),
  "articles/2026/05/canary-drafted.md": story({ date: "2026-05-02", draft: "true", formerly: "/canary-draft/" }),
};
const FILES = {
  ...STORIES,
  "pages/about.md": "---\ntitle: About <us> & you\nformerly: [/about-us.htm]\n---\nUs.\n",
  "series.yaml":
    "- { name: Bridges, formerly: [/dossier/bridges/] }\n- { name: Canary, formerly: [/canary-series/] }\n",
  "tags.yaml": "- { name: Huawei, formerly: [/topics/huawei/] }\n",
  "settings.yaml": `${USUAL["settings.yaml"]}    formerly: [/category/news/]\n`,
  "authors/ann-example.md": "---\nname: Ann Example\ntype: person\nformerly: /author/ann.php\n---\nAnn.\n",
};

const FROM_TO: readonly (readonly [from: string, to: string, title: string])[] = [
  ["/category/news/", "/sections/news/", "News"],
  ["/topics/huawei/", "/tags/huawei/", "Huawei"],
  ["/dossier/bridges/", "/series/bridges/", "Bridges"],
  ["/author/ann.php/", "/authors/ann-example/", "Ann Example"],
  ["/about-us.htm", "/about/", "About <us> & you"],
  ["/old/", "/2026/05/大桥开通/", "大桥开通"],
  ["/blog/123.html", "/2026/05/bridge-opens/", "Bridge opens"],
  ["/大桥/", "/2026/05/bridge-opens/", "Bridge opens"],
  ["/rumour/", "/2026/05/rumour/", "A rumour"],
];

let newsroom: WholeNewsroom;
let edition: Edition;
beforeAll(async () => {
  const { newsroom: read, bodies, problems } = await readContent(await onDiskForAll(), "content");
  expect(problems).toEqual([]);
  if (!read) throw new Error("There is no newsroom");
  newsroom = { ...read, bodies };
  edition = print(newsroom);
});

/** As `onDisk`, for all tests of a file. */
async function onDiskForAll(): Promise<string> {
  const content = join(await mkdtemp(join(tmpdir(), "newspaper-")), "content");
  for (const [path, text] of Object.entries({ ...USUAL, ...FILES })) {
    await mkdir(dirname(join(content, path)), { recursive: true });
    await writeFile(join(content, path), text);
  }
  return content;
}

const rulesOf = ({ text }: Edition) => text("/_redirects").trimEnd().split("\n");

describe("a reader of a former address", () => {
  test.each(FROM_TO)("%s is sent to %s", (from, to, title) => {
    const $ = edition.html(from);
    expect($("meta[http-equiv=refresh]").attr("content")).toBe(`0; url=${encodeURI(to)}`);
    expect($("link[rel=canonical]").attr("href")).toBe(`https://courier.example${encodeURI(to)}`);
    expect($("a").attr("href")).toBe(encodeURI(to));
    expect([$("a").text(), $("title").text()]).toEqual([title, title]);
    expect($("meta[name=robots]").attr("content")).toBe("noindex");
    expect($("script, style, [style]").length).toBe(0);
    expect(edition.urls).toContain(encodeURI(to));
  });

  test("loads next to nothing, in the language of the site, and of the headline", () => {
    expect(edition.text("/old/").length).toBeLessThan(700);
    const $ = edition.html("/old/");
    expect([$("html").attr("lang"), $("a").attr("lang")]).toEqual(["en-GB", "zh-Hans"]);
    expect($("p").text()).toBe("This page has moved: 大桥开通");
  });

  test("is sent by valid HTML", () => {
    for (const page of edition.pages.filter(({ layout }) => layout === "redirect")) {
      expect(htmlErrors(edition.text(decodeURI(page.url)), page.url)).toEqual([]);
    }
  });

  test("finds nothing where the story is not out, in any file of the site", () => {
    const texts = edition.pages.map(({ url }) => url + edition.text(decodeURI(url))).join("\n");
    expect(texts).not.toContain("canary");
    const later = print(newsroom, { now: Date.UTC(2026, 6, 3) });
    expect(rulesOf(later)).toContain("/canary-scheduled/ /2026/07/canary-waits/ 301!");
    const ofWriters = print(newsroom, { now: NOW, unpublished: "all" });
    expect(ofWriters.urls).toContain("/canary-draft/");
  });

  test("never sees the old address in a list, a sitemap, a feed or the search", () => {
    const others = edition.pages.filter(({ layout, url }) => layout !== "redirect" && url !== "/_redirects");
    for (const { url } of others) {
      const text = edition.text(decodeURI(url));
      for (const [from] of FROM_TO) expect(text, url).not.toContain(`"${encodeURI(from)}"`);
      for (const [from] of FROM_TO) expect(text, url).not.toContain(`courier.example${encodeURI(from)}`);
    }
  });
});

describe("the redirects file", () => {
  /** What is answered at the address of the story that was taken back. */
  const GONE = "/2026/05/rumour/ /2026/05/rumour/index.html 410!";

  test("holds every redirect, permanent and before the page that stands there, as Netlify writes paths", () => {
    expect(rulesOf(edition)).toEqual([
      GONE,
      ...FROM_TO.map(([from, to]) => `${encodeURI(from)} ${encodeURI(to)} 301!`),
    ]);
  });

  test("says to Netlify what it should, and netlify.toml nothing against it", async () => {
    const site = await mkdtemp(join(tmpdir(), "redirects-"));
    await cp("netlify.toml", join(site, "netlify.toml"));
    await mkdir(join(site, "_site"));
    await writeFile(join(site, "_site/_redirects"), edition.text("/_redirects"));
    const where = { config: join(site, "netlify.toml"), repositoryRoot: site, cwd: site };
    const { config } = await resolveConfig({ ...where, offline: true, context: "production" });
    const rules = config.redirects as { from: string; to: string; status: number; force: boolean }[];
    const [gone, ...redirects] = rules.map(({ from, to, status, force }) => [from, to, status, force]);
    expect(gone).toEqual(["/2026/05/rumour/", "/2026/05/rumour/index.html", 410, true]);
    expect(redirects).toEqual(FROM_TO.map(([from, to]) => [encodeURI(from), encodeURI(to), 301, true]));
  });

  test("is not there on a site without redirects", async () => {
    expect(print(await newsroomOf("tiny")).urls).not.toContain("/_redirects");
  });

  test("stops where Netlify's promise does, at the oldest stories; the pages lead on from there", async () => {
    // Each as many as a list may have, the newest story first.
    const older = Array.from({ length: Math.ceil(MOST_RULES / 1000) }, (_, place) => {
      const former = Array.from({ length: 1000 }, (_, number) => `\n  - /blog/${place * 1000 + number}.html`);
      const date = `2020-05-${20 - place}`;
      return [`articles/2020/05/older-${place}.md`, story({ date, formerly: former.join("") })];
    });
    const content = await onDisk({
      "articles/2026/05/newer.md": story({ date: "2026-05-02", formerly: "/new/" }),
      ...Object.fromEntries(older),
    });
    const read = await readContent(content, "content");
    if (!read.newsroom) throw new Error(JSON.stringify(read.problems));
    const many = print({ ...read.newsroom, bodies: read.bodies });
    const rules = rulesOf(many);
    expect(rules).toHaveLength(MOST_RULES);
    expect(rules[0]).toBe("/new/ /2026/05/newer/ 301!");
    const last = MOST_RULES - 1;
    const oldest = `/2020/05/older-${Math.floor(last / 1000)}/`;
    expect(rules).toContain(`/blog/${last - 1}.html ${oldest} 301!`);
    expect(rules).not.toContain(`/blog/${last}.html ${oldest} 301!`);
    const $ = load(many.text(`/blog/${last}.html`));
    expect($("meta[http-equiv=refresh]").attr("content")).toBe(`0; url=${oldest}`);
  });
});
