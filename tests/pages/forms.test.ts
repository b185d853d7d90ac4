import { load } from "cheerio";
import { describe, expect, test } from "vitest";
import { printRecord, searchRecords } from "../../src/pages/search-records.ts";
import { type Files, read, STORY, story } from "../content/newspaper-on-disk.ts";
import { svg } from "../content/pictures.ts";
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

const FOREIGN = "- One point\n- Two points";

describe("key points", () => {
  test("stand under the standfirst, before the picture and the text", async () => {
    const { page, feed } = await printed(`::: key-points\n${FOREIGN}\n:::\n\n${OPENS}`);
    expect(page(".story-head + .prose > .key-points > h2").text()).toBe("Key points");
    expect(plain(page(".story > .prose").last().text())).toBe("The first lorry crossed at dawn.");
    expect(plain(feed.text())).toBe("Key points One point Two points The first lorry crossed at dawn.");
  });

  test("have the words of their story's language", async () => {
    const { page } = await printed(`::: key-points\n${FOREIGN}\n:::\n`, { language: "es" });
    expect(page(".key-points").parent().attr("lang")).toBe("es");
    expect(page(".key-points h2").text()).toBe("Las claves");
  });
});

describe("a fact box", () => {
  test("is a note with a name, whole in feeds and in the search", async () => {
    const { page, feed, search } = await printed(`${OPENS}\n::: fact-box title="In <short>"\nIt is *long*.\n:::\n`);
    expect(page("[role=note]").attr("aria-label")).toBe("In <short>");
    expect(feed("aside h3").text()).toBe("In <short>");
    expect(plain(search(".prose").text())).toContain("In <short>It is long.");
  });
});

describe("a chart", () => {
  const csv = { "articles/2026/11/fares.csv": "Year,North,<South>\n2023,1,2\n2024,,3\n2025,2000.5,4\n" };
  const chart = (type: string, more = "") =>
    `${OPENS}\n::: chart src="fares.csv" type="${type}" title="Fares" ${more}\n:::\n`;

  test.each(["line", "bar"])("is drawn without styles in its attributes, and says what it shows: %s", async (type) => {
    const { page } = await printed(chart(type, 'unit="euros"'), {}, csv);
    expect(page("[style]").length).toBe(0);
    const drawing = page(".chart > svg[role=img]");
    expect(drawing.find("title").text()).toBe("Fares");
    expect(drawing.find("desc").text()).toBe(
      `${type === "line" ? "Line" : "Bar"} chart: North and <South>, 2023 – 2025.`,
    );
    expect(
      page(".chart .legend li")
        .map((_, item) => page(item).text())
        .get(),
    ).toEqual(["North", "<South>"]);
    expect(drawing.html()).not.toMatch(/NaN|Infinity|undefined/);
  });

  test("has its figures as a table, on the page behind a button and in feeds at once", async () => {
    const { page, feed } = await printed(
      chart("line", 'source="The port" source-url="https://port.example/"'),
      {},
      csv,
    );
    const rows = ["Year North <South>", "2023 1 2", "2024 – 3", "2025 2,000.5 4"];
    for (const table of [page(".chart details table"), feed("figure table")]) {
      expect(
        table
          .find("tr")
          .map((_, row) =>
            plain(
              page(row)
                .find("th, td")
                .map((_, cell) => page(cell).text())
                .get()
                .join(" "),
            ),
          )
          .get(),
      ).toEqual(rows);
    }
    expect(feed("svg, details").length).toBe(0);
    expect(feed("figure a").attr("href")).toBe("https://port.example/");
  });

  test("is found by its title, its source and its names", async () => {
    const { search } = await printed(chart("line", 'source="The port"'), {}, csv);
    expect(plain(search(".prose").text())).toContain("Fares · North · <South> · The port");
  });

  test("has its numbers and dates in the language of the story", async () => {
    const months = { "articles/2026/11/fares.csv": "Month,Fare\n2025-01,1234.5\n2025-02,2\n" };
    const { page } = await printed(chart("line"), { language: "es" }, months);
    expect(plain(page(".chart tbody tr").first().text())).toMatch(/^ene 2025\s*1234,5$/);
    expect(page(".chart summary").text()).toBe("Ver los datos");
  });

  test.each([
    ["one value", "Year,Fare\n2024,0\n2025,0\n"],
    ["less than nothing", "Year,Fare\n2024,-5\n2025,-2\n"],
    ["gaps at both ends", "Year,Fare\n2023,\n2024,1\n2025,\n"],
    ["numbers too large or small for anybody", "Year,Fare\n2024,1e20\n2025,1e-20\n"],
    ["two days", "Day,Fare\n2024-01-01,1\n2024-01-02,2\n"],
    ["names", "Ferry,Fare\nNorth,1\nSouth,2\n"],
  ])("can be drawn of %s", async (_what, figures) => {
    for (const type of ["line", "bar"]) {
      const { page } = await printed(chart(type), {}, { "articles/2026/11/fares.csv": figures });
      expect(page(".chart > svg").html()).not.toMatch(/NaN|Infinity|undefined/);
      expect(page(".chart > svg text").length).toBeGreaterThan(1);
    }
  });
});

describe("a gallery", () => {
  test("shows each picture with its words, in feeds by whole addresses", async () => {
    const boats = { "articles/2026/11/north.svg": svg(""), "articles/2026/11/south.svg": svg("<path/>") };
    const items = '- ![A boat](north.svg "The north") Ann\n- ![Another](south.svg)\n';
    const { page, feed, search } = await printed(`${OPENS}\n::: gallery\n${items}:::\n`, {}, boats);
    expect(
      page(".gallery img")
        .map((_, img) => page(img).attr("alt"))
        .get(),
    ).toEqual(["A boat", "Another"]);
    expect(plain(page(".gallery figcaption").text())).toBe("The north Ann");
    expect(feed("img").attr("src")).toMatch(/^https:\/\/courier\.example\/images\/north/);
    expect(plain(search(".prose").text())).toContain("A boat · The north · AnnAnother");
  });
});
