import { load } from "cheerio";
import { describe, expect, test } from "vitest";
import { passagesOf } from "../../../src/model/forms.ts";
import { read, report, reportOnStory, STORY, story } from "../newspaper-on-disk.ts";
import { svg } from "../pictures.ts";

const BOATS = { "articles/2026/11/north.svg": svg(""), "articles/2026/11/south.svg": svg("<path/>") };

async function formsOf(body: string) {
  const { newsroom, bodies, problems } = await read({ ...BOATS, [STORY]: story({}, body) });
  expect(problems).toEqual([]);
  const article = newsroom?.articles[0];
  if (!article) throw new Error("The test's own story has a problem");
  const forms = passagesOf(bodies.get(article.body) ?? "").filter((passage) => typeof passage !== "string");
  return { article, forms };
}

/** What is wrong with a story that has a form of these lines. */
const wrongIn = async (...lines: string[]) =>
  [...(await report({ ...BOATS, [STORY]: story({}, `${lines.join("\n")}\n`) })).matchAll(/^ {2}(\S.*)$/gm)].map(
    ([, what]) => what,
  );

describe("a fact box", () => {
  test("has a title, and holds any text, footnotes among it", async () => {
    const { forms } = await formsOf(
      '::: fact-box title="The \\"old\\" ferry"\n- It sails[^1]\n:::\n\n[^1]: At noon.\n'.replaceAll('\\"', "'"),
    );
    expect(forms).toEqual([
      { name: "fact-box", props: { title: "The ‘old’ ferry" }, inside: [expect.stringContaining("doc-noteref")] },
    ]);
  });

  test("without a title, or without facts, is a problem", async () => {
    expect(await wrongIn("::: fact-box", "It sails.", ":::")).toEqual([
      'This fact-box has no title. Write ::: fact-box title="What 5G is".',
    ]);
    expect(await wrongIn('::: fact-box title="a"', ":::")).toEqual([
      "This fact box is empty. Write its facts between the two lines.",
    ]);
  });

  test("has no place in a biography", async () => {
    const ann = '---\nname: Ann Example\ntype: person\n---\n::: fact-box title="Ann"\nShe writes.\n:::\n';
    expect(await report({ "authors/ann-example.md": ann })).toContain("A biography has no forms (fact-box).");
  });
});

describe("key points", () => {
  test("are a list at the top of the story", async () => {
    const { forms } = await formsOf("::: key-points\n- One\n- Two\n:::\n\nIt sails.\n");
    expect(forms[0]?.name).toBe("key-points");
    expect(await wrongIn("It sails.", "", "::: key-points", "- One", ":::")).toEqual([
      "Key points stand at the top of a story, above all else. Move them up.",
    ]);
    expect(await wrongIn("::: key-points", "One", ":::")).toEqual([
      'Key points are a list. Begin each line with "- ".',
    ]);
    expect(await wrongIn("::: key-points", "- One", "", "Two", ":::")).toEqual([
      'Key points are one list, and nothing beside it. Begin each line with "- ".',
    ]);
    expect(await wrongIn("::: key-points", ":::")).toEqual([
      'There are no key points here. Begin each line with "- ".',
    ]);
  });
});

describe("a data table", () => {
  const TABLE = [
    "| Ferry | Fare | Change |",
    "| --- | --- | :-: |",
    "| North | €1,200.50 | +2% |",
    "| South | – | −3% |",
  ];

  test("has its figures at the right, and a name at the head of each row", async () => {
    const { forms } = await formsOf(
      ['::: data-table caption="Fares" source="The port" source-url="https://port.example/"', ...TABLE, ":::"].join(
        "\n",
      ),
    );
    const [form] = forms;
    expect(form?.props).toEqual({ caption: "Fares", source: { name: "The port", url: "https://port.example/" } });
    const $ = load(String(form?.inside[0]));
    expect($(".table").attr("aria-label")).toBe("Fares");
    expect(
      $("th[scope=row]")
        .toArray()
        .map((cell) => $(cell).text()),
    ).toEqual(["North", "South"]);
    expect(
      $("thead th")
        .toArray()
        .map((cell) => $(cell).attr("class")),
    ).toEqual([undefined, "right", "center"]);
    expect(
      $("td")
        .toArray()
        .map((cell) => $(cell).attr("class")),
    ).toEqual(["right", "center", "right", "center"]);
  });

  test("holds one table, and a source that can be followed", async () => {
    expect(await wrongIn('::: data-table caption="Fares"', "None.", ":::")).toHaveLength(1);
    expect(await wrongIn('::: data-table caption="Fares"', ...TABLE, "", "And more.", ":::")).toHaveLength(1);
    expect(await wrongIn('::: data-table caption="Fares" source-url="javascript:alert(1)"', ...TABLE, ":::")).toEqual([
      "The address of this source cannot be read, or is none of the web. Write it whole, such as https://example.org/report.",
      'This source has an address and no name. Write source="…" too.',
    ]);
  });
});

describe("a gallery", () => {
  test("is a list of pictures, each with its caption and whose it is", async () => {
    const items = ["- ![A boat](north.svg \"The 'north'\") Photograph: Ann", "- ![Another](south.svg)"];
    for (const between of ["\n", "\n\n"]) {
      const { article, forms } = await formsOf(`::: gallery\n${items.join(between)}\n:::\n`);
      expect(forms).toMatchObject([
        {
          name: "gallery",
          props: {
            pictures: [
              { image: { alt: "A boat" }, caption: "The ‘north’", credit: "Photograph: Ann" },
              { image: { alt: "Another" } },
            ],
          },
          inside: [],
        },
      ]);
      expect(article.figures).toEqual([]);
      expect(article.inGalleries?.map(({ name }) => name)).toEqual(["north", "south"]);
    }
  });

  test("without two pictures, or with anything else, is a problem", async () => {
    expect(await wrongIn("::: gallery", "- ![A boat](north.svg)", ":::")).toEqual([
      "A gallery has two pictures or more. Show one by itself.",
    ]);
    expect(await wrongIn("::: gallery", "- ![A](north.svg)", "- words", "- [![B](south.svg)](/)", ":::")).toHaveLength(
      2,
    );
    expect(await wrongIn("::: gallery", "- ![A](north.svg)", "- ![B](soth.svg)", ":::")).toEqual([
      'There is no image "soth.svg" beside this file. Did you mean "south.svg"?',
    ]);
  });
});

test("a text has as many forms as a reader could take, and no more", async () => {
  const body = '::: fact-box title="a"\nb\n:::\n'.repeat(201);
  expect(await reportOnStory({}, body)).toContain("This text has more than 200 forms.");
});
