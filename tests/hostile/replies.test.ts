import { load } from "cheerio";
import { describe, expect, test } from "vitest";
import { readCommentText } from "../../src/content/comment-text.ts";
import { personalDataIn } from "../../src/content/personal-data.ts";
import { readContent } from "../../src/content/read.ts";
import { printProblems } from "../../src/problems.ts";
import { onDisk, STORY, story, USUAL } from "../content/newspaper-on-disk.ts";
import { ASSETS, INLINES, print } from "../pages/newspaper.ts";
import { figure } from "../reliability/figure.ts";
import { ATTACKS } from "./attacks.ts";
import { MARKDOWN } from "./bombs.ts";
import { activeNodes, htmlInFeed } from "./skeleton.ts";

const OURS = new Set<string>([
  ...INLINES.values(),
  ASSETS.offline.page,
  ...Object.values(ASSETS).filter((url) => typeof url === "string"),
]);

/** Characters, as many as the text of a reply may have. */
const SIZE = 19_000;

/** As a reader might try to have each run: by itself, and where Markdown has an address. */
const TEXTS = ATTACKS.flatMap((attack) => [
  attack,
  `[x](${attack})`,
  `> [x](<${attack}>)`,
  `![x](${attack})`,
  `<${attack}>`,
]);

/** What looks like the beginning of what a person is reached by, again and again. */
const PERSONAL = [
  "a",
  "a.",
  "a@",
  "a@b.",
  "1",
  "1.",
  "12 ",
  "0",
  "+1",
  "+1 ",
  "0 11 ",
  "(0",
  "1:",
  "a:",
  "::",
  "192.0.",
  "-",
  "1-2",
];

const FOLDER = "comments/2026/11/bridge-opens";
const asYaml = (fields: Readonly<Record<string, string>>) =>
  Object.entries(fields)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`)
    .join("");

/** A newspaper whose story has these replies; those that are refused are left out, and counted. */
async function paperWith(replies: readonly Readonly<Record<string, string>>[]) {
  const settings = `${USUAL["settings.yaml"]}comments: { stories: open }\n`;
  const files = replies.map((fields, index) => [`${FOLDER}/r${index}.yaml`, asYaml(fields)] as const);
  const refused = new Set(
    (
      await readContent(
        await onDisk({ "settings.yaml": settings, [STORY]: story(), ...Object.fromEntries(files) }),
        "content",
      )
    ).problems.map(({ file }) => file),
  );
  const sound = files.filter(([path]) => !refused.has(`content/${path}`));
  const content = await onDisk({ "settings.yaml": settings, [STORY]: story(), ...Object.fromEntries(sound) });
  const { newsroom, bodies, problems } = await readContent(content, "content");
  if (!newsroom) throw new Error(printProblems(problems, 1, "text"));
  return { paper: print({ ...newsroom, bodies }), shown: sound.length, refused: refused.size };
}

describe("replies that are meant to run something", () => {
  test("run nothing on any page, in any feed and in what search engines read", async () => {
    const replies = [
      ...TEXTS.map((text) => ({ name: "Reader", date: "2026-11-04T10:00", text })),
      ...ATTACKS.map((name) => ({ name, date: "2026-11-04T10:00", text: "Words." })),
    ];
    const { paper, shown } = await paperWith(replies);
    const found = paper.urls.flatMap((url) => {
      const text = paper.text(decodeURI(url));
      if (text.startsWith("<!")) {
        const $ = load(text);
        for (const data of $("script[type='application/ld+json']").toArray()) JSON.parse($(data).text());
        return activeNodes($, OURS).map((what) => `${url}: ${what}`);
      }
      return /\.xml$/.test(url) ? htmlInFeed(text).flatMap((html) => activeNodes(load(html, {}, false), OURS)) : [];
    });
    expect(found).toEqual([]);
    expect(shown).toBeGreaterThan(replies.length / 2);
    figure({
      promise: "No reply of a reader becomes markup or code of a page or a feed",
      test: "tests/hostile/replies.test.ts",
      tried: shown,
      failed: found.length,
      unit: "attacks as approved replies",
    });
  });
});

test("a reply that is made to keep its reader busy takes no longer than half a second", () => {
  const texts = [
    ...Object.entries(MARKDOWN).map(([name, bomb]) => [name, bomb(SIZE).replace(/^---\n[\s\S]*?\n---\n/, "")] as const),
    ...PERSONAL.map((unit) => [JSON.stringify(unit), unit.repeat(SIZE / unit.length)] as const),
    ...PERSONAL.map((unit) => [`${JSON.stringify(unit)} and an end`, `${unit.repeat(SIZE / unit.length)}!`] as const),
  ];
  const slow = texts.flatMap(([name, text]) => {
    const before = process.cpuUsage();
    readCommentText(text);
    personalDataIn(text);
    const { user, system } = process.cpuUsage(before);
    return user + system > 500_000 ? [`${name}: ${Math.round((user + system) / 1000)} ms`] : [];
  });
  expect(slow).toEqual([]);
});
