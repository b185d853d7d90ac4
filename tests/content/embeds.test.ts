import { load } from "cheerio";
import { describe, expect, test } from "vitest";
import { readContent } from "../../src/content/read.ts";
import { type Form, passagesOf } from "../../src/model/forms.ts";
import { type Files, onDisk, read, STORY, story, USUAL } from "./newspaper-on-disk.ts";

const VIDEO = "https://www.youtube.com/watch?v=aBcDeFgHiJk";
const POST = "https://social.example/@mayor/113456789012345678";
const withSettings = (text: string): Files => ({ "settings.yaml": `${USUAL["settings.yaml"]}${text}\n` });

/** The text of a story without problems. */
async function htmlOf(body: string, fields: Parameters<typeof story>[0] = {}, files: Files = {}): Promise<string> {
  const { newsroom, bodies, problems } = await read({ ...files, [STORY]: story(fields, body) });
  expect(problems).toEqual([]);
  const [article] = newsroom?.articles ?? [];
  return (article && bodies.get(article.body)) ?? "";
}

/** What stands on the cards of a story, in their order. */
const cardsOf = async (...given: Parameters<typeof htmlOf>) =>
  passagesOf(await htmlOf(...given)).flatMap((passage) =>
    typeof passage !== "string" && passage.name === "embed" ? [passage as Extract<Form, { name: "embed" }>] : [],
  );

const linksOf = (html: string) =>
  load(html)("a")
    .map((_, { attribs }) => attribs["href"])
    .get();

describe("a link alone in its paragraph", () => {
  test("becomes a card whose title is the link's words", async () => {
    const [card, ...others] = await cardsOf(`The lorry came.\n\n[The *first* lorry's "run"](${VIDEO})\n\nIt left.\n`);
    expect(others).toEqual([]);
    expect(card?.props).toMatchObject({
      kind: "video",
      provider: "YouTube",
      title: "The first lorry’s “run”",
      url: VIDEO,
      frame: "https://www.youtube-nocookie.com/embed/aBcDeFgHiJk",
    });
  });

  test.each([
    ["a bare address", VIDEO],
    ["an address between < and >", `<${VIDEO}>`],
    ["an address of which a part looks like Markdown", "https://youtu.be/_bcdefghij_?t=1m30s"],
    ["a link by reference without words of its own", `[${VIDEO}][video]\n\n[video]: ${VIDEO}`],
  ])("needs no words: %s", async (_, written) => {
    const [card] = await cardsOf(`${written}\n`);
    expect(card?.props.provider).toBe("YouTube");
    expect(card?.props.title).toBeUndefined();
  });

  test("stays a link inside the card, for whoever sees no card", async () => {
    const [card] = await cardsOf(`[The lorry](${VIDEO})\n`);
    expect(card?.inside).toEqual([`<p><a href="${VIDEO}">The lorry</a></p>\n`]);
  });

  test("is marked as paid for in a story that somebody paid for", async () => {
    const [card] = await cardsOf(`[The lorry](${VIDEO})\n`, { sponsored: "{ by: Lorry Ltd }" });
    expect(card?.props.isPaid).toBe(true);
    expect((await cardsOf(`[The lorry](${VIDEO})\n`))[0]?.props.isPaid).toBeUndefined();
  });

  test("is a card in every paragraph, and says once whose frames it needs", async () => {
    const { newsroom } = await read({
      ...withSettings("embeds: [social.example]"),
      [STORY]: story({}, `${VIDEO}\n\n${POST}\n\n[Again](https://youtu.be/aBcDeFgHiJk)\n`),
      "pages/about.md": `---\ntitle: About\n---\n${VIDEO}\n`,
    });
    const frames = ["https://www.youtube-nocookie.com", "https://social.example"];
    expect(newsroom?.articles[0]).toMatchObject({ frames, forms: ["embed"] });
    expect(newsroom?.pages[0]?.frames).toEqual(["https://www.youtube-nocookie.com"]);
  });

  test("may stand in a post of live coverage", async () => {
    const body = `## 09:30 It opens\n\n${VIDEO}\n`;
    expect(await cardsOf(body, { live: "true" })).toHaveLength(1);
  });
});

describe("a link stays a link", () => {
  test.each([
    ["in a sentence", `See [the video](${VIDEO}).`],
    ["with a line above it", `Here it is:\n${VIDEO}`],
    ["beside another", `[One](${VIDEO}) [two](${VIDEO})`],
    ["in a list", `- [The lorry](${VIDEO})\n\n- ${VIDEO}`],
    ["in a quotation", `> [The lorry](${VIDEO})`],
    ["in a footnote", `A lorry[^1].\n\n[^1]: [The lorry](${VIDEO})`],
    ["in a table", `| a |\n|---|\n| [The lorry](${VIDEO}) |`],
    ["around a picture", `[![The lorry at dawn](lorry.svg)](${VIDEO})`],
    ["to a host that is not known", `[A video](https://youtube.com.evil.example/watch?v=aBcDeFgHiJk)`],
    ["to a host of Mastodon that the settings do not name", POST],
    ["with a port", "https://www.youtube.com:8443/watch?v=aBcDeFgHiJk"],
    ["with a name before the host", "https://www.youtube.com@evil.example/watch?v=aBcDeFgHiJk"],
  ])("%s", async (_, written) => {
    const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>';
    expect(await cardsOf(`${written}\n`, {}, { "articles/2026/11/lorry.svg": picture })).toEqual([]);
  });

  test("where the settings switch cards off", async () => {
    const html = await htmlOf(`[The lorry](${VIDEO})\n\n${VIDEO}\n`, {}, withSettings("embeds: false"));
    expect(passagesOf(html)).toHaveLength(1);
    expect(linksOf(html)).toEqual([VIDEO, VIDEO]);
  });

  test("in a biography", async () => {
    const author = `---\nname: Ann Example\ntype: person\n---\n[Ann speaks](${VIDEO})\n`;
    const { newsroom, bodies } = await read({ "authors/ann-example.md": author });
    const [ann] = newsroom?.authors ?? [];
    expect(ann && bodies.get(ann.biography)).toBe(`<p><a href="${VIDEO}">Ann speaks</a></p>\n`);
  });
});

describe("an address alone in its paragraph", () => {
  test("becomes a link, whosever it is, with the address as its words", async () => {
    const address = "https://x.example/a_b_c/*d*?e=f&g=h";
    expect(await htmlOf(`${address}\n`)).toBe(
      `<p><a href="${address.replace("&", "&amp;")}">${address.replace("&", "&amp;")}</a></p>\n`,
    );
  });

  test.each([
    ["ends as a sentence does", "https://x.example/story."],
    ["cannot be read", "https://[x"],
    ["has no host", "https://"],
    ["has another scheme", "javascript:alert(1)"],
    ["has words beside it", "https://x.example/a and more"],
    ["stands in a list", "- https://x.example/a"],
  ])("stays text where it %s", async (_, written) => {
    expect(linksOf(await htmlOf(`${written}\n`))).toEqual([]);
  });
});

test("a story is read again when the hosts in the settings have changed", async () => {
  const content = await onDisk({ [STORY]: story({}, `${POST}\n`) });
  const before = await readContent(content, "content");
  expect(before.newsroom?.articles[0]?.frames).toBeUndefined();
  const trusting = await onDisk({ ...withSettings("embeds: [social.example]"), [STORY]: story({}, `${POST}\n`) });
  const after = await readContent(trusting, "content", { earlier: before.readings });
  expect(after.filesParsed).toBe(before.filesParsed);
  expect(after.newsroom?.articles[0]?.frames).toEqual(["https://social.example"]);
  const again = await readContent(trusting, "content", { earlier: after.readings });
  expect(again.filesParsed).toBe(0);
});
