import { describe, expect, test } from "vitest";
import { publish } from "../../src/model/publish.ts";
import { interfaceWords } from "../../src/pages/interface-words.ts";
import { hiddenIn, hiddenStories, isSaid } from "../../src/site/gate/hidden.ts";
import { NOW, newsroomOf } from "../pages/newspaper.ts";

const newsroom = await newsroomOf("full");
const words = interfaceWords("en-GB");
const hiddenAt = (now: number, unpublished: "none" | "all" = "none") =>
  hiddenIn(hiddenStories(newsroom, publish(newsroom, now, unpublished)));

describe("what nobody may read yet", () => {
  test("is the addresses, headlines and standfirsts of stories that are not out, and of no other", () => {
    const { addresses, texts } = hiddenAt(NOW);
    expect([...addresses.keys()].every((address) => address.includes("canary"))).toBe(true);
    expect(addresses.size).toBe(4);
    expect(new Set(texts.values())).toEqual(new Set(addresses.values()));
    expect(hiddenAt(NOW, "all").addresses.size, "a writer sees them").toBe(0);
  });

  test("does not hold what was taken back: its address says so", () => {
    const { addresses } = hiddenAt(NOW);
    const retracted = newsroom.articles.filter((story) => story.retracted && !story.draft);
    expect(retracted.length).toBeGreaterThan(0);
    for (const { slug } of retracted) expect([...addresses.keys()].join()).not.toContain(`/${slug}/`);
  });

  test("leaves out headlines that may stand anywhere by chance", () => {
    const [story] = newsroom.articles;
    if (!story) throw new Error("There is no story");
    const texts = (title: string) => [...hiddenIn([{ ...story, title, summary: "It is." }]).texts.keys()];
    expect(texts("Contact")).toEqual([]);
    expect(texts("May 2026")).toEqual([]);
    expect(texts("The ferry is sold")).toEqual(["The ferry is sold"]);
    expect(texts("港口大桥今日开通")).toEqual(["港口大桥今日开通"]);
  });
});

describe("words of a hidden story are no secret", () => {
  const publication = publish(newsroom, NOW, "none");
  const said = (text: string, source?: string) => isSaid(text, publication, words, source);

  test("when something that is out says the same, or the interface does", () => {
    const [story] = publication.articles;
    expect(said(story?.title ?? "")).toBe(true);
    expect(said(story?.authors[0]?.name ?? "")).toBe(true);
    expect(said(publication.settings.description)).toBe(true);
    expect(said("Skip to the main content")).toBe(true);
    expect(said("The council sells the harbour")).toBe(false);
  });

  test("when the writer of the page has typed them, whatever became of the quotation marks", () => {
    expect(said("The “owners” sell the harbour", 'See also: The "owners" sell the harbour')).toBe(true);
    expect(said("The “owners” sell the harbour", "See also: nothing")).toBe(false);
  });
});
