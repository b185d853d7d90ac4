import { load } from "cheerio";
import { describe, expect, test } from "vitest";
import { linksToHidden } from "../../src/content/hidden-links.ts";
import { publish } from "../../src/model/publish.ts";
import { type Files, read, report, STORY, story } from "./newspaper-on-disk.ts";

const OTHERS: Files = {
  "articles/2020/04/nanshan-huawei.md": story(
    { date: "2020-04-13" },
    "## Seizing the opportunity\n\n## 华为\n\n## 50% more\n",
  ),
  "articles/2020/04/华为.md": story({ date: "2020-04-14" }),
  "pages/about.md": "---\ntitle: About\n---\n## Who we are\n",
  "series.yaml": "- name: Trips\n- name: 桥\n",
  "tags.yaml": "- slug: huawei\n  name: Huawei\n  timeline: true\n",
};

const reportOn = (body: string) => report({ ...OTHERS, [STORY]: story({}, body) });

/** Where the links of a story without problems lead. */
async function hrefs(body: string): Promise<(string | undefined)[]> {
  const { newsroom, bodies, problems } = await read({ ...OTHERS, [STORY]: story({}, body) });
  expect(problems).toEqual([]);
  const article = newsroom?.articles.find(({ file }) => file === STORY);
  const $ = load((article && bodies.get(article.body)) ?? "");
  return $("a")
    .map((_, link) => $(link).attr("href"))
    .get();
}

describe("a link", () => {
  test.each([
    ["[a](../../2020/04/nanshan-huawei.md)", "/2020/04/nanshan-huawei/"],
    [
      "[a](../../2020/04/nanshan-huawei.md#seizing-the-opportunity)",
      "/2020/04/nanshan-huawei/#seizing-the-opportunity",
    ],
    ["[a](../../2020/04/nanshan-huawei.md#华为)", "/2020/04/nanshan-huawei/#%E5%8D%8E%E4%B8%BA"],
    ["[a](../../2020/04/华为.md)", "/2020/04/%E5%8D%8E%E4%B8%BA/"],
    ["[a](../../2020/04/%E5%8D%8E%E4%B8%BA.md)", "/2020/04/%E5%8D%8E%E4%B8%BA/"],
    ["[a](../../../authors/ann-example.md)", "/authors/ann-example/"],
    ["[a](../../../pages/about.md#who-we-are)", "/about/#who-we-are"],
    ["[a](./bridge-opens.md)", "/2026/11/bridge-opens/"],
    ["[a][b]\n\n[b]: ../../../pages/about.md", "/about/"],
    ["[a](#here)\n\n## Here", "#here"],
    ["[a](/tags/huawei/)", "/tags/huawei/"],
    ["[a](/search/?q=huawei)", "/search/?q=huawei"],
    ["[a](/2020/04/)", "/2020/04/"],
    ["[a](/about/)", "/about/"],
    ["[a](/corrections/)", "/corrections/"],
    ["[a](/feeds/)", "/feeds/"],
    ["[a](/corrections/rss.xml)", "/corrections/rss.xml"],
    ["[a](/series/)", "/series/"],
    ["[a](/series/桥/)", "/series/%E6%A1%A5/"],
    ["[a](/tags/huawei/timeline/)", "/tags/huawei/timeline/"],
    ["[a](https://x.example/a?b=c#d)", "https://x.example/a?b=c#d"],
    ["[a](HTTPS://X.example/A)", "HTTPS://X.example/A"],
    ["<https://x.example>", "https://x.example"],
    ["<ann@courier.example>", "mailto:ann@courier.example"],
    ["[a](mailto:ann@courier.example?subject=Bridge)", "mailto:ann@courier.example?subject=Bridge"],
    ["[a](tel:+441234567890)", "tel:+441234567890"],
  ])("%s leads to %s", async (body, href) => {
    expect(await hrefs(body)).toEqual([href]);
  });

  test.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "&#106;avascript:alert(1)",
    "&#x6A;avascript&colon;alert(1)",
    "\\javascript:alert(1)",
    "java&#9;script:alert(1)",
    "java&NewLine;script:alert(1)",
    "&#1;javascript:alert(1)",
    "<java script:alert(1)>",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
    "blob:x",
    "ftp://x.example",
    "//x.example/a",
    "///x.example",
    "/\\x.example",
    "\\\\\\\\x.example/a",
    "https:x.example",
    "https:///x.example",
    "https://",
    "http://[",
    "<https://a b/>",
    "mailto:",
    "tel:",
    "",
    "/%ff/",
    "/%zz/",
    "%ff.md",
    "/2020/04/../../tags/nothing/",
    "../../../../etc/passwd",
    "bridge-opens.md?x=1",
    "bridge-opens",
    "../../2020/04/",
  ])("to %s is a problem, however it is written", async (href) => {
    expect(await reportOn(`[a](${href})`)).toContain("1 problem");
    expect(await reportOn(`[a][b]\n\n[b]: ${href || "<>"}`)).toContain("1 problem");
  });

  test("with a scheme that runs code says so, as an autolink too", async () => {
    expect(await reportOn("One\n\n- [two](javascript:alert)\n")).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:10:4
        A link cannot use javascript:. Links are https:, http:, mailto:, tel: or a file's relative path.
         10 │ - [two](javascript:alert)
            │    ^
      1 problem in 8 files. Nothing was published.
      "
    `);
    expect(await reportOn("<vbscript:x>")).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:8:1
        A link cannot use vbscript:. Links are https:, http:, mailto:, tel: or a file's relative path.
          8 │ <vbscript:x>
            │ ^
      1 problem in 8 files. Nothing was published.
      "
    `);
  });

  test("that is not whole says so", async () => {
    expect(await reportOn("[a](//x.example)")).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:8:2
        The link //x.example has no scheme. Write it whole, such as https://example.org/report.
          8 │ [a](//x.example)
            │  ^
      1 problem in 8 files. Nothing was published.
      "
    `);
    expect(await reportOn("[a](https:x.example)")).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:8:2
        The address https:x.example cannot be read. Write it whole, such as https://example.org/report.
          8 │ [a](https:x.example)
            │  ^
      1 problem in 8 files. Nothing was published.
      "
    `);
    expect(await reportOn("[a]()")).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:8:2
        This link leads nowhere. Write an address or a file's path between ( and ).
          8 │ [a]()
            │  ^
      1 problem in 8 files. Nothing was published.
      "
    `);
    expect(await reportOn("[a](mailto:)")).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:8:2
        This link leads nowhere. Write it after mailto:.
          8 │ [a](mailto:)
            │  ^
      1 problem in 8 files. Nothing was published.
      "
    `);
  });

  test("to something that is no story, person or page says so", async () => {
    expect(await reportOn("[a](notes.txt)")).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:8:2
        The link notes.txt does not lead to a story, a person or a page. Link to its file, such as ../04/slug.md.
          8 │ [a](notes.txt)
            │  ^
      1 problem in 8 files. Nothing was published.
      "
    `);
  });

  test("to a file that is not there names the nearest one, by the path to write", async () => {
    expect(await reportOn("[a](../../2020/04/nanshan-huawie.md)")).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:8:2
        There is no file articles/2020/04/nanshan-huawie.md. Did you mean "../../2020/04/nanshan-huawei.md"?
          8 │ [a](../../2020/04/nanshan-huawie.md)
            │  ^
      1 problem in 8 files. Nothing was published.
      "
    `);
    expect(await reportOn("[a](../../2020/05/nanshan-huawei.md)")).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:8:2
        There is no file articles/2020/05/nanshan-huawei.md. Did you mean "../../2020/04/nanshan-huawei.md"?
          8 │ [a](../../2020/05/nanshan-huawei.md)
            │  ^
      1 problem in 8 files. Nothing was published.
      "
    `);
    expect(await reportOn("[a](../../2020/04/quite-another.md)")).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:8:2
        There is no file articles/2020/04/quite-another.md. Mend the path, or add the file.
          8 │ [a](../../2020/04/quite-another.md)
            │  ^
      1 problem in 8 files. Nothing was published.
      "
    `);
  });

  test("to a heading that is not there names the nearest one", async () => {
    expect(await reportOn("[a](../../2020/04/nanshan-huawei.md#seizing-the-oportunity)")).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:8:2
        There is no heading "seizing-the-oportunity" in articles/2020/04/nanshan-huawei.md. Did you mean "seizing-the-opportunity"?
          8 │ [a](../../2020/04/nanshan-huawei.md#seizing-the-oportunity)
            │  ^
      1 problem in 8 files. Nothing was published.
      "
    `);
    expect(await reportOn("[a](#nowhere)")).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:8:2
        There is no heading "nowhere" in articles/2026/11/bridge-opens.md. Link to the file alone.
          8 │ [a](#nowhere)
            │  ^
      1 problem in 8 files. Nothing was published.
      "
    `);
  });

  test("to a path of the site where nothing stands", async () => {
    expect(await reportOn("[a](/tags/huawie/)")).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:8:2
        Nothing stands at /tags/huawie/ on this site. Did you mean "/tags/huawei/"?
          8 │ [a](/tags/huawie/)
            │  ^
      1 problem in 8 files. Nothing was published.
      "
    `);
    expect(await reportOn("[a](/nowhere-at-all/)")).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:8:2
        Nothing stands at /nowhere-at-all/ on this site. Link to a story by its file, such as ../04/slug.md.
          8 │ [a](/nowhere-at-all/)
            │  ^
      1 problem in 8 files. Nothing was published.
      "
    `);
  });

  test("to the archive of a time of which there are only drafts", async () => {
    const draft = story({ date: "2019-05-01", draft: "true" });
    const printed = await report({
      "articles/2019/05/draft.md": draft,
      [STORY]: story({}, "[a](/2019/) [b](/2019/05/)"),
    });
    expect(printed).toContain("Nothing stands at /2019/ on this site.");
    expect(printed).toContain("Nothing stands at /2019/05/ on this site.");
  });

  test("to the address of a story is asked to name its file", async () => {
    expect(await reportOn("[a](/2020/04/nanshan-huawei/)")).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:8:2
        A link to a story names its file. Write ../../2020/04/nanshan-huawei.md.
          8 │ [a](/2020/04/nanshan-huawei/)
            │  ^
      1 problem in 8 files. Nothing was published.
      "
    `);
  });

  test("to a page that has a problem of its own is no second problem", async () => {
    const printed = await report({
      "pages/about.md": "---\ntitle: About\n---\n<b>\n",
      [STORY]: story({}, "[a](/about/) [b](../../../pages/about.md#who) [c](#here)\n\n## Here\n"),
    });
    expect(printed).toContain("1 problem in");
  });

  test.each([
    ["in a list in a quotation", "text\n\n> - [a](x.md)\n>   b [c](y.md)\n", ["10:6", "11:8"]],
    ["in a cell", "| a | b |\n|---|---|\n| 1 | b [x](x.md) |\n", ["10:10"]],
    ["in a cell like the one before", "| [x](x.md) | [x](x.md) |\n|---|---|\n", ["8:4", "8:16"]],
    ["in a heading and its underlined kind", "## h [x](x.md)\n\nSet [y](y.md)\n---\n", ["8:7", "10:6"]],
    ["in a footnote", "a[^1]\n\n[^1]: See [x](x.md).\n", ["10:12"]],
    ["in a footnote inside a sentence", "One.\n\na^[See [x](x.md).]\n", ["10:9"]],
    ["by reference", "One [x] [y][r]\n\n[x]: x.md\n[r]: y.md\n", ["8:6", "8:10"]],
    ["after a line that is kept", "a\\\n  [b](x.md)\n", ["9:4"]],
    ["around emphasis", "*a* [**b**](x.md)\n", ["8:6"]],
  ])("that is wrong is found %s", async (_where, body, places) => {
    const { problems } = await read({ [STORY]: story({}, body) });
    expect(problems.map(({ at }) => `${at?.line}:${at?.column}`)).toEqual(places);
  });
});

describe("a link to what is not there at every time", () => {
  const NOW = Date.parse("2026-11-10T12:00Z");
  const reportHidden = async (body: string, fields: Record<string, string> = {}) => {
    const files = {
      ...OTHERS,
      "articles/2027/01/later.md": story({ date: "2027-01-05" }),
      "articles/2027/01/much-later.md": story({ date: "2027-01-31" }),
      "articles/2026/10/gone.md": story({ date: "2026-10-05", expires: "2026-10-12" }),
      "articles/2026/10/draft.md": story({ date: "2026-10-06", draft: "true" }),
      "articles/2026/09/taken-back.md": story({
        date: "2026-09-06",
        retracted: "\n  date: 2026-09-07\n  reason: It was wrong.",
      }),
      "pages/coming.md": "---\ntitle: Coming\n---\n[a](../articles/2027/01/later.md)\n",
    };
    const { newsroom, links, places, problems } = await read({ ...files, [STORY]: story(fields, body) });
    if (!newsroom) throw new Error(JSON.stringify(problems));
    return linksToHidden(newsroom, publish(newsroom, NOW, "none"), links, places).map(({ what }) => what);
  };

  test("holds for an archive of stories that are out, and waits for one of stories to come", async () => {
    expect(await reportHidden("[a](/2020/) [b](/2020/04/) [c](/2026/11/) [d](/2027/) [e](/2027/01/)")).toEqual([]);
  });

  test("is a problem for an archive whose stories are drafts or were taken back", async () => {
    expect(await reportHidden("[a](/2026/09/)")).toEqual(["No story stands in /2026/09/, or is going to."]);
  });

  test("waits for a series whose stories are to come, and is a problem for one that nobody has written for", async () => {
    const { newsroom, links, places } = await read({
      ...OTHERS,
      "articles/2027/01/trip.md": story({ date: "2027-01-05", series: "桥" }),
      [STORY]: story({}, "[a](/series/桥/) [b](/series/trips/) [c](/series/)\n"),
    });
    if (!newsroom) throw new Error("This newspaper has problems");
    const at = (now: number) => publish(newsroom, now, "none");
    expect(linksToHidden(newsroom, at(NOW), links, places).map(({ what }) => what)).toEqual([
      "No story stands in /series/trips/, or is going to.",
    ]);
    const bodyAt = (now: number) =>
      at(now)
        .articles.find(({ file }) => file === STORY)
        ?.body.split(" ")
        .slice(1);
    expect(bodyAt(NOW)).toEqual(["/series/%E6%A1%A5/", "/series/trips/", "/series/"]);
    expect(bodyAt(Date.parse("2027-01-06T12:00Z"))).toEqual(["/series/trips/"]);
  });

  test.each([
    ["comes out later", "../../2027/01/later.md", "which is not out before 2027-01-05T00:00:00+00:00."],
    ["had gone before", "../10/gone.md", "which has gone by 2026-10-12T00:00:00+01:00."],
    ["is a draft", "../10/draft.md", "which is a draft."],
  ])("is a problem for a story that %s", async (_why, path, what) => {
    expect(await reportHidden(`[a](${path})`)).toEqual([expect.stringContaining(what)]);
  });

  test("waits in a scheduled story for those that come out before it, and is a problem for later ones", async () => {
    const body = "[a](../../2027/01/later.md) [b](../../2027/01/much-later.md)";
    const files = { ...OTHERS, "articles/2027/01/later.md": story({ date: "2027-01-05" }) };
    const { newsroom, links, places } = await read({
      ...files,
      "articles/2027/01/much-later.md": story({ date: "2027-01-31" }),
      "articles/2027/01/between.md": story({ date: "2027-01-15" }, body.replaceAll("../../2027/01/", "")),
    });
    if (!newsroom) throw new Error("This newspaper has problems");
    const problems = linksToHidden(newsroom, publish(newsroom, NOW, "none"), links, places);
    expect(problems.map(({ what }) => what)).toEqual([
      "This links to /2027/01/much-later/, which is not out before 2027-01-31T00:00:00+00:00.",
    ]);
  });

  test("is no problem in a draft, nor to the tombstone of a story that was taken back", async () => {
    expect(await reportHidden("[a](../../2027/01/later.md)", { draft: "true" })).toEqual([]);
    expect(await reportHidden("[a](../09/taken-back.md)")).toEqual([]);
  });
});
