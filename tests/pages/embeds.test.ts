import { load } from "cheerio";
import { describe, expect, test } from "vitest";
import { printRecord, searchRecords } from "../../src/pages/search-records.ts";
import { type Files, read, STORY, story, USUAL } from "../content/newspaper-on-disk.ts";
import { ASSETS, plain, print } from "./newspaper.ts";

const PATH = "/2026/11/bridge-opens/";
const AFTER_IT_IS_OUT = Date.UTC(2026, 11, 1);
const VIDEO = "https://youtu.be/aBcDeFgHiJk";
const CARDS = `It opens.\n\n[The first lorry](${VIDEO})\n\nhttps://x.com/mayor/status/1615763303887958020\n`;

/** A newspaper of one story, as its readers get it. */
async function printed(body: string, fields: Record<string, string> = {}, files: Files = {}) {
  const { newsroom, bodies, problems } = await read({ ...files, [STORY]: story(fields, body) });
  if (!newsroom) throw new Error(JSON.stringify(problems));
  const paper = print({ ...newsroom, bodies }, { now: AFTER_IT_IS_OUT });
  const [record] = searchRecords(paper.publication);
  const [item] = (JSON.parse(paper.text("/feed.json")) as { items: { content_html: string }[] }).items;
  return {
    paper,
    page: paper.html(PATH),
    scripts: paper
      .html(PATH)("script[src]")
      .map((_, { attribs }) => attribs["src"])
      .get(),
    feed: load(item?.content_html ?? "", null, false),
    search: load(record ? printRecord(record, paper.bodies) : ""),
  };
}

describe("a card on a story's page", () => {
  test("names what it is, whose, and what loading it sends; without its script it is a link", async () => {
    const { page } = await printed(CARDS);
    const [video, post] = page(".embed").toArray();
    expect(plain(page(video).find("figcaption").text())).toBe("The first lorry YouTube");
    expect(page(video).find("a").attr("href")).toBe(VIDEO);
    expect(page(video).find("p").attr("hidden")).toBeDefined();
    expect(plain(page(post).find("figcaption").text())).toBe("A post on X");
    expect(page(post).find("p").text()).toContain("what you read, to X.");
  });

  test("says to a provider which site asks only where the provider needs it", async () => {
    const { page } = await printed(CARDS);
    const policies = page(".embed")
      .map((_, { attribs }) => attribs["data-referrer"])
      .get();
    expect(policies).toEqual(["strict-origin-when-cross-origin", "no-referrer"]);
  });

  test("holds nothing that a browser would fetch", async () => {
    const { page } = await printed(CARDS);
    expect(page(".embed").find("[src], iframe, img, link, script, style").length).toBe(0);
  });

  test("brings its script to the page, also beside that of live coverage, and to no other page", async () => {
    expect((await printed(CARDS)).scripts).toEqual([ASSETS.embeds]);
    expect((await printed("It opens.\n")).scripts).toEqual([]);
    const live = await printed(`${CARDS}\n## 10:00 It is open\n\nIt is.\n`, { live: "true" });
    expect(live.scripts).toEqual([ASSETS.embeds, ASSETS.live]);
    expect(live.page(".live .embed").length).toBe(2);
    const about = await printed("It opens.\n", {}, { "pages/about.md": `---\ntitle: About\n---\n${VIDEO}\n` });
    expect(about.paper.html("/about/")("script[src]").attr("src")).toBe(ASSETS.embeds);
    expect(about.paper.html("/about/")(".embed").length).toBe(1);
  });

  test("speaks the language of the story", async () => {
    const { page } = await printed(CARDS, { language: "es" });
    expect(plain(page(".embed button").first().text())).toBe("Cargar el vídeo");
    const site = { "settings.yaml": String(USUAL["settings.yaml"]).replace("en-GB", "zh-Hans") };
    expect(plain((await printed(CARDS, {}, site)).page(".embed figcaption").last().text())).toBe("X 上的帖子");
  });

  test("of a story that somebody paid for says so in its link", async () => {
    const { page, feed } = await printed(CARDS, { sponsored: "{ by: Lorry Ltd }" });
    for (const link of [...page(".embed a").toArray(), ...feed("a").toArray()])
      expect(link.attribs["rel"]).toBe("sponsored");
  });
});

describe("a card elsewhere", () => {
  test("is a link with its title in feeds", async () => {
    const { feed } = await printed(CARDS);
    const links = feed("p > a").map((_, link) => [[feed(link).attr("href"), feed(link).text()]]);
    expect(links.get()).toEqual([
      [VIDEO, "The first lorry"],
      ["https://x.com/mayor/status/1615763303887958020", "A post on X"],
    ]);
    expect(feed.html()).not.toContain("Load");
  });

  test("is found by its writer's words, and not by the interface's", async () => {
    const { search } = await printed(CARDS);
    expect(plain(search(".prose").text())).toBe("It opens. The first lorry");
  });
});
