import { cp, mkdtemp, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { readContent } from "../../src/content/read.ts";
import { Rereader } from "../../src/content/reread.ts";
import { publish } from "../../src/model/publish.ts";
import type { PublishedLast } from "../../src/model/published-stories.ts";
import { NOW, newspaperFolder } from "../pages/newspaper.ts";
import { save } from "../site/site-folder.ts";

const FERRY = "articles/2026/05/ferry-stops.md";
const OTHER = "articles/2026/05/bridge-closes.md";

const story = (body: string, more = "") =>
  `---\ntitle: A story\nsummary: It happened.\nauthor: ann\ndate: 2026-05-02T09:00\nsection: news\n${more}---\n${body}\n`;

const picture = (width: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="30"><path d="M0 0h9v9H0z"/></svg>`;

/** What somebody may do, as paths below `content/`, with their new texts; undefined removes the file. */
const EDITS: readonly (readonly [path: string, text: string | undefined])[] = [
  [FERRY, story("It has stopped.\n\n## Why\n\nNobody knows.")],
  [FERRY, story("It has stopped, without a reason.")],
  [FERRY, story("![A boat](boat.svg)")],
  [FERRY, ""],
  [FERRY, undefined],
  [OTHER, story("After [the ferry](ferry-stops.md#why), [the bridge](/2026/05/).", "draft: true\n")],
  [OTHER, story("After [the ferry](ferry-stops.md).", "tags: [ships]\n")],
  [OTHER, undefined],
  ["articles/2026/05/Bridge-closes.md", story("Twice.")],
  ["articles/2026/05/Bridge-closes.md", undefined],
  ["articles/2026/05/boat.svg", picture(40)],
  ["articles/2026/05/boat.svg", picture(50)],
  ["articles/2026/05/boat.svg", "no picture"],
  ["articles/2026/05/boat.svg", undefined],
  [FERRY, story('::: chart src="fares.csv" type="bar" title="Fares"\n:::')],
  ["articles/2026/05/fares.csv", "Ferry,Fare\nNorth,2\n"],
  ["articles/2026/05/fares.csv", "Ferry,Fare\nNorth,3\n"],
  ["articles/2026/05/fares.csv", "Ferry,Fare\nNorth,dear\n"],
  ["articles/2026/05/fares.csv", undefined],
  ["tags.yaml", "- { slug: ships, name: Ships }\n"],
  ["tags.yaml", "[]\n"],
  ["authors/bob.md", "---\nname: Bob\ntype: person\n---\nSails.\n"],
  ["authors/bob.md", undefined],
  [FERRY, story("It sails again.", "formerly: [/old/, /2026/05/bridge-closes/]\n")],
  ["authors/bob.md", "---\nname: Bob\ntype: person\nformerly: /old/\n---\nSails.\n"],
  ["addresses.json", '{ "/2026/05/ferry-stops/": "articles/2026/05/ferry-stops.md", "/old/": "pages/old.md" }'],
  ["addresses.json", "<<<<<<< HEAD"],
  ["addresses.json", undefined],
  ["notes.txt", "No file of this name can stand here."],
  ["notes.txt", undefined],
];

let newspaper: string;
beforeAll(async () => {
  newspaper = newspaperFolder("tiny");
});

test("whatever is edited, in whatever order, a reading of what changed says the same as a reading of everything, and is published as that is", async () => {
  const someEdits = fc.array(fc.array(fc.nat(EDITS.length - 1), { minLength: 1, maxLength: 3 }), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(someEdits, async (rounds) => {
      const root = join(await mkdtemp(join(tmpdir(), "dateline-reread-")), "content");
      await cp(newspaper, root, { recursive: true });
      const rereader = new Rereader(root, "content");
      let last = await rereader.read("anything");
      const published: PublishedLast = { stories: new Map() };
      for (const round of rounds) {
        const edits = round.flatMap((place) => EDITS.slice(place, place + 1));
        for (const [path, text] of edits) {
          if (text === undefined) await rm(join(root, path), { force: true });
          else await save(join(root, path), text);
        }
        last = (await rereader.read(new Set(edits.map(([path]) => path)))) ?? last;
        const fresh = await readContent(root, "content");
        expect([last?.newsroom, last?.problems]).toEqual([fresh.newsroom, fresh.problems]);
        for (const { body } of fresh.newsroom?.articles ?? [])
          expect(last?.bodies.get(body)).toBe(fresh.bodies.get(body));
        if (last?.newsroom && fresh.newsroom)
          expect(publish(last.newsroom, NOW, "all", published)).toEqual(publish(fresh.newsroom, NOW, "all"));
      }
    }),
    { numRuns: 40 },
  );
});

test("a file that nobody named is found when everything is looked at, and nothing is read twice", async () => {
  const root = join(await mkdtemp(join(tmpdir(), "dateline-reread-")), "content");
  await cp(newspaper, root, { recursive: true });
  const rereader = new Rereader(root, "content");
  await rereader.read("anything");
  expect(await rereader.read("anything")).toBeUndefined();
  await save(join(root, FERRY), story("It has stopped."));
  expect((await rereader.read("anything"))?.filesParsed).toBe(1);
  expect(await rereader.read(new Set([FERRY]))).toBeUndefined();
});

test("a folder that comes and goes is seen", async () => {
  const root = join(await mkdtemp(join(tmpdir(), "dateline-reread-")), "content");
  await cp(newspaper, root, { recursive: true });
  const rereader = new Rereader(root, "content");
  await rereader.read("anything");
  await rename(root, `${root}-elsewhere`);
  expect((await rereader.read("anything"))?.problems[0]?.what).toBe("There is no content folder here.");
  await rename(`${root}-elsewhere`, root);
  expect((await rereader.read("anything"))?.problems).toEqual([]);
});
