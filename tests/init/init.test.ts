import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { main } from "../../src/cli/main.ts";
import { readContent } from "../../src/content/read.ts";
import { type Answers, faultIn, proposalFor, QUESTIONS } from "../../src/init/answers.ts";
import { engineFor, type Manifest, readManifest } from "../../src/init/engine.ts";
import { makeSite } from "../../src/init/make-site.ts";
import { newSite, SCRIPTS } from "../../src/init/new-site.ts";
import { INTERFACE_LANGUAGES } from "../../src/model/languages.ts";
import { check } from "../../src/site/check.ts";
import { fakeWorld } from "../cli/fake-world.ts";
import { NOW } from "../pages/newspaper.ts";
import { bytesOf, filesIn } from "../site/site-folder.ts";

/** An empty folder, in which each test makes its site. */
let place: string;
beforeEach(() => {
  place = realpathSync(mkdtempSync(join(tmpdir(), "dateline-init-")));
  onTestFinished(() => rmSync(place, { recursive: true }));
});

const at = (...path: string[]) => join(place, ...path);
const read = (...path: string[]) => readFileSync(at(...path), "utf8");

async function init(folder: string, ...options: string[]) {
  const world = fakeWorld();
  const code = await main(["init", at(folder), ...options], world);
  return { code, out: world.out(), err: world.err() };
}

/** What the content of a site is, read as a build reads it. */
const newsroomOf = async (...folder: string[]) => {
  const { newsroom, problems } = await readContent(at(...folder, "content"), "content");
  return { newsroom, problems };
};

/** The folder's files, by their texts. */
const ANSWERS: Answers = {
  title: "The Daily Bridge",
  tagline: "News of bridges",
  url: "https://bridge.example",
  language: "en-GB",
  timeZone: "Europe/London",
  publisher: "Bridge Press",
  author: "Ann Example",
  sections: "News, Ferries & Boats",
};
const ENGINE = { spec: "npm:dateline-press@^0.1.0", isOnlyHere: false };

/** What means something to Markdown or YAML. */
const MARKUP = fc.constantFrom(
  "<b>",
  "[x](y)",
  "*",
  "1. ",
  "- ",
  "# ",
  ": ",
  "'",
  '"',
  "---",
  "{{ x }}",
  "&amp;",
  "![",
  "::: ",
  "https://x.example/",
);

describe("a new site", () => {
  test("has what was asked for in its settings, and an author who is a person", async () => {
    const { code } = await init(
      "the-daily-bridge",
      ...["--title", "The Daily: Bridge #1", "--tagline", "News of bridges", "--url", "https://bridge.example/"],
      ...["--language", "es-MX", "--time-zone", "America/Mexico_City", "--publisher", "Bridge Press"],
      ...["--author", "Ann Example", "--sections", "Noticias, Puentes"],
    );
    expect(code).toBe(0);
    const { newsroom, problems } = await newsroomOf("the-daily-bridge");
    expect(problems).toEqual([]);
    expect(newsroom?.settings).toMatchObject({
      title: "The Daily: Bridge #1",
      tagline: "News of bridges",
      url: "https://bridge.example",
      language: "es-MX",
      timeZone: "America/Mexico_City",
      publisher: { name: "Bridge Press" },
      sections: [
        { slug: "noticias", name: "Noticias" },
        { slug: "puentes", name: "Puentes" },
      ],
    });
    expect(read("the-daily-bridge/content/authors/ann-example.md")).toContain("type: person");
  });

  test.each(INTERFACE_LANGUAGES)("begins in the language of its newsroom: %s", async (language) => {
    expect(await init("paper", "--yes", "--language", language)).toMatchObject({ code: 0 });
    // Of style neither.
    const { problems } = await check({ content: at("paper/content"), now: NOW, work: at(".dateline"), threads: 0 });
    expect(problems).toEqual([]);
    const { newsroom } = await newsroomOf("paper");
    const [story] = newsroom?.articles ?? [];
    // NOW is noon of the first of June 2026, UTC.
    expect(read("paper/content/articles/2026/06/welcome.md")).toContain(
      "npm run addresses -- --forget /2026/06/welcome/",
    );
    const script = { en: "Latin", es: "Latin", "zh-Hans": "Han", ar: "Arabic" }[language];
    expect(story?.title).toMatch(new RegExp(`\\p{Script=${script}}{2}`, "u"));
    expect(story?.title.length).toBeLessThanOrEqual(110);
    expect(story?.summary.length).toBeLessThanOrEqual(200);
  });

  test("speaks English where we have no words of its language", async () => {
    const { code, err } = await init("paper", "--yes", "--language", "fr");
    expect(code).toBe(0);
    expect(err).toContain('The interface has no words in "fr" yet; they will be English.');
    expect(read("paper/content/pages/about.md")).toContain("title: About us");
  });

  test("remembers every address that it has", async () => {
    await init("paper", "--yes");
    const world = fakeWorld();
    const code = await main(["addresses", "--check", "--content", at("paper/content")], world);
    expect({ code, out: world.out() }).toEqual({ code: 0, out: "Nothing new: 6 addresses in all.\n" });
  });

  test("stays whole when the story that came with it is deleted as the story says", async () => {
    await init("paper", "--yes");
    rmSync(at("paper/content/articles"), { recursive: true });
    const content = ["--content", at("paper/content")];
    expect(await main(["addresses", "--check", ...content], fakeWorld())).toBe(1);
    expect(await main(["addresses", "--forget", "/2026/06/welcome/", ...content], fakeWorld())).toBe(0);
    expect(await newsroomOf("paper")).toMatchObject({ problems: [], newsroom: { articles: [] } });
  });

  test("says where it is, and what comes next", async () => {
    const { out } = await init("paper", "--yes", "--engine", "npm:dateline-press@^0.1.0");
    expect(out).toContain("npm install\n");
    expect(out).toContain("Write the address it will have into content/settings.yaml");
    expect((await init("other", "--yes", "--url", "https://bridge.news")).out).not.toContain("Write the address");
  });

  test("has settings that read as they were answered, whatever was answered", async () => {
    const words = fc
      .array(fc.oneof(fc.string({ unit: "grapheme", minLength: 1, maxLength: 9 }), MARKUP), {
        minLength: 1,
        maxLength: 6,
      })
      .map((parts) => parts.join(""))
      .filter((text) => !faultIn("title", text));
    const names = words.filter((name) => !faultIn("author", name) && !/[,，、،]/.test(name));
    const answer = fc.record({ title: words, tagline: words, publisher: words, author: names, sections: names });
    let count = 0;
    await fc.assert(
      fc.asyncProperty(answer, async (some) => {
        const folder = at(`paper-${count++}`);
        const problems = await makeSite(folder, newSite(folder, { ...ANSWERS, ...some }, ENGINE, NOW));
        const errors = problems.filter(({ severity }) => severity === "error");
        expect(errors.map(({ what }) => what)).toEqual([]);
        const { newsroom } = await readContent(join(folder, "content"), "content");
        const folded = (text: string) => text.replace(/\s+/g, " ").trim().normalize("NFC");
        expect(newsroom?.settings.title).toBe(folded(some.title));
        expect(newsroom?.settings.publisher.name).toBe(folded(some.publisher));
        expect(newsroom?.settings.sections.map(({ name }) => name)).toEqual([folded(some.sections)]);
      }),
      { numRuns: 25 },
    );
  });
});

test("a new site's scripts are commands that there are", async () => {
  const world = fakeWorld();
  await main(["help"], world);
  const commands = [...world.out().matchAll(/^ {2}(\S+)/gm)].map(([, name]) => name);
  expect(SCRIPTS.filter((name) => !commands.includes(name))).toEqual([]);
});

describe("nothing is overwritten", () => {
  test("a folder that is not empty is refused, with all that is in the way", async () => {
    mkdirSync(at("paper/content"), { recursive: true });
    writeFileSync(at("paper/LICENSE"), "mine");
    const before = await bytesOf(place);
    const { code, err } = await init("paper", "--yes");
    expect(code).toBe(2);
    expect(err).toMatch(/is not empty, and nothing in it is overwritten\. In the way: "LICENSE", "content"\.\n$/);
    expect(await bytesOf(place)).toEqual(before);
  });

  test("a new repository is no obstacle, and stays as it is", async () => {
    mkdirSync(at("paper/.git"), { recursive: true });
    writeFileSync(at("paper/.git/HEAD"), "ref: refs/heads/main");
    expect(await init("paper", "--yes")).toMatchObject({ code: 0 });
    expect(read("paper/.git/HEAD")).toBe("ref: refs/heads/main");
    // The same as where there was nothing.
    expect(await init("other/paper", "--yes")).toMatchObject({ code: 0 });
    const { ".git/HEAD": _, ...made } = await bytesOf(at("paper"));
    const { "package.json": _ours, ...same } = made;
    expect(await bytesOf(at("other/paper"))).toMatchObject(same);
  });

  test("a site whose content would be wrong is not made at all, and leaves nothing behind", async () => {
    const { code, err } = await init("papers/new/paper", "--yes", "--sections", "News, news");
    expect(code).toBe(1);
    expect(err).toContain("content/settings.yaml:");
    expect(readdirSync(place)).toEqual([]);
  });

  test("when the disk refuses a file, nothing is left of the others", async () => {
    const files = { ...newSite(at("paper"), ANSWERS, ENGINE, NOW), "README.md/inside": "" };
    await expect(makeSite(at("paper"), files)).rejects.toThrow();
    mkdirSync(at("empty"));
    await expect(makeSite(at("empty"), files)).rejects.toThrow();
    expect(await filesIn(place)).toEqual([]);
    expect(existsSync(at("paper"))).toBe(false);
  });
});

describe("what is proposed", () => {
  const MACHINE = { locale: "zh-CN", timeZone: "Asia/Shanghai" };
  test("follows the folder's name, the machine's language and its time zone", () => {
    const proposed = QUESTIONS.map((question) => [question, proposalFor(question, {}, "x/the-daily-bridge", MACHINE)]);
    expect(Object.fromEntries(proposed)).toMatchObject({
      title: "The Daily Bridge",
      language: "zh-Hans",
      url: "https://the-daily-bridge.example",
      timeZone: "Asia/Shanghai",
      sections: "新闻, 观点",
    });
    expect(proposalFor("language", {}, "x", { locale: "fr-FR", timeZone: "UTC" })).toBe("en");
  });

  test("is right for any folder", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (folder) => {
        for (const question of QUESTIONS) {
          const proposal = proposalFor(question, {}, `x/${folder}`, MACHINE);
          expect(faultIn(question, proposal), `${question}: ${proposal}`).toBeUndefined();
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe("package.json says where the engine comes from", () => {
  const manifest: Manifest = { ...readManifest(), name: "dateline-press", version: "0.3.1" };
  const installed = (resolved?: string) => {
    const list = { packages: { "node_modules/dateline": resolved === undefined ? {} : { resolved } } };
    mkdirSync(at("npx/node_modules/dateline"), { recursive: true });
    writeFileSync(at("npx/node_modules/.package-lock.json"), JSON.stringify(list));
    return engineFor(at("paper"), manifest, new URL(`file://${place}/npx/node_modules/dateline/`));
  };

  test("from the registry it is the newest that fits, under one name whatever the registry calls it", () => {
    const expected = { spec: "npm:dateline-press@^0.3.1", isOnlyHere: false };
    expect(installed("https://registry.npmjs.org/dateline-press/-/dateline-press-0.3.1.tgz")).toEqual(expected);
    expect(installed()).toEqual(expected);
  });

  test("from a file, a folder or a repository it is that", () => {
    expect(installed("file:../dateline.tgz")).toEqual({ spec: "file:../dateline.tgz", isOnlyHere: true });
    const git = "git+ssh://git@git.example/press/dateline.git#0a1b2c";
    expect(installed(git)).toEqual({ spec: git, isOnlyHere: false });
    const checkout = engineFor(at("paper"), manifest, new URL(`file://${place}/work/dateline/`));
    expect(checkout).toEqual({ spec: "file:../work/dateline", isOnlyHere: true });
  });

  test("and says so, when only this machine has it", async () => {
    expect((await init("paper", "--yes")).err).toMatch(/takes the engine from file:.*, which only this machine has/);
    expect((await init("other", "--yes", "--engine", "npm:dateline-press@^0.1.0")).err).toBe("");
    expect(JSON.parse(read("other/package.json")).dependencies).toEqual({ dateline: "npm:dateline-press@^0.1.0" });
  });
});
