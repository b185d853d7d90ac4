import { load } from "cheerio";
import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { describe, expect, test } from "vitest";
import { Byline } from "../../layouts/parts/Byline.tsx";
import { Mark } from "../../layouts/parts/Mark.tsx";
import { Pager } from "../../layouts/parts/Pager.tsx";
import { type CardSize, StoryCard, type StoryCardProps } from "../../layouts/parts/StoryCard.tsx";
import { wordsFor } from "../../layouts/words/dictionaries.ts";
import { slugFrom } from "../../src/model/slugs.ts";
import { assetUrl, authorUrl, FRONT, LATEST, olderPageUrl, sectionUrl } from "../../src/model/urls.ts";
import { plain } from "../pages/newspaper.ts";

const words = wordsFor("en-GB");

const markup = (node: VNode) => load(renderToString(node));

function slug(name: string) {
  const made = slugFrom(name);
  if (!made) throw new Error(`No slug comes of ${name}`);
  return made;
}

describe("the byline", () => {
  const byline = (...names: string[]) =>
    plain(
      markup(
        <Byline authors={names.map((name) => ({ name, url: authorUrl(slug(name)) }))} language="en-GB" words={words} />,
      )("p").text(),
    );

  test("reads as a sentence does, for one author, two or more", () => {
    expect(byline("Ann")).toBe("By Ann");
    expect(byline("Ann", "Ben")).toBe("By Ann and Ben");
    expect(byline("Ann", "Ben", "Cleo")).toBe("By Ann, Ben and Cleo");
    expect(byline("Ann", "Ben", "Cleo", "Dee")).toBe("By Ann, Ben, Cleo and Dee");
  });
});

describe("the pager", () => {
  test("is left out of a list of one page", () => {
    expect(renderToString(<Pager words={words} />)).toBe("");
  });

  test("leads to newer and to older stories, where there are any", () => {
    const both = markup(<Pager newer={LATEST} older={olderPageUrl(LATEST, 3)} words={words} />);
    expect(both("a[rel=prev]").attr("href")).toBe("/latest/");
    expect(both("a[rel=next]").attr("href")).toBe("/latest/page/3/");
    expect(markup(<Pager older={olderPageUrl(LATEST, 3)} words={words} />)("a").length).toBe(1);
  });
});

describe("the card of a story", () => {
  const story: StoryCardProps = {
    url: FRONT,
    headline: "Bridge opens",
    standfirst: "The first cars crossed.",
    section: { name: "News", url: sectionUrl(slug("news")) },
    time: { datetime: "2026-04-13", words: "13 Apr 2026" },
    image: { src: assetUrl("bridge", "0", "svg"), sources: [], width: 160, height: 90, alt: "A bridge" },
  };
  const card = (size: CardSize, heading: "h2" | "h3" = "h2") =>
    markup(<StoryCard story={story} size={size} heading={heading} words={words} />);

  test("is whole in a list, with headline, standfirst, picture and time", () => {
    const $ = card("full");
    expect($(".headline").text()).toBe("Bridge opens");
    expect($(".card-standfirst").text()).toBe("The first cars crossed.");
    expect($("img").attr()).toMatchObject({ width: "160", height: "90", loading: "lazy" });
    expect($("time").attr("datetime")).toBe("2026-04-13");
  });

  test("is a headline and a time where it is brief", () => {
    const $ = card("brief");
    expect([$("img").length, $(".card-standfirst").length]).toEqual([0, 0]);
    expect($(".headline a").text()).toBe("Bridge opens");
  });

  test("loads its picture at once where it leads", () => {
    expect(card("lead")("img").attr("loading")).toBeUndefined();
    expect(card("lead")("img").attr("fetchpriority")).toBe("high");
  });

  test("takes the level of heading that its place asks for", () => {
    expect(card("full", "h3")("h3.headline").length).toBe(1);
    expect(card("full", "h2")("h2.headline").length).toBe(1);
  });

  test("does not read its picture out beside the headline that says what it is of", () => {
    expect(card("full")("img").attr("alt")).toBe("");
  });
});

describe("the mark of a story that is not out", () => {
  test("says what the story is, and nothing of one that is out", () => {
    expect(markup(<Mark mark="draft" words={words} />)("strong").text()).toBe("Draft");
    expect(markup(<Mark mark="scheduled" words={words} />)("strong").text()).toBe("Scheduled");
    expect(renderToString(<Mark words={words} />)).toBe("");
  });
});
