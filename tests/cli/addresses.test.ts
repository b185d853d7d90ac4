import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { main } from "../../src/cli/main.ts";
import { BROKEN_STORY, filesIn, save, siteFolder } from "../site/site-folder.ts";
import { fakeWorld } from "./fake-world.ts";

const here = process.cwd();
const BOOK = "content/addresses.json";
const FERRY = "content/articles/2026/05/ferry-stops.md";

beforeEach(async () => process.chdir(await siteFolder("tiny")));
afterAll(() => process.chdir(here));

async function run(...args: string[]) {
  const world = fakeWorld();
  const code = await main(args, world);
  return { code, out: world.out(), err: world.err() };
}

const addresses = (...args: string[]) => run("addresses", ...args);
const book = () => readFile(BOOK, "utf8");

/** Has the book made, and the ferry's story taken away. */
async function loseFerry() {
  await addresses();
  await rm(FERRY);
}

describe("dateline addresses", () => {
  test("remembers every address, a line each, those of stories that wait too, and none of a draft", async () => {
    const ferry = (await readFile(FERRY, "utf8")).replace(/\[(.*?)\]\(.*?\)/g, "$1");
    await save("content/articles/2030/01/ferry-returns.md", ferry.replace(/date: .*/, "date: 2030-01-02"));
    await save("content/articles/2026/05/ferry-secret.md", ferry.replace(/date: /, "draft: true\ndate: "));
    await save("content/pages/about.md", "---\ntitle: About\nformerly: [/about-us.html]\n---\nUs.\n");
    const { code, out, err } = await addresses();
    expect([code, err]).toEqual([0, ""]);
    expect(out).toBe("7 new addresses remembered: 7 addresses in all.\n");
    expect(await book()).toMatchInlineSnapshot(`
      "{
        "/2026/04/bridge-opens/": "articles/2026/04/bridge-opens.md",
        "/2026/05/ferry-stops/": "articles/2026/05/ferry-stops.md",
        "/2030/01/ferry-returns/": "articles/2030/01/ferry-returns.md",
        "/about-us.html": "pages/about.md",
        "/about/": "pages/about.md",
        "/authors/ann/": "authors/ann.md",
        "/sections/news/": "settings.yaml",
        "": "npm run addresses keeps this book; each address ends in a comma, so that git can merge them"
      }
      "
    `);
  });

  test("adds what is new, keeps what was there, and has nothing to do the second time", async () => {
    await addresses();
    const first = await book();
    await save("content/tags.yaml", "- name: Ferries\n");
    expect((await addresses()).out).toBe("1 new address remembered: 6 addresses in all.\n");
    expect(await book()).toContain('"/tags/ferries/": "tags.yaml",');
    for (const line of first.split("\n")) expect(await book()).toContain(line);
    expect((await addresses()).out).toBe("Nothing new: 6 addresses in all.\n");
  });

  test("leaves nothing beside the book", async () => {
    await addresses();
    expect((await filesIn("content")).filter((file) => file.startsWith("addresses"))).toEqual(["addresses.json"]);
  });

  test("writes nothing while something is wrong with the content, and says what", async () => {
    await save("content/articles/2026/05/bridge-closes.md", BROKEN_STORY);
    const { code, err } = await addresses();
    expect(code).toBe(1);
    expect(err).toContain('Unknown field "sumary".');
    await expect(book()).rejects.toThrow("ENOENT");
  });

  test("writes nothing over a damaged book", async () => {
    await save(BOOK, "{\n<<<<<<< HEAD\n");
    const { code, err } = await addresses("--forget", "/x/");
    expect(code).toBe(1);
    expect(err).toContain("Git could not merge the address book.");
    expect(await book()).toBe("{\n<<<<<<< HEAD\n");
  });

  test("never makes up for an address that is lost: that is for a person to say", async () => {
    await loseFerry();
    const before = await book();
    await save("content/tags.yaml", "- name: Ferries\n");
    const { code, err } = await addresses();
    expect(code).toBe(1);
    expect(err).toContain("/2026/05/ferry-stops/ would be lost");
    expect(await book()).toBe(before);
  });
});

describe("a build and a check", () => {
  test.each(["build", "check"])("stop at an address that would be lost: %s", async (command) => {
    await addresses();
    await run(command);
    await rm(FERRY);
    const { code, out, err } = await run(command);
    expect(code).toBe(1);
    expect(out + err).toContain(`${BOOK}:3:3\n  /2026/05/ferry-stops/ would be lost`);
  });

  test.each(["build", "check"])("see an edit of the book alone: %s", async (command) => {
    await addresses();
    expect((await run(command)).code).toBe(0);
    await save(BOOK, (await book()).replace('  "":', '  "/tags/ships/": "tags.yaml",\n  "":'));
    const { code, out, err } = await run(command);
    expect(code).toBe(1);
    expect(out + err).toContain("/tags/ships/ would be lost");
  });
});

describe("dateline addresses --check", () => {
  test("is content with a book that knows every address", async () => {
    await addresses();
    expect(await addresses("--check")).toEqual({ code: 0, out: "Nothing new: 5 addresses in all.\n", err: "" });
    expect(await addresses("--check", "--format", "github")).toEqual({ code: 0, out: "", err: "" });
  });

  test("names what is not remembered, at its file, and writes nothing", async () => {
    await addresses();
    await save("content/tags.yaml", "- name: Ferries\n");
    const before = await book();
    const { code, out } = await addresses("--check");
    expect(code).toBe(1);
    expect(out).toContain(
      'content/tags.yaml\n  The address book does not know /tags/ferries/ yet. Run "npm run addresses", and commit content/addresses.json.',
    );
    expect((await addresses("--check", "--format", "github")).out).toContain("::error file=content/tags.yaml::");
    expect(await book()).toBe(before);
  });

  test("says that there is no book yet", async () => {
    const { code, out } = await addresses("--check");
    expect(code).toBe(1);
    expect(out).toContain("There is no address book yet.");
  });
});

describe("dateline addresses --forget", () => {
  test("lets go what is lost, in any form in which it is written", async () => {
    await loseFerry();
    const { code, out } = await addresses("--forget", "/2026/05/ferry-stops");
    expect([code, out]).toEqual([0, "1 address forgotten: 4 addresses in all.\n"]);
    expect((await run("check")).code).toBe(0);
  });

  test("lets go several at once, and what is left is still a problem", async () => {
    await addresses();
    await rm("content/articles", { recursive: true });
    await mkdir("content/articles");
    const one = await addresses("--forget", "/2026/05/ferry-stops/");
    expect(one.code).toBe(1);
    expect(one.err).not.toContain("ferry-stops");
    expect(one.err).toContain("/2026/04/bridge-opens/ would be lost");
    const both = await addresses("--forget", "/2026/05/ferry-stops/", "/2026/04/bridge-opens/");
    expect(both.out).toBe("2 addresses forgotten: 3 addresses in all.\n");
  });

  test.each([
    [
      ["--forget", "/2026/05/ferry-stop/"],
      'The address book does not know /2026/05/ferry-stop/. Did you mean "/2026/05/ferry-stops/"?',
    ],
    [
      ["--forget", "/2026/05/ferry-stops/"],
      "/2026/05/ferry-stops/ is still an address of articles/2026/05/ferry-stops.md; there is nothing to forget.",
    ],
    [["--forget", "nonsense"], "The address book does not know nonsense."],
    [["--forget", "/a/", "--check"], "--check writes nothing, so --forget has no place beside it."],
    [["/a/"], "Unexpected argument '/a/'; --forget takes addresses."],
    [["--forget"], "--forget is missing its value."],
  ])("as %j, is called wrongly", async (args, message) => {
    await addresses();
    const before = await book();
    const { code, err } = await addresses(...args);
    expect(code).toBe(2);
    expect(err).toContain(`dateline: ${message}`);
    expect(await book()).toBe(before);
  });
});

test("a book that a person keeps by hand is as good", async () => {
  await addresses();
  await writeFile(BOOK, JSON.stringify(JSON.parse(await book())));
  expect((await addresses("--check")).code).toBe(0);
});
