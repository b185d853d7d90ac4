import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AddressBook, printAddressBook, readAddressBook } from "../../src/content/address-book.ts";
import { decode } from "../../src/content/source.ts";
import { slugFrom } from "../../src/model/slugs.ts";
import { tagUrl } from "../../src/model/urls.ts";
import type { Problem } from "../../src/problems.ts";
import { read, report, reportOnStory, STORY, story, USUAL } from "./newspaper-on-disk.ts";

const NEWS = '"/sections/news/": "settings.yaml"';
const OPENED = `"/2026/11/bridge-opens/": "${STORY}"`;

/** A newspaper with a story, and these lines in its address book. */
const withBook = (...lines: string[]) => ({ [STORY]: story(), "addresses.json": `{\n  ${lines.join(",\n  ")}\n}\n` });

describe("an address that is remembered", () => {
  test("may have its page still", async () => {
    expect(await report(withBook(OPENED, NEWS))).toBe("");
  });

  test("is not missed in a newspaper without an address book", async () => {
    expect(await report({ [STORY]: story() })).toBe("");
  });

  test("and lost is a problem at its line, with the way to what took its place", async () => {
    expect(
      await report(withBook('"/2026/10/bridge-opens/": "articles/2026/10/bridge-opens.md"', NEWS)),
    ).toMatchInlineSnapshot(`
      "content/addresses.json:2:3
        /2026/10/bridge-opens/ would be lost: no page and no redirect comes from content/articles/2026/10/bridge-opens.md any more. If it is at /2026/11/bridge-opens/ now, write "formerly: [/2026/10/bridge-opens/]" into the front matter of content/articles/2026/11/bridge-opens.md. Otherwise put the file back and retract it ("retracted:"), or run "npm run addresses -- --forget /2026/10/bridge-opens/".
          2 │   "/2026/10/bridge-opens/": "articles/2026/10/bridge-opens.md",
            │   ^^^^^^^^^^^^^^^^^^^^^^^^
      1 problem in 5 files. Nothing was published.
      "
    `);
  });

  test("and lost without a successor says all that can be done", async () => {
    expect(
      await report(withBook(OPENED, '"/2020/01/war-ends/": "articles/2020/01/war-ends.md"')),
    ).toMatchInlineSnapshot(`
      "content/addresses.json:3:3
        /2020/01/war-ends/ would be lost: no page and no redirect comes from content/articles/2020/01/war-ends.md any more. Write "formerly: [/2020/01/war-ends/]" into the front matter, or the entry, of what replaces it. Otherwise put the file back and retract it ("retracted:"), or run "npm run addresses -- --forget /2020/01/war-ends/".
          3 │   "/2020/01/war-ends/": "articles/2020/01/war-ends.md"
            │   ^^^^^^^^^^^^^^^^^^^^
      1 problem in 5 files. Nothing was published.
      "
    `);
  });

  test.each([
    ["a story renamed", '"/2026/11/bridge-open/": "articles/2026/11/bridge-open.md"', `content/${STORY}`],
    ["a topic renamed", '"/tags/belt-and-roads/": "tags.yaml"', "its entry in content/tags.yaml"],
    ["a section renamed", '"/sections/new/": "settings.yaml"', "its entry in content/settings.yaml"],
    ["a person renamed", '"/authors/ann-exampel/": "authors/ann-exampel.md"', "content/authors/ann-example.md"],
  ])("by %s is looked for there", async (_name, line, where) => {
    expect(await report(withBook(line))).toContain(where);
  });

  test("that is no simple word is shown as a line that can be pasted", async () => {
    const text = await report(withBook(OPENED, '"/blog/a,b.html": "articles/2026/11/x.md"'));
    expect(text).toContain('Write "formerly: ["/blog/a,b.html"]"');
    expect(text).toContain("--forget /blog/a%2Cb.html");
    expect(await reportOnStory({ formerly: '["/blog/a,b.html"]' })).toBe("");
  });

  test("of a series lasts as long as a story belongs to it, out or not", async () => {
    const book = { ...withBook('"/series/ferries/": "series.yaml"'), "series.yaml": "- name: Ferries\n" };
    const within = (fields: object) => report({ ...book, [STORY]: story({ series: "ferries", ...fields }) });
    expect(await within({ date: "2026-11-30T09:30" })).toBe("");
    expect(await within({ draft: "true" })).toContain(
      "/series/ferries/ would be lost: no story belongs to it any more (content/series.yaml). Keep one in it,",
    );
    expect(await report({ ...book, "series.yaml": "- { name: Boats, formerly: [/series/ferries/] }\n" })).toContain(
      "/series/ferries/ would be lost",
    );
    const moved = { ...book, "series.yaml": "- { name: Boats, formerly: [/series/ferries/] }\n" };
    expect(await report({ ...moved, [STORY]: story({ series: "boats" }) })).toBe("");
  });

  test("is lost when its story is a draft again", async () => {
    const text = await report({ ...withBook(OPENED), [STORY]: story({ draft: "true" }) });
    expect(text).toContain(
      `/2026/11/bridge-opens/ would be lost: content/${STORY} is a draft again. Publish it, retract it`,
    );
  });

  test.each([
    ["may wait for its date", { date: "2026-11-30T09:30" }],
    ["may have expired", { expires: "2026-11-04" }],
    ["may be a tombstone", { retracted: "{ date: 2026-11-04, reason: It was not true. }" }],
  ])("is not lost while the file of its story is there, which %s", async (_name, fields) => {
    expect(await report({ ...withBook(OPENED), [STORY]: story(fields) })).toBe("");
  });

  test.each([
    ["a story", { [STORY]: story({ formerly: "/old/" }) }],
    ["a page", { "pages/about.md": "---\ntitle: About\nformerly: [/old/]\n---\nUs.\n" }],
    ["a person", { "authors/ann-example.md": "---\nname: Ann\ntype: person\nformerly: /old/\n---\n" }],
    ["a topic", { "tags.yaml": "- { name: Huawei, formerly: [/old] }\n" }],
    ["a section", { "settings.yaml": `${USUAL["settings.yaml"]}    formerly: [/old/index.html]\n` }],
  ])("is kept by a redirect to %s", async (_name, files) => {
    expect(await report({ ...withBook('"/old/": "articles/2020/01/old.md"'), ...files })).toBe("");
  });

  test("that a redirect answered is lost with the redirect", async () => {
    expect(await report(withBook(OPENED, `"/blog/1.html": "${STORY}"`))).toContain("/blog/1.html would be lost");
  });

  test("is not said to be lost while a file can't be read, which may have it", async () => {
    const text = await report({ ...withBook(OPENED, '"/2020/01/x/": "articles/2020/01/x.md"'), [STORY]: "No story\n" });
    expect(text).toContain("There is no front matter on line 1.");
    expect(text).not.toContain("would be lost");
  });

  test("is missed in every language's letters", async () => {
    const lost = await report(withBook('"/tags/华为/": "tags.yaml"'));
    expect(lost).toContain('run "npm run addresses -- --forget /tags/华为/"');
    expect(await report({ ...withBook('"/tags/华为/": "tags.yaml"'), "tags.yaml": "- name: 华为\n" })).toBe("");
  });
});

describe("an address book", () => {
  test.each([
    ["without any", "{}\n", ""],
    ["in another layout", `{${OPENED},"/sections/news/"\n:"settings.yaml" }`, ""],
    ["in another order", `{\n${NEWS},\n${OPENED}\n}`, ""],
    ["that is empty", "", ":1:1\n  This is not JSON"],
    ["that is a list", "[]", ":1:1\n  This is not JSON"],
    ["that ends too soon", `{\n  ${OPENED},\n`, ":3:1\n  This is not a line of an address book."],
    ["with a comma too many", `{\n  ${OPENED},\n}\n`, ":3:1\n  This is not a line of an address book."],
    ["with a comma too few", `{\n  ${OPENED}\n  ${NEWS}\n}\n`, ":2:3\n  This is not a line of an address book."],
    ["with something behind it", `{\n  ${OPENED}\n}\nnote\n`, ":3:2\n  Something stands behind the address book."],
    ["with a number", `{\n  ${OPENED},\n  "/x/": 1\n}`, ":3:3\n  This is not a line of an address book."],
    [
      "with an address twice",
      `{\n  ${OPENED},\n  ${OPENED}\n}`,
      ":3:3\n  /2026/11/bridge-opens/ is in the address book twice.",
    ],
    [
      "with another form of an address",
      '{\n  "/about": "pages/about.md"\n}',
      '  "/about" is not the address of a page. Write /about/.',
    ],
    ["with no address", '{\n  "about": "pages/about.md"\n}', ':2:3\n  "about" is not the address of a page.'],
    [
      "that git could not merge",
      `{\n<<<<<<< HEAD\n  ${OPENED},\n=======\n  ${NEWS}\n>>>>>>> other\n}`,
      ":2:1\n  Git could not merge the address book.",
    ],
    ["that is not UTF-8", new Uint8Array([0x7b, 0xff, 0x7d]), ":1:2\n  This file is not UTF-8."],
  ])("%s", async (_name, book, problem) => {
    const text = await report({ [STORY]: story(), "addresses.json": book });
    if (problem === "") expect(text).toBe("");
    else expect(text).toContain(problem.startsWith(":") ? `content/addresses.json${problem}` : problem);
    expect(text.match(/addresses\.json:/g) ?? []).toHaveLength(problem === "" ? 0 : 1);
  });

  const parse = (text: string): { book: AddressBook | undefined; problems: Problem[] } => {
    const problems: Problem[] = [];
    const source = decode("addresses.json", "content/addresses.json", Buffer.from(text), (one) => problems.push(one));
    return { book: source && readAddressBook(source, (one) => problems.push(one)), problems };
  };

  test("that was written is read as it was, whatever is in it", () => {
    const slug = fc
      .string({ unit: "grapheme", minLength: 1 })
      .map(slugFrom)
      .filter((made) => made !== undefined);
    const entries = fc.uniqueArray(fc.tuple(slug.map(tagUrl), fc.string()), { selector: ([url]) => url });
    fc.assert(
      fc.property(entries, (some) => {
        // A file's name has no control character; a text that has one is refused before.
        const files = some.map(([url, file]) => [url, file.replace(/\p{Cc}/gu, "")] as const);
        const { book, problems } = parse(printAddressBook(files));
        expect(problems).toEqual([]);
        expect([...(book?.entries ?? [])].map(([url, { file }]) => [url, file]).sort()).toEqual([...files].sort());
      }),
    );
  });

  test("that was damaged is refused or read, and never a fault of ours", () => {
    const whole = printAddressBook([[tagUrl(slugFrom("华为") ?? fail()), "tags.yaml"]]);
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(20), fc.string(), (at, length, put) => {
        const { book, problems } = parse(whole.slice(0, at) + put + whole.slice(at + length));
        expect((book === undefined) === problems.length > 0).toBe(true);
      }),
    );
  });

  test("to which two branches have each added lines is merged by git", () => {
    const folder = mkdtempSync(join(tmpdir(), "dateline-merge-"));
    const file = join(folder, "addresses.json");
    const as = ["-c", "user.name=Ann", "-c", "user.email=ann@courier.example", "-c", "init.defaultBranch=main"];
    const git = (...args: string[]) => execFileSync("git", [...as, ...args], { cwd: folder, stdio: "pipe" });
    const entry = (slug: string) => [tagUrl(slugFrom(slug) ?? fail()), "tags.yaml"] as const;
    const commit = (...slugs: string[]) => {
      writeFileSync(file, printAddressBook(slugs.map(entry)));
      git("add", ".");
      git("commit", "-m", slugs.join(" "));
    };
    git("init");
    writeFileSync(join(folder, ".gitattributes"), readFileSync(".gitattributes", "utf8").replace("content/", ""));
    commit("bridges");
    git("checkout", "-b", "other");
    commit("bridges", "canals", "zebras");
    git("checkout", "main");
    commit("aqueducts", "bridges", "cables", "zoos");
    git("merge", "other");
    const { book, problems } = parse(readFileSync(file, "utf8"));
    expect(problems).toEqual([]);
    const tags = ["aqueducts", "bridges", "cables", "canals", "zebras", "zoos"];
    expect([...(book?.entries.keys() ?? [])].sort()).toEqual(tags.map((tag) => `/tags/${tag}/`));
  });

  test("counts as a file of the newspaper, of which a change is seen", async () => {
    const { digests } = await read(withBook(OPENED));
    expect(digests.has("addresses.json")).toBe(true);
  });
});

function fail(): never {
  throw new Error("There is no slug");
}
