import fc from "fast-check";
import { DateTime } from "luxon";
import { expect, test } from "vitest";
import { cutPosts } from "../../layouts/parts/cut-posts.ts";
import { renderBody } from "../../src/content/body.ts";
import { shelve } from "../../src/content/images.ts";
import { parserIn } from "../../src/content/markdown/parser.ts";
import { decode } from "../../src/content/source.ts";
import { isMoment, readMoment } from "../../src/model/time.ts";
import type { Problem } from "../../src/problems.ts";

const ZONES = ["Europe/London", "America/St_Johns", "Asia/Shanghai", "Pacific/Chatham", "Africa/Casablanca", "UTC"];

/** What a post may hold that could be taken for the start of another, or of the footnotes. */
const PARTS = [
  "Words.",
  "> ## 10:00 Quoted\n>\n> More.",
  "- ## 11:00 In a list",
  '`<h2 id="a">` and </h2> are text.'.replace("</h2>", "`</h2>`"),
  '```\n<section class="footnotes">\n<h2 id="12-00-x"><time>\n```',
  "### 12:00 Below\n\nMore.",
  'A note^[with words and a `<section class="footnotes">`].',
  "| a | b |\n| - | - |\n| 1 | 2 |",
];

const posts = fc.array(
  fc.record({
    minutes: fc.integer({ min: 0, max: 600_000 }),
    parts: fc.array(fc.constantFrom(...PARTS), { maxLength: 3 }),
    isKey: fc.boolean(),
  }),
  { minLength: 1, maxLength: 8 },
);

test("whatever the posts of a live story hold and whenever they are of, each is read and cut as it was written", () => {
  fc.assert(
    fc.property(posts, fc.constantFrom(...ZONES), (given, zone) => {
      const start = Date.UTC(2025, 0, 1);
      const written = given
        .toSorted((a, b) => b.minutes - a.minutes)
        .map((post, index) => ({ ...post, title: `Post ${index}`, at: start + post.minutes * 60_000 }));
      const text = written.map(({ at, title, isKey, parts }, index) => {
        const time = DateTime.fromMillis(at, { zone }).toFormat("yyyy-MM-dd HH:mmZZ");
        return [`## ${time} ${isKey ? `**${title}**` : title}`, `Marker${index}.`, ...parts].join("\n\n");
      });
      const problems: Problem[] = [];
      const report = (problem: Problem) => void problems.push(problem);
      const source = decode("x.md", "content/x.md", Buffer.from(text.join("\n\n")), report);
      const from = readMoment("2025-01-01T00:00Z", zone);
      if (!source || !isMoment(from)) throw new Error("The test is wrong");
      const cut = { frontMatter: undefined, body: source.text, linesBefore: 0 };
      const live = { isOn: true, zone, from };
      const rendered = renderBody(parserIn("en"), source, cut, shelve(new Map()), report, { live });
      expect(problems).toEqual([]);
      const read = rendered?.body.posts ?? [];
      expect(read.map(({ at, title, isKey }) => ({ at: at.epochMs, title, isKey }))).toEqual(
        written.map(({ at, title, isKey }) => ({ at, title, isKey })),
      );
      const { introduction, posts: pieces, footnotes } = cutPosts(rendered?.html ?? "", read);
      expect(introduction).toBe("");
      expect(pieces.map(({ headline }) => headline)).toEqual(written.map(({ title }) => title));
      expect(pieces.map(({ text }) => text.match(/Marker\d+/g))).toEqual(written.map((_, index) => [`Marker${index}`]));
      expect(pieces.some(({ text }) => text.includes('<section class="footnotes" '))).toBe(false);
      expect(footnotes === "").toBe(!text.join("").includes("^["));
    }),
  );
});
