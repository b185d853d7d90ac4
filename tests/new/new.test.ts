import { mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { main } from "../../src/cli/main.ts";
import { readContent } from "../../src/content/read.ts";
import { fakeWorld } from "../cli/fake-world.ts";
import { type Files, onDisk, printed, USUAL } from "../content/newspaper-on-disk.ts";
import { bytesOf } from "../site/site-folder.ts";

/** Two of everything, so that there is a choice. */
const CHOICE: Files = {
  "settings.yaml": `${USUAL["settings.yaml"]}  - slug: views\n    name: Views\n    description: What people think.\n`,
  "authors/night-desk.md": "---\nname: The Night Desk\ntype: organisation\n---\n",
  "series.yaml": "- name: The last ferry\n",
};

const DRAFT = "articles/2026/06/first-cars.md";

const here = process.cwd();
afterEach(() => process.chdir(here));

/** Runs `new` in a site, where nobody can be asked; always at one o'clock in London, on the first of June. */
async function run(content: string, ...args: string[]) {
  process.chdir(dirname(content));
  const world = fakeWorld();
  const code = await main(["new", ...args], world);
  const path = world
    .out()
    .trimEnd()
    .replace(/^content\//, "");
  const text = async () => readFile(join(content, path), "utf8");
  return { code, path, err: world.err(), text };
}

const problemsOf = async (content: string) => printed(await readContent(content, "content"));

describe("a new story", () => {
  test("is a draft in the folder of its month, by the only author, in the only section, and check has no word against it", async () => {
    const content = await onDisk({});
    const { code, path, err, text } = await run(content, "First cars");
    expect([code, path]).toEqual([0, DRAFT]);
    expect(await text()).toBe(`---
title: First cars
summary: TK
author: ann-example
date: 2026-06-01T13:00
section: news
# Delete this line and the next to publish the story.
draft: true
---
`);
    expect(await problemsOf(content)).toBe("");
    expect(err).toContain("http://127.0.0.1:8080/2026/06/first-cars/");
    expect(err).toContain("The summary is still to come (TK).");
  });

  test("is all that was said of it, by names and by slugs, in any case", async () => {
    const content = await onDisk(CHOICE);
    const said = ["--author", "the night desk,ann-example", "--section", "Views", "--series", "The last ferry"];
    const tags = ["--tags", "bri,华为", "--tags", "Huawei"];
    const more = ["--summary", "It is open.", "--date", "2026-05-30", "--slug", "opening"];
    const { code, path, text } = await run(content, "First cars", ...said, ...tags, ...more);
    expect([code, path]).toEqual([0, "articles/2026/05/opening.md"]);
    expect(await text()).toBe(`---
title: First cars
summary: It is open.
author: [night-desk, ann-example]
date: 2026-05-30
section: views
tags: [Belt and Road, Huawei]
series: the-last-ferry
# Delete this line and the next to publish the story.
draft: true
---
`);
    expect(await problemsOf(content)).toBe("");
  });

  test("cannot be published before it has a summary", async () => {
    const content = await onDisk({});
    const { text } = await run(content, "First cars");
    const published = (await text()).replace("draft: true\n", "");
    await writeFile(join(content, DRAFT), published);
    expect(await problemsOf(content)).toContain(
      'The summary is still to come (TK). Write one or two sentences, or keep the story back with "draft: true".',
    );
    await writeFile(join(content, DRAFT), published.replace("TK", "The first cars crossed."));
    expect(await problemsOf(content)).toBe("");
  });

  test("lies in the month that the site's clocks show", async () => {
    const inAuckland = USUAL["settings.yaml"]?.toString().replace("Europe/London", "Pacific/Kiritimati") ?? "";
    const content = await onDisk({ "settings.yaml": inAuckland });
    const { path, text } = await run(content, "Early", "--date", "2026-06-30T23:30Z");
    expect(path).toBe("articles/2026/07/early.md");
    expect((await run(content, "Now")).code).toBe(0);
    expect(await text()).toContain("date: 2026-06-30T23:30Z\n");
    expect(await readFile(join(content, "articles/2026/06/now.md"), "utf8")).toContain("date: 2026-06-02T02:00\n");
    expect(await problemsOf(content)).toBe("");
  });

  test.each([
    ["华为在伦敦", "华为在伦敦"],
    ["C++ & C#", "c-plus-plus-and-c-sharp"],
    ["../../settings", "settings"],
    ["Ünïcode's “quotes”", "ünïcodes-quotes"],
    ["a\nb\tc", "a-b-c"],
  ])("called %j has the address %j", async (headline, slug) => {
    const content = await onDisk({});
    expect((await run(content, headline)).path).toBe(`articles/2026/06/${slug}.md`);
    expect(await problemsOf(content)).toBe("");
  });

  test("may be called after a kind of thing", async () => {
    expect((await run(await onDisk({}), "story", "author")).path).toBe("articles/2026/06/author.md");
  });
});

describe("what stands in the way of a new story is said in one line:", () => {
  const REFUSED: readonly [string, string[], string][] = [
    [
      "all that is missing",
      [],
      'Say what is missing: a headline in quotes, such as new "First cars cross the new bridge"; ' +
        "--author (ann-example, night-desk); --section (news, views).",
    ],
    [
      "a headline without letters",
      ["!!!", "--author", "night-desk", "--section", "news"],
      "Say what is missing: --slug, as no letter of the headline can stand in an address.",
    ],
    [
      "words that nobody knows, all at once",
      ["X", "--author", "anne-example", "--section", "new", "--tags", "Hauwei,ferries", "--series", "the-last-fery"],
      'There is no author "anne-example". Did you mean "ann-example"? There is no section "new". Did you mean "news"? ' +
        'There is no series "the-last-fery". Did you mean "the-last-ferry"? There is no tag "Hauwei". Did you mean "Huawei"? ' +
        'There is no tag "ferries". Add it with: npm run new -- tag, or choose one that is there.',
    ],
    ["an address that is none", ["X", "--slug", "../x"], '--slug "../x" cannot stand in an address. Write "x".'],
    ["a device of Windows", ["X", "--slug", "con"], '--slug "con" cannot stand in an address. Use letters, '],
    ["a day that there is not", ["X", "--date", "2026-02-30"], "--date is a date or time that does not exist"],
    [
      "a character that cannot be printed",
      ["a\u0007b", ...["--author", "night-desk", "--section", "news"]],
      '"title" holds a character',
    ],
    [
      "a headline that turns the line around",
      ["a\u202eb", ...["--author", "night-desk", "--section", "news"]],
      "Here is a character that turns",
    ],
    ["a headline without quotes", ["First", "cars", "cross"], 'Put the headline in quotes: new "First cars cross".'],
    ["a name without quotes", ["author", "Ann", "Example"], 'Put the name in quotes: new author "Ann Example".'],
    ["a kind that is misspelt", ["autor", "Ann"], 'There is no sort of thing "autor" to make. Did you mean "author"?'],
    [
      "an option of another kind",
      ["tag", "X", "--section", "news"],
      "A tag has no --section; it takes --description, ",
    ],
    ["an option that is misspelt", ["X", "--auther", "ann"], 'There is no option "--auther". Did you mean "--author"?'],
    ["an author without a name", ["author"], "Say what is missing: a name in quotes."],
    ["a type of author that is none", ["author", "X", "--type", "robot"], '"type" is "robot". Write "person" or '],
  ];

  test.each(REFUSED)("%s", async (_why, args, message) => {
    const content = await onDisk(CHOICE);
    const before = await bytesOf(content);
    const { code, err } = await run(content, ...args);
    expect([code, err.split("\n").length]).toEqual([2, 2]);
    expect(err).toContain(`dateline: ${message}`);
    expect(await bytesOf(content)).toEqual(before);
  });

  test("a file that is there, whatever its case; an address that something had; a link to another folder", async () => {
    const book = { "addresses.json": '{\n  "/2026/06/moved/": "articles/2026/06/moved.md",\n  "": ""\n}\n' };
    const content = await onDisk({ ...book, [DRAFT]: "mine" });
    await mkdir(join(content, "articles/2026/08"));
    await symlink("06", join(content, "articles/2026/07"));
    const before = await bytesOf(content);
    const said = [
      await run(content, "First Cars"),
      await run(content, "Moved"),
      await run(content, "Linked", "--date", "2026-07-01"),
    ];
    expect(said.map(({ code }) => code)).toEqual([2, 2, 2]);
    expect(said.map(({ err }) => err)).toEqual([
      "dateline: There is content/articles/2026/06/first-cars.md already. Edit it, or choose another with --slug.\n",
      "dateline: /2026/06/moved/ is remembered as the address of articles/2026/06/moved.md. Choose another with --slug.\n",
      "dateline: content/articles/2026/07 is a symbolic link, behind which no content is read.\n",
    ]);
    expect(await bytesOf(content)).toEqual(before);
  });

  test("nobody to write it, or settings that cannot be read: then their problems are printed", async () => {
    const empty = await onDisk({});
    await writeFile(join(empty, "settings.yaml"), "titel: X\n");
    const { code, err } = await run(empty, "X");
    expect(code).toBe(1);
    expect(err).toContain('Unknown field "titel". Did you mean "title"?');
    expect((await run(empty, "X", "--content", "nowhere")).err).toContain("There is no content folder here.");
  });
});

describe("a new author", () => {
  test("is a file that check has no word against", async () => {
    const content = await onDisk({});
    const { code, path, text } = await run(content, "author", "Zoë: Li", "--role", "Reporter");
    expect([code, path]).toEqual([0, "authors/zoë-li.md"]);
    expect(await text()).toBe('---\nname: "Zoë: Li"\ntype: person\nrole: Reporter\n---\n');
    expect(await problemsOf(content)).toBe("");
    expect((await run(content, "author", "Zoë Li")).err).toContain("authors/zoë-li.md already");
  });
});

describe("a new tag", () => {
  const ENTRY = "- slug: ferries\n  name: Ferries\n";
  const KEPT: readonly [string, string | undefined, string][] = [
    ["comments and blank lines", "# Ours\n\n- slug: huawei # old\n  name: Huawei\n\n# The end\n", ENTRY],
    ["no line end at the last line", "- name: Huawei", `\n${ENTRY}`],
    ["lines that end as on Windows", "- name: Huawei\r\n", ENTRY.replaceAll("\n", "\r\n")],
    ["an indented list", "  - name: Huawei\n    aliases: [BRI]\n", ENTRY.replace(/^/gm, "  ").trimEnd().concat("\n")],
    ["nothing but a comment", "# None yet\n", ENTRY],
    ["nothing", "", ENTRY],
  ];

  test.each(KEPT)("stands behind what is there, every byte of which stays: %s", async (_what, before, added) => {
    const content = await onDisk({ "tags.yaml": before ?? "" });
    const { code, path, text } = await run(content, "tag", "Ferries");
    expect([code, path]).toEqual([0, "tags.yaml"]);
    expect(await text()).toBe(`${before}${added}`);
    expect(await problemsOf(content)).toBe("");
  });

  test("takes the place of an empty list in brackets", async () => {
    const content = await onDisk({ "tags.yaml": "# Ours\n[]\n" });
    const { text } = await run(content, "tag", "Ferries", "--description", "Boats: all", "--aliases", "Boats, Ships");
    expect(await text()).toBe(
      '# Ours\n- slug: ferries\n  name: Ferries\n  description: "Boats: all"\n  aliases: [Boats, Ships]\n',
    );
    expect(await problemsOf(content)).toBe("");
  });

  test.each([
    ["its name is a word for another", ["BRI"], '"BRI" is a word for the tag "Belt and Road" already.'],
    ["a word for it is", ["China", "--aliases", "huawei"], '"huawei" is a word for the tag "Huawei" already.'],
  ])("is refused where %s", async (_why, args, message) => {
    const content = await onDisk({});
    const before = await bytesOf(content);
    const { code, err } = await run(content, "tag", ...args);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(await bytesOf(content)).toEqual(before);
  });

  test("is refused where nothing can be added at the end of the file", async () => {
    for (const tags of ["[{ name: Huawei }]\n", "- name: Huawei\n...\n"]) {
      const content = await onDisk({ "tags.yaml": tags });
      const { code, text } = await run(content, "tag", "Ferries");
      expect(code, tags).not.toBe(0);
      expect(await readFile(join(content, "tags.yaml"), "utf8")).toBe(tags);
      expect(await text().catch(() => "")).not.toContain("Ferries");
    }
  });
});

test("nothing is left beside what was made", async () => {
  const content = await onDisk({});
  const { path } = await run(content, "First cars");
  await run(content, "tag", "Ferries");
  expect(await readdir(join(content, dirname(path)))).toEqual(["first-cars.md"]);
  expect((await readdir(content)).sort()).toEqual(["articles", "authors", "settings.yaml", "tags.yaml"]);
});
