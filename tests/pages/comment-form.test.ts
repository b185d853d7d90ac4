import { describe, expect, test } from "vitest";
import type { Comment } from "../../src/model/comment.ts";
import { momentAt } from "../../src/model/time.ts";
import { newsroomOf, plain, print, type WholeNewsroom } from "./newspaper.ts";

const newsroom = await newsroomOf("tiny");
const STORY = "/2026/04/bridge-opens/";

const reply = (id: string, name: string, replyTo?: string): Comment => ({
  id,
  story: "articles/2026/04/bridge-opens.md",
  name,
  date: momentAt(Date.UTC(2026, 4, 4, 7), "Europe/London"),
  text: [],
  replyTo,
});

/** The newspaper with its stories open, if nothing else is said. */
function paperWith(
  comments: Partial<WholeNewsroom["settings"]["comments"]>,
  { replies = [] as readonly Comment[], language = "en-GB", said = undefined as "open" | "off" | undefined } = {},
) {
  const distribution = { ...newsroom.settings.distribution, indexNow: "0123456789abcdef" };
  const settings = {
    ...newsroom.settings,
    language,
    distribution,
    comments: { stories: "open" as const, ...comments },
  };
  const [first, ...others] = newsroom.articles;
  if (!first) throw new Error("There is no story");
  const articles = said ? [{ ...first, comments: said }, ...others] : newsroom.articles;
  return print({ ...newsroom, settings, articles, comments: replies });
}

const paper = paperWith({ rules: "about" }, { replies: [reply("a1", "Ben"), reply("b2", "Cy", "a1")] });

describe("the form under a story", () => {
  const $ = paper.html(STORY);
  const form = $("form[name=comment]");

  test("is found by Netlify, and sends to the page of thanks", () => {
    expect(form.attr()).toMatchObject({
      method: "post",
      action: "/comment-received/",
      "data-netlify": "true",
      "data-netlify-honeypot": "website",
    });
    expect(form.find("[name=form-name]").val()).toBe("comment");
    expect(form.find("[name=story]").val()).toBe(STORY);
  });

  test("has the same fields on every page, with replies to answer or without", () => {
    const fieldsAt = (path: string) => {
      const $ = paper.html(path);
      const names = $("form[name=comment] [name]").map((_index, field) => $(field).attr("name"));
      return names.get().sort();
    };
    expect(fieldsAt(STORY)).toEqual([
      ...["comment", "consent", "email", "form-name", "name", "reply-to", "story", "website"],
    ]);
    expect(fieldsAt("/2026/05/ferry-stops/")).toEqual(fieldsAt(STORY));
  });

  test("asks for a name, a reply and consent, and says of the e-mail address that it is never published", () => {
    const required = form.find("[required]").map((_index, field) => $(field).attr("name"));
    expect(required.get().sort()).toEqual(["comment", "consent", "name"]);
    const email = form.find("[name=email]");
    expect(email.attr("autocomplete")).toBe("email");
    expect($(`#${email.attr("aria-describedby")}`).text()).toBe("Never published. Only the newsroom sees it.");
  });

  test("says of each field in words whether it may be left out", () => {
    const labels = form.find("label:not([hidden]):has(input, textarea)").map((_index, label) => plain($(label).text()));
    expect(labels.get()).toEqual([
      "Reply (required)",
      "Name (required)",
      "E-mail address (optional)",
      "My reply may be published with my name. (required)",
    ]);
  });

  test("offers the story and the threads to answer, but no answers to them, which go one level deep", () => {
    const choices = form.find("select[name=reply-to] option").map((_index, option) => $(option).attr("value"));
    expect(choices.get()).toEqual(["", "a1"]);
    expect(form.find("option").last().text()).toMatch(/^\u2068Ben\u2069, .*4 May 2026/);
  });

  test("offers no choice where there is nothing to answer but the story", () => {
    expect(paper.html("/2026/05/ferry-stops/")("[name=reply-to]").attr()).toMatchObject({ type: "hidden", value: "" });
  });

  test("leads to the page with the rules that the settings name", () => {
    expect(form.find("a[href='/about/']").text()).toBe("About the paper");
    expect(paperWith({}).html(STORY)("form[name=comment] a").length).toBe(0);
  });

  test("has its script with it, and pages without a form have neither", () => {
    expect($("script[src*='/assets/comments-']").length).toBe(1);
    expect(paper.html("/")("form[name=comment], script[src*='/assets/comments-']").length).toBe(0);
  });
});

describe("the page for who has sent a reply", () => {
  test("says that it waits, and that no address is published, and is not to be found by anybody else", () => {
    const $ = paper.html("/comment-received/");
    expect($("h1").text()).toBe("Your reply was received");
    expect(plain($(".description").text())).toMatch(/waits for the newsroom.* never published\./);
    expect($("meta[name=robots]").attr("content")).toBe("noindex");
    expect(paper.text("/sitemap.xml")).not.toContain("comment-received");
    expect(paper.text("/versions.json")).not.toContain("comment-received");
  });

  test("is kept by no browser for reading offline", () => {
    expect(paper.html("/comment-received/")("html").attr("data-worker")).toBeUndefined();
    expect(paper.html(STORY)("html").attr("data-worker")).toBe("/sw.js");
  });

  test("speaks the site's language", () => {
    expect(paperWith({}, { language: "zh-Hans" }).html("/comment-received/")("h1").text()).toBe("已收到您的回复");
  });

  test("is there where readers may reply to some story, or could until all had closed by themselves", () => {
    const isThere = (...given: Parameters<typeof paperWith>) => paperWith(...given).urls.includes("/comment-received/");
    expect(isThere({ stories: "off" })).toBe(false);
    expect(isThere({ stories: "closed" }, { replies: [reply("a1", "Ben")] })).toBe(false);
    expect(isThere({ stories: "off" }, { said: "open" })).toBe(true);
    expect(isThere({ stories: "open", closeAfter: 1 })).toBe(true);
  });
});
