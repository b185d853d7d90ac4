import { brotliCompressSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { SearchWordsProps } from "../../layouts/search-lists.ts";
import { publish } from "../../src/model/publish.ts";
import { render } from "../../src/pages/render.ts";
import { searchWordsPage } from "../../src/pages/search-words.ts";
import { makeCorpus } from "../bench/corpus.ts";
import { NOW, newsroomOf, print } from "./newspaper.ts";

const newsroom = await newsroomOf("full");
const { tiers }: SearchWordsProps = JSON.parse(print(newsroom).text("/search/words.json"));
const tierOf = (word: string) => tiers.findIndex((tier) => tier.split(" ").includes(word));

describe("the words that a reader may have meant", () => {
  test("are those of headlines, topics and authors, the most frequent first", () => {
    expect(tierOf("ferries")).toBe(0);
    expect(tierOf("okafor")).toBeGreaterThan(-1);
    expect(tierOf("pier")).toBeGreaterThan(tierOf("ferries"));
  });

  test("are of languages whose words can be told by their letters", () => {
    expect(tiers.join(" ")).not.toMatch(/华/);
  });

  test("take no more than 20 KB on the way, however large the newspaper is", () => {
    const [any] = newsroom.articles;
    if (!any) throw new Error("The newspaper has no stories");
    const { stories } = makeCorpus(10_000);
    const articles = stories.map(({ title, summary }) => ({ ...any, title, summary }));
    const page = searchWordsPage(publish({ ...newsroom, articles }, NOW, "none"));
    expect(brotliCompressSync(render(page, { bodies: new Map(), inlines: new Map() })).length).toBeLessThan(20_000);
  });
});
