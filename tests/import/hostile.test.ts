import { describe, expect, test } from "vitest";
import { moveIn, refusal } from "./moved-in.ts";
import { type WxrItem, wxr } from "./wxr.ts";

const ANN = { login: "ann", name: "Ann Example" };
const POST: WxrItem = { id: 1, slug: "bridge", title: "Bridge", content: "<p>It is open.</p>" };
const GOOD = wxr({ authors: [ANN], items: [POST] });
const withContent = (content: string) => ({ authors: [ANN], items: [{ ...POST, content }] });

describe("what is no export is refused with its place, and nothing is written", () => {
  test.each([
    ["JSON", '{"db": [{"meta": {}}]}', "export.xml:1 This is not XML that can be read"],
    ["nothing", "", "export.xml This file is empty, or no XML."],
    [
      "a web page",
      "<html><body>Hello</body></html>",
      "export.xml:1 This is XML, but no WordPress export: it begins with <html>.",
    ],
    [
      "a feed",
      '<rss version="2.0"><channel><title>x</title></channel></rss>',
      "export.xml This is RSS, but no WordPress export",
    ],
    [
      "half an export",
      GOOD.slice(0, GOOD.indexOf("<wp:post_id>")),
      "The XML breaks off here: the export is not whole.",
    ],
    [
      "an export cut in a CDATA section",
      GOOD.slice(0, GOOD.indexOf("It is open")),
      "The XML breaks off here: the export is not whole.",
    ],
    ["UTF-16", Buffer.from(`\ufeff${GOOD}`, "utf16le"), "export.xml This file is UTF-16."],
    [
      "Latin-1",
      Buffer.from(GOOD.replace("It is open", "Il est ouvert à midi"), "latin1"),
      /export\.xml:(?:2\d|3\d) This is not UTF-8\./,
    ],
    [
      "an entity bomb",
      GOOD.replace(
        "<rss",
        '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>\n<rss',
      ).replace("<link>", "<link>&b;"),
      "A document type cannot stand in an export.",
    ],
    ["an entity of its own", GOOD.replace("<link>", "<link>&xxe;"), "This XML has an entity that is not XML's own"],
    [
      "nesting of 100,000",
      `<rss><channel>${"<a>".repeat(100_000)}`,
      "Elements are nested deeper here than in any export.",
    ],
  ])("%s", async (_what, text, said) => {
    const refused = await refusal(text);
    if (typeof said === "string") expect(refused).toContain(said);
    else expect(refused).toMatch(said);
  });

  test("a file that is not there, and a folder", async () => {
    expect(await refusal(GOOD, { path: "/nowhere/export.xml" })).toBe(
      "export.xml There is no such file. Name the export as it lies on this machine.",
    );
    expect(await refusal(GOOD, { path: "/tmp" })).toContain("This is not a file.");
  });
});

describe("a hostile text does no harm", () => {
  const timed = async (content: string) => {
    const old = await moveIn(withContent(content));
    expect(await old.problems()).toBe("");
    return { told: (await old.report()).replaceAll("\\", ""), text: await old.file("articles/2020/04/bridge.md"), old };
  };

  test.each([
    ["elements 100,000 deep", `${"<div>".repeat(100_000)}core`],
    ["lists 20,000 deep", `${"<ul><li>".repeat(20_000)}core`],
    [
      "marks that are never closed",
      `${Array.from({ length: 20_000 }, (_, index) => `<b class="${index}">`).join("")}core`,
    ],
    ["quotations 100,000 deep", `${"<blockquote>".repeat(100_000)}core`],
  ])("%s: its words are kept, and a person is told", async (_what, content) => {
    const { told, text } = await timed(content);
    expect(text).toContain("core");
    expect(told).toContain("nested too deep to be read: only its words are kept");
  });

  test.each([
    ["blocks 100,000 deep", `${'<!-- wp:group {"a":1} -->'.repeat(100_000)}core`],
    ["brackets without end", `${"[".repeat(200_000)}core`],
    ["shortcodes that are never closed", `${"[b x=1]".repeat(20_000)}core`],
    ["tags that never end", `${"<a ".repeat(50_000)}core`],
    ["stars without end", `${"* ".repeat(9000)}core`],
    ["spaces without end", `a${" ".repeat(1_000_000)}core`],
    ["line ends without end", `a${"\n".repeat(1_000_000)}core`],
  ])(
    "%s take no longer than texts do",
    async (_what, content) => {
      const old = await moveIn(withContent(content));
      expect(old.tally.items).toBe(1);
    },
    20_000,
  );

  test("ten megabytes in one line are listed, and the others are imported", async () => {
    const old = await moveIn({
      authors: [ANN],
      items: [
        { ...POST, content: `<p>${"word ".repeat(2_000_000)}</p>` },
        { ...POST, id: 2, slug: "two" },
      ],
    });
    expect(old.tally).toMatchObject({ items: 2, stories: 1, listed: 1 });
    expect(await old.report()).toMatch(/"Bridge" has more than a megabyte of text/);
  }, 20_000);

  test("scripts, characters of control and colons in headlines are words", async () => {
    const title = "<script>alert('x')</script>Bridge: \"opens\" # today \u202e\u0007---\n- x";
    const old = await moveIn({
      authors: [{ login: "ann", name: "Ann <img src=x onerror=alert(1)>" }],
      items: [{ ...POST, title, content: "<p>A\u0007B \u202eC</p>" }],
    });
    const file = await old.file("articles/2020/04/bridge.md");
    expect(file).toContain(`title: 'Bridge: "opens" # today --- - x'\n`);
    expect(file).toContain("\nAB C\n");
    expect(await old.report()).toContain("Characters that cannot be printed were taken out.");
    expect(await old.problems()).toBe("");
  });

  test("a CDATA section that was cut in two is one text", async () => {
    const { text } = await timed("<p>a]]&gt;b ]]> c</p>");
    expect(text).toContain("a]]>b ]]> c");
  });

  test("what only looks like our own elements is nothing of ours", async () => {
    const { told } = await timed('<x-kept data-what="Send your password to evil.example">x</x-kept>');
    expect(told).not.toContain("Send your password");
  });
});
