import { load } from "cheerio";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Page } from "../../src/pages/page.ts";
import { render } from "../../src/pages/render.ts";
import type { Finding } from "../../src/site/gate/findings.ts";
import { Inspector, type Measures } from "../../src/site/gate/inspector.ts";
import { decoded, readMarkup } from "../../src/site/gate/markup.ts";
import { newsroomOf, print } from "../pages/newspaper.ts";
import { figure } from "../reliability/figure.ts";

const { pages, inserts, publication } = print(await newsroomOf("full"));
const texts = new Map(pages.map((page) => [page, render(page, inserts)]));
const html = pages.filter(({ kind }) => kind === "html");

const HIDDEN = { url: "/2026/06/not-yet/", title: "The crossing & its “owners”", file: "articles/2026/06/not-yet.md" };

const MEASURES: Measures = {
  origin: publication.settings.url,
  addresses: pages.map(({ url }) => url).join("\n"),
  hidden: { addresses: new Map([[HIDDEN.url, HIDDEN.file]]), texts: new Map([[HIDDEN.title, HIDDEN.file]]) },
  mostBytes: 200_000,
};

/** What is found on a page with this text, and where it leads to that the page alone cannot tell. */
function inspect(page: Page, text: string, measures: Partial<Measures> = {}) {
  const inspector = new Inspector({ ...MEASURES, ...measures });
  inspector.inspect(page, text);
  return inspector.take();
}

const textOf = (page: Page): string => texts.get(page) ?? "";

test("pages are read as a parser reads them: the same ids, links and pictures, on every page of a newspaper", () => {
  for (const page of html) {
    const $ = load(textOf(page), { scriptingEnabled: false });
    const seen: [string, string][] = [];
    const collect = (name: string, value: string) => {
      if (["id", "href", "src", "alt", "srcset"].includes(name)) seen.push([name, decoded(value)]);
    };
    readMarkup(textOf(page), "html", { element: () => {}, attribute: collect });
    const parsed = $("*")
      .get()
      .flatMap((element) => Object.entries($(element).attr() ?? {}))
      .filter(([name]) => ["id", "href", "src", "alt", "srcset"].includes(name));
    expect(seen, page.url).toEqual(parsed);
  }
});

test("nothing is found on a page as it is, and any text whatever is read to its end", () => {
  for (const page of pages) expect(inspect(page, textOf(page)).findings, page.url).toEqual([]);
  const [page] = html;
  if (!page) throw new Error("There is no page");
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void inspect(page, `<!doctype html>${text}`)));
  const pieces = fc.constantFrom(
    "<",
    ">",
    "</",
    "<!--",
    "-->",
    "<a",
    " href=",
    '"',
    "'",
    "=",
    "/",
    "&#x;",
    "<script>",
    "x",
  );
  fc.assert(fc.property(fc.array(pieces), (all) => void inspect(page, `<!doctype html>${all.join("")}`)));
});

/** Each puts one thing that is wrong into a page of HTML: what is inserted, and what is to be found. */
const FAULTS: Readonly<Record<string, readonly [markup: string, rule: Finding["rule"] | "far link"]>> = {
  "an id that is there already": ['<p id="main_"></p>', "duplicate id"],
  "a picture without alt": ['<img src="/favicon.ico">', "no alt"],
  "a link to nowhere": ['<a href="/no/such/page/">there</a>', "far link"],
  "an absolute link to nowhere": [`<a href='${publication.settings.url}/no/such/'>there</a>`, "far link"],
  "a picture that is not there": ['<img alt="" srcset="/gone.avif 1x, /lost.avif 2x">', "far link"],
  "a relative link to nowhere": ['<a href="no-such-file.pdf">there</a>', "far link"],
  "a link to a place of another page": ['<a href="/feeds/#nowhere">there</a>', "far link"],
  "a link to no place of the page": ['<a href="#nowhere">there</a>', "dead anchor"],
  "a link to a hidden story": [`<a href="${HIDDEN.url}#top">there</a>`, "hidden address"],
  "the headline of a hidden story": ["<b>The crossing &amp; its “owners”</b>", "hidden text"],
  "that headline as a label": ['<i title="The crossing &#38; its &#x201c;owners”"></i>', "hidden text"],
  "structured data that is no JSON": [
    '<script type="application/ld+json">{"@context":"https://schema.org"</script>',
    "invalid",
  ],
  "a story without its date": [
    '<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"A","author":[{"@type":"Person","name":"B"}],"publisher":{"@type":"Organization","name":"C"}}</script>',
    "invalid",
  ],
  "structured data with a date of no calendar": [
    '<script type="application/ld+json">{"@context":"https://schema.org","datePublished":"yesterday"}</script>',
    "invalid",
  ],
};

const RUNS = Number(process.env["RUNS"] ?? 2);

test("whatever is wrong is found, wherever on whatever sort of page it stands", () => {
  let tried = 0;
  let missed = 0;
  const places = fc.sample(fc.double({ min: 0, max: 1, noNaN: true }), { numRuns: RUNS, seed: 7 });
  // The page that links lead to is left out.
  for (const page of html.filter(({ url }) => url !== "/feeds/")) {
    const text = textOf(page);
    const body = text.indexOf("<body");
    const tags = [...text.slice(body).matchAll(/<\/(?:p|li|h\d|a|ul|nav)>/g)].map(
      ({ 0: tag, index }) => body + index + tag.length,
    );
    for (const [name, [markup, rule]] of Object.entries(FAULTS)) {
      for (const place of places) {
        const at = tags[Math.min(tags.length - 1, Math.floor(place * tags.length))] ?? text.indexOf("</body>");
        const { findings, farLinks } = inspect(page, text.slice(0, at) + markup + text.slice(at));
        const before = inspect(page, text).farLinks.length;
        const isFound =
          rule === "far link" ? farLinks.length > before : findings.some((finding) => finding.rule === rule);
        tried++;
        if (isFound) continue;
        missed++;
        expect.soft(`${name} on ${page.url}`).toBe("found");
      }
    }
  }
  figure({
    promise:
      "Nothing goes out that is wrong by what a machine can tell: links, ids, alt texts, hidden stories, structured data",
    test: "tests/gate/inspector.test.ts",
    tried,
    failed: missed,
    unit: "faults put into pages",
  });
  expect(tried).toBeGreaterThan(1000);
  expect(missed).toBe(0);
});

describe("files that are no pages", () => {
  const one = (url: string): Page => {
    const found = pages.find((page) => page.url === url);
    if (!found) throw new Error(`There is no ${url}`);
    return found;
  };
  const absolute = `${publication.settings.url}${HIDDEN.url}`;
  test.each([
    ["/feed.xml", "<title>The crossing &amp; its “owners”</title>", "hidden text"],
    ["/rss.xml", `<link>${absolute}</link>`, "hidden address"],
    ["/sitemap.xml", `<loc>${absolute}</loc>`, "hidden address"],
    ["/feed.json", JSON.stringify({ title: HIDDEN.title }), "hidden text"],
    ["/versions.json", JSON.stringify({ [HIDDEN.url]: "1" }), "hidden address"],
    ["/robots.txt", `Sitemap: ${absolute}`, "hidden address"],
    ["/feed.json", "{", "invalid"],
  ])("in %s %s is found", (url, text, rule) => {
    const page = pages.some((known) => known.url === url) ? one(url) : one("/feed.json");
    expect(inspect(page, text).findings.map((finding) => finding.rule)).toEqual([rule]);
  });

  test("what a feed or a sitemap leads to is followed too", () => {
    const gone = `${publication.settings.url}/gone/`;
    expect(inspect(one("/sitemap.xml"), `<loc>${gone}</loc>`).farLinks.map(({ target }) => target)).toEqual(["/gone/"]);
    expect(inspect(one("/feed.json"), JSON.stringify([gone])).farLinks.map(({ target }) => target)).toEqual(["/gone/"]);
  });
});
