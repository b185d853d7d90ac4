import { load } from "cheerio";
import { describe, expect, test } from "vitest";
import { printRecord, searchRecords } from "../../src/pages/search-records.ts";
import { type Files, read, STORY, story } from "../content/newspaper-on-disk.ts";
import { plain, print } from "./newspaper.ts";

const PATH = "/2026/11/bridge-opens/";
const AFTER_IT_IS_OUT = Date.UTC(2026, 11, 1);

/** A newspaper of one story, as its readers get it. */
async function printed(body: string, fields: Record<string, string> = {}, others: Files = {}) {
  const { newsroom, bodies, problems } = await read({ ...others, [STORY]: story(fields, body) });
  if (!newsroom) throw new Error(JSON.stringify(problems));
  const paper = print({ ...newsroom, bodies }, { now: AFTER_IT_IS_OUT });
  const [record] = searchRecords(paper.publication);
  const [item] = (JSON.parse(paper.text("/feed.json")) as { items: { content_html: string }[] }).items;
  return {
    page: paper.html(PATH),
    feed: load(item?.content_html ?? "", null, false),
    search: load(record ? printRecord(record, paper.bodies) : ""),
  };
}

const OPENS = "The first lorry crossed at dawn.\n";
const PULL_QUOTE = `::: pull-quote by="Ann Example"\nThe first lorry crossed\n:::\n`;

describe("a text with forms", () => {
  test("has their styles in its page's head, and one without them has not", async () => {
    const sheets = async (body: string) => (await printed(body)).page("head > style").length;
    expect(await sheets(OPENS)).toBe(1);
    expect(await sheets(`${OPENS}\n${PULL_QUOTE}`)).toBe(2);
  });

  test("shows them to readers who come to live coverage too", async () => {
    const { page } = await printed(`${OPENS}\n${PULL_QUOTE}\n## 10:00 It is open\n\n${PULL_QUOTE}`, { live: "true" });
    expect(page(".live > .prose .pull-quote").length).toBe(1);
    expect(page(".post .pull-quote").text()).toContain("Ann Example");
  });

  test("leaves nothing of what our own code knows them by", async () => {
    const { page, feed, search } = await printed(`${OPENS}\n${PULL_QUOTE}`);
    for (const $ of [page, feed, search]) expect($.html()).not.toContain("news-form");
  });
});

describe("a pull quote", () => {
  test("is seen once more, and neither heard, found nor sent once more", async () => {
    const { page, feed, search } = await printed(`${OPENS}\n${PULL_QUOTE}`);
    expect(plain(page(".story > .prose").text())).toBe(
      "The first lorry crossed at dawn. The first lorry crossed Ann Example",
    );
    expect(page(".pull-quote").attr("aria-hidden")).toBe("true");
    expect(plain(feed.text())).toBe("The first lorry crossed at dawn.");
    expect(plain(search(".prose").text())).toBe("The first lorry crossed at dawn.");
  });
});
