import { describe, expect, test } from "vitest";
import { newsroomOf, print } from "./newspaper.ts";

const newsroom = await newsroomOf("full");

describe("robots.txt", () => {
  const robots = (crawlers = newsroom.settings.crawlers, indexed = true) =>
    print({ ...newsroom, settings: { ...newsroom.settings, crawlers } }, { indexed }).text("/robots.txt");

  /** Whether a crawler may read the site, by the group that names it or that of all others (RFC 9309, 2.2.1). */
  function mayRead(name: string, text: string): boolean {
    const groups = text.split("\n\n").map((group) => group.split("\n"));
    const its = groups.find((lines) => lines.includes(`User-agent: ${name}`)) ?? groups[0];
    return !its?.includes("Disallow: /");
  }

  test("lets every crawler in and names the sitemaps", () => {
    expect(robots()).toBe(
      "User-agent: *\nDisallow:\n\nSitemap: https://harbour-courier.example/sitemap.xml\n" +
        "Sitemap: https://harbour-courier.example/news-sitemap.xml\n",
    );
  });

  test("of a deploy preview names no sitemap, and still lets crawlers read that they should pass by", () => {
    expect(robots(newsroom.settings.crawlers, false)).toBe("User-agent: *\nDisallow:\n");
  });

  test("keeps out who trains models, who answers questions, or both, as the settings say, and nobody else", () => {
    const crawlers = ["Googlebot", "GPTBot", "ClaudeBot", "Google-Extended", "OAI-SearchBot", "Claude-User"];
    const letIn = (aiTraining: boolean, aiAnswers: boolean) =>
      crawlers.filter((name) => mayRead(name, robots({ aiTraining, aiAnswers })));
    expect(letIn(true, true)).toEqual(crawlers);
    expect(letIn(false, true)).toEqual(["Googlebot", "OAI-SearchBot", "Claude-User"]);
    expect(letIn(true, false)).toEqual(["Googlebot", "GPTBot", "ClaudeBot", "Google-Extended"]);
    expect(letIn(false, false)).toEqual(["Googlebot"]);
  });
});

describe("llms.txt", () => {
  const asked = { ...newsroom, settings: { ...newsroom.settings, distribution: { llmsTxt: true } } };

  test("is there only when the settings ask for it", () => {
    expect(print(newsroom).urls).not.toContain("/llms.txt");
    expect(print(asked).urls).toContain("/llms.txt");
  });

  test("says what the site is and leads to its sections, newest stories and pages", () => {
    const text = print(asked).text("/llms.txt");
    expect(text).toMatch(/^# The Harbour Courier\n\n> News of ships & shores, /);
    expect(text).toContain("- [News](https://harbour-courier.example/sections/news/): What happened on the water.");
    expect(text).toContain("(https://harbour-courier.example/2026/05/trip-5/)");
    expect(text).toContain("(https://harbour-courier.example/about/)");
  });

  test("names no story that is not out, and lets none break its lines", () => {
    const text = print(asked, { unpublished: "all" }).text("/llms.txt");
    expect(text).not.toMatch(/canary/i);
    for (const line of text.split("\n")) expect(line).toMatch(/^(?:$|#{1,2} |> |- \[)/);
  });
});
