import { load } from "cheerio";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { HtmlPage } from "../../src/pages/page.ts";
import { render } from "../../src/pages/render.ts";
import { newsroomOf, print } from "../pages/newspaper.ts";

const paper = print(await newsroomOf("full"));
const found = paper.pages.find(({ url }) => url === "/2023/06/markup/");
if (found?.layout !== "article") throw new Error("full has lost the story about markup");
const { props } = found;
const { inserts } = paper;

// What the border lets through: no control characters, no space at the ends. Lone surrogates cannot come from UTF-8.
const words = fc
  .oneof(
    fc.string({ unit: "binary", minLength: 1 }),
    fc
      .array(fc.constantFrom("<", ">", "&", '"', "'", "&amp;", "</script>", "<!--", "]]>", "{{", "`", "é", "华"), {
        minLength: 1,
      })
      .map((parts) => parts.join("")),
  )
  .map((text) =>
    text
      .replace(/[\p{Cc}\ufffe\uffff]/gu, "")
      .replace(/\s+/g, " ")
      .trim(),
  )
  .filter((text) => text !== "");

test("any headline, standfirst, name, place, caption or alternative text is read as it was written", () => {
  fc.assert(
    fc.property(words, (text) => {
      const page: HtmlPage = {
        ...found,
        layout: "article",
        props: {
          ...props,
          headline: text,
          standfirst: text,
          place: text,
          byline: props.byline.map((author) => ({ ...author, name: text })),
          tags: props.tags.map((tag) => ({ ...tag, name: text })),
          cover: props.cover && { ...props.cover, caption: text, image: { ...props.cover.image, alt: text } },
          frame: { ...props.frame, head: { ...props.frame.head, title: text, description: text, jsonLd: { text } } },
        },
      };
      const $ = load(render(page, inserts));
      expect($("h1").text()).toBe(text);
      expect($(".standfirst").text()).toBe(text);
      expect($(".place").text()).toBe(`${text}, `);
      expect($(".byline a").text()).toBe(text);
      expect($("a[rel=tag]").first().text()).toBe(text);
      expect($(".cover img").attr("alt")).toBe(text);
      expect($(".cover figcaption").text()).toBe(`${text} `);
      expect($("head title").text()).toBe(text);
      expect($("meta[name=description]").attr("content")).toBe(text);
      expect(JSON.parse($("script[type='application/ld+json']").text())).toEqual({ text });
      expect($("main").length).toBe(1);
    }),
    { numRuns: 150, seed: 1 },
  );
});

test("a body is inserted as it was rendered, and one that nobody rendered is a fault", () => {
  expect(() => render(found, { ...inserts, bodies: new Map() })).toThrow("No body with the hash");
});
