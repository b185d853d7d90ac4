import { describe, expect, test } from "vitest";
import { passagesOf } from "../../../src/model/forms.ts";
import { read, reportOnStory, STORY, story } from "../newspaper-on-disk.ts";

const SENTENCE = `The first lorry crossed at dawn, and "the ferry" made its last trip.\n`;

/** The passages of a story's text that are no HTML. */
async function forms(body: string) {
  const { newsroom, bodies, problems } = await read({ [STORY]: story({}, body) });
  expect(problems).toEqual([]);
  const article = newsroom?.articles[0];
  if (!article) throw new Error("The test's own story has a problem");
  const passages = passagesOf(bodies.get(article.body) ?? "");
  return { article, found: passages.filter((passage) => typeof passage !== "string") };
}

const pullQuote = (words: string, by = "") => `${SENTENCE}\n::: pull-quote${by}\n${words}\n:::\n`;

describe("a pull quote", () => {
  test("repeats words of the story, and says whose they are", async () => {
    const { found, article } = await forms(pullQuote("The first lorry crossed at dawn", ` by="Ann O'Example"`));
    expect(found).toEqual([
      { name: "pull-quote", props: { by: "Ann O’Example" }, inside: ["<p>The first lorry crossed at dawn</p>\n"] },
    ]);
    expect(article.forms).toEqual(["pull-quote"]);
  });

  test.each([
    ["The first lorry … made its last trip."],
    ["The **ferry** made its last trip"],
    ["“The first lorry [...] and the ferry made its last trip!”"],
  ])("may leave words out, and has marks of its own: %s", async (words) => {
    expect((await forms(pullQuote(words))).found.length).toBe(1);
  });

  test("does not count as something more to read", async () => {
    const words = "word ".repeat(238 * 2 - 20);
    const { article } = await forms(`${words}\n\n::: pull-quote\n${words}\n:::\n`);
    expect(article.minutesToRead).toBe(2);
  });

  test("of words that do not stand in the story is a problem", async () => {
    expect(await reportOnStory({}, pullQuote("The first tank crossed"))).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:11:1
        These words do not stand in the story, which a pull quote repeats. Quote it word by word (… for what is left out), or begin the lines with > to quote something else.
         11 │ The first tank crossed
            │ ^^^^^^^^^^^^^^^^^^^^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
  });

  test("holds words and nothing else", async () => {
    const words = "The first [lorry](https://example.org/) crossed[^1]\n\n- at dawn";
    expect(await reportOnStory({}, `${pullQuote(words)}\n[^1]: So they say.\n`)).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:11:1
        A pull quote has no links, pictures or footnotes. Leave its words only: readers find the rest where they stand in the story.
         11 │ The first [lorry](https://example.org/) crossed[^1]
            │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      content/articles/2026/11/bridge-opens.md:13:1
        A pull quote is a sentence, and nothing else. Leave its words only: readers find the rest where they stand in the story.
         13 │ - at dawn
            │ ^
      2 problems in 4 files. Nothing was published.
      "
    `);
  });
});
