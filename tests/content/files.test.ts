import { execFileSync } from "node:child_process";
import { mkdir, rename, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { reportCollisions } from "../../src/content/file-names.ts";
import { readContent } from "../../src/content/read.ts";
import { type Problem, printProblems } from "../../src/problems.ts";
import { onDisk, printed, read, report, STORY, story } from "./newspaper-on-disk.ts";

const reportOnFolder = async (content: string) => printed(await readContent(content, "content"));

describe("what stands in content/", () => {
  test("is stories, people, pages, images and two registries; anything else is a problem", async () => {
    expect(
      await report({
        "notes.txt": "",
        "settings.yml": "",
        "articles/bridge.md": story(),
        "articles/2026/13/bridge.md": story(),
        "articles/2026/1/bridge.md": story(),
        "articles/2026/11/more/bridge.md": story(),
        "articles/2026/11/video.mp4": "",
        "authors/more/ann.md": "",
        ".hidden": "",
      }),
    ).toMatchInlineSnapshot(`
      "content/.hidden
        No file of this name can stand here. Stories are articles/YYYY/MM/slug.md, people authors/slug.md, pages pages/slug.md; images (avif, gif, jpg, png, svg, webp) and figures (csv) lie beside them; replies are comments/YYYY/MM/slug/id.yaml; settings.yaml, tags.yaml, series.yaml, front.yaml, addresses.json and a logo (svg) stand at the top.
      content/articles/2026/1/bridge.md
        No file of this name can stand here. Stories are articles/YYYY/MM/slug.md, people authors/slug.md, pages pages/slug.md; images (avif, gif, jpg, png, svg, webp) and figures (csv) lie beside them; replies are comments/YYYY/MM/slug/id.yaml; settings.yaml, tags.yaml, series.yaml, front.yaml, addresses.json and a logo (svg) stand at the top.
      content/articles/2026/11/more/bridge.md
        No file of this name can stand here. Stories are articles/YYYY/MM/slug.md, people authors/slug.md, pages pages/slug.md; images (avif, gif, jpg, png, svg, webp) and figures (csv) lie beside them; replies are comments/YYYY/MM/slug/id.yaml; settings.yaml, tags.yaml, series.yaml, front.yaml, addresses.json and a logo (svg) stand at the top.
      content/articles/2026/11/video.mp4
        No file of this name can stand here. Stories are articles/YYYY/MM/slug.md, people authors/slug.md, pages pages/slug.md; images (avif, gif, jpg, png, svg, webp) and figures (csv) lie beside them; replies are comments/YYYY/MM/slug/id.yaml; settings.yaml, tags.yaml, series.yaml, front.yaml, addresses.json and a logo (svg) stand at the top.
      content/articles/2026/13/bridge.md
        No file of this name can stand here. Stories are articles/YYYY/MM/slug.md, people authors/slug.md, pages pages/slug.md; images (avif, gif, jpg, png, svg, webp) and figures (csv) lie beside them; replies are comments/YYYY/MM/slug/id.yaml; settings.yaml, tags.yaml, series.yaml, front.yaml, addresses.json and a logo (svg) stand at the top.
      content/articles/bridge.md
        No file of this name can stand here. Stories are articles/YYYY/MM/slug.md, people authors/slug.md, pages pages/slug.md; images (avif, gif, jpg, png, svg, webp) and figures (csv) lie beside them; replies are comments/YYYY/MM/slug/id.yaml; settings.yaml, tags.yaml, series.yaml, front.yaml, addresses.json and a logo (svg) stand at the top.
      content/authors/more/ann.md
        No file of this name can stand here. Stories are articles/YYYY/MM/slug.md, people authors/slug.md, pages pages/slug.md; images (avif, gif, jpg, png, svg, webp) and figures (csv) lie beside them; replies are comments/YYYY/MM/slug/id.yaml; settings.yaml, tags.yaml, series.yaml, front.yaml, addresses.json and a logo (svg) stand at the top.
      content/notes.txt
        No file of this name can stand here. Stories are articles/YYYY/MM/slug.md, people authors/slug.md, pages pages/slug.md; images (avif, gif, jpg, png, svg, webp) and figures (csv) lie beside them; replies are comments/YYYY/MM/slug/id.yaml; settings.yaml, tags.yaml, series.yaml, front.yaml, addresses.json and a logo (svg) stand at the top.
      content/settings.yml
        No file of this name can stand here. Stories are articles/YYYY/MM/slug.md, people authors/slug.md, pages pages/slug.md; images (avif, gif, jpg, png, svg, webp) and figures (csv) lie beside them; replies are comments/YYYY/MM/slug/id.yaml; settings.yaml, tags.yaml, series.yaml, front.yaml, addresses.json and a logo (svg) stand at the top.
      9 problems in 3 files. Nothing was published.
      "
    `);
  });

  test("is never run: code that Eleventy would run is a problem", async () => {
    const bomb = "throw new Error('Content was run')";
    const paths = [
      "articles/2026/11/index.11ty.js",
      "articles/2026/11/bridge-opens.11tydata.js",
      "articles/articles.11tydata.cjs",
      "_data/x.js",
      "_includes/x.njk",
      "eleventy.config.js",
      "articles/2026/11/bridge-opens.njk",
      "articles/articles.json",
    ];
    const { problems } = await read({ [STORY]: story(), ...Object.fromEntries(paths.map((path) => [path, bomb])) });
    expect(problems.map(({ file }) => file).sort()).toEqual(paths.map((path) => `content/${path}`).sort());
    for (const { what } of problems) expect(what).toBe("No file of this name can stand here.");
  });

  test("may have an ending in capitals, as cameras write it, only after a rename", async () => {
    expect(await report({ "articles/2026/11/IMG_1.JPG": "" })).toMatchInlineSnapshot(`
      "content/articles/2026/11/IMG_1.JPG
        No file of this name can stand here. Rename it to articles/2026/11/img_1.jpg.
      1 problem in 3 files. Nothing was published.
      "
    `);
  });

  test("is without what operating systems and editors leave behind", async () => {
    const litter = [
      ".DS_Store",
      "Thumbs.db",
      "desktop.ini",
      "articles/2026/11/._a.md",
      "pages/.a.md.swp",
      "pages/a.md~",
    ];
    expect(await report(Object.fromEntries(litter.map((path) => [path, ""])))).toBe("");
  });

  test("is not there at all", async () => {
    expect(await reportOnFolder(join(await onDisk({}), "nowhere"))).toMatchInlineSnapshot(`
      "content
        There is no content folder here. Run the command in the folder of the site, or name the folder with --content.
      1 problem in 0 files. Nothing was published.
      "
    `);
    expect(await reportOnFolder(join(await onDisk({}), "settings.yaml"))).toContain("There is no content folder here.");
  });

  test("has settings", async () => {
    const content = await onDisk({});
    await rename(join(content, "settings.yaml"), join(content, "..", "settings.yaml"));
    expect(await reportOnFolder(content)).toMatchInlineSnapshot(`
      "content/settings.yaml
        There is no settings.yaml. Add it; the README shows what it holds.
      1 problem in 2 files. Nothing was published.
      "
    `);
  });
});

describe("a link in the file system is a problem", () => {
  test("to a file, to a folder and to nothing", async () => {
    const content = await onDisk({});
    await writeFile(join(content, "..", "secret.md"), story());
    await mkdir(join(content, "..", "secrets"));
    await writeFile(join(content, "..", "secrets", "more.md"), story());
    await mkdir(join(content, "articles", "2026", "11"), { recursive: true });
    await symlink(join(content, "..", "secret.md"), join(content, STORY));
    await symlink(join(content, "..", "secrets"), join(content, "articles", "2026", "12"));
    await symlink("/nowhere", join(content, "pages"));
    expect(await reportOnFolder(content)).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md
        This is a symbolic link. Put the file itself here: a link could publish a file from outside the content folder.
      content/articles/2026/12
        This is a symbolic link. Put the file itself here: a link could publish a file from outside the content folder.
      content/pages
        This is a symbolic link. Put the file itself here: a link could publish a file from outside the content folder.
      3 problems in 3 files. Nothing was published.
      "
    `);
  });

  test.skipIf(process.platform === "win32")("a pipe is a problem, and is not waited for", async () => {
    const content = await onDisk({});
    execFileSync("mkfifo", [join(content, "authors", "pipe.md")]);
    expect(await reportOnFolder(content)).toMatchInlineSnapshot(`
      "content/authors/pipe.md
        This is not a file. Remove it.
      1 problem in 3 files. Nothing was published.
      "
    `);
  });
});

describe("a file's name", () => {
  test.each(["bridge", "华为", "5g", "c-plus-plus", "caf\u00e9", "cafe\u0301", "page", "москва"])(
    "can be %s",
    async (name) => {
      expect(await report({ [`articles/2026/11/${name}.md`]: story() })).toBe("");
    },
  );

  test("that cannot stand in a URL is a problem that says what could", async () => {
    expect(
      await report(
        Object.fromEntries(
          ["Bridge", "a b", "c++", "_", "-a", "a--b", "50%", "a.b"].map((name) => [
            `articles/2026/11/${name}.md`,
            story(),
          ]),
        ),
      ),
    ).toMatchInlineSnapshot(`
      "content/articles/2026/11/-a.md
        The name "-a.md" cannot stand in a URL as it is. Rename the file to a.md.
      content/articles/2026/11/50%.md
        The name "50%.md" cannot stand in a URL as it is. Rename the file to 50.md.
      content/articles/2026/11/Bridge.md
        The name "Bridge.md" cannot stand in a URL as it is. Rename the file to bridge.md.
      content/articles/2026/11/_.md
        The name "_.md" cannot stand in a URL as it is. Rename it with letters, digits and hyphens.
      content/articles/2026/11/a b.md
        The name "a b.md" cannot stand in a URL as it is. Rename the file to a-b.md.
      content/articles/2026/11/a--b.md
        The name "a--b.md" cannot stand in a URL as it is. Rename the file to a-b.md.
      content/articles/2026/11/a.b.md
        The name "a.b.md" cannot stand in a URL as it is. Rename the file to a-b.md.
      content/articles/2026/11/c++.md
        The name "c++.md" cannot stand in a URL as it is. Rename the file to c-plus-plus.md.
      8 problems in 11 files. Nothing was published.
      "
    `);
  });

  test.skipIf(process.platform === "win32")("that moves the cursor is printed as pictures", async () => {
    expect(await report({ "articles/2026/11/a\nb\u001b[2J.md": story() })).toMatchInlineSnapshot(`
      "content/articles/2026/11/a␊b␛[2J.md
        The name "a␊b␛[2J.md" cannot stand in a URL as it is. Rename the file to a-b-2j.md.
      1 problem in 4 files. Nothing was published.
      "
    `);
  });

  test.skipIf(process.platform !== "linux")("that is not UTF-8 is a problem, for a file and a folder", async () => {
    const content = await onDisk({});
    const broken = (name: string) =>
      Buffer.concat([Buffer.from(`${content}/authors/`), Buffer.from([0xff]), Buffer.from(name)]);
    await writeFile(broken(".md"), "");
    await mkdir(broken(""));
    expect(await reportOnFolder(content)).toMatchInlineSnapshot(`
      "content/authors/�
        This name is not UTF-8. Rename it with letters, digits and hyphens.
      content/authors/�.md
        This name is not UTF-8. Rename it with letters, digits and hyphens.
      2 problems in 3 files. Nothing was published.
      "
    `);
  });

  test("that another file has in capitals, or with its accent encoded otherwise, is a problem that names both", () => {
    // Not on disk, because a Mac's file system would take each pair for one file.
    const paths = [
      "pages/caf\u00e9.md",
      "pages/cafe\u0301.md",
      "authors/strasse.md",
      "authors/STRASSE.md",
      "pages/a.md",
    ];
    const problems: Problem[] = [];
    reportCollisions(
      paths.map((path) => ({ path, shownAs: `content/${path}` })),
      (problem) => problems.push(problem),
    );
    expect(printProblems(problems, paths.length, "text")).toMatchInlineSnapshot(`
      "content/authors/STRASSE.md
        This has the same address as content/authors/strasse.md: the names differ only in case or in the form of an accent. Rename one of them.
      content/pages/café.md
        This has the same address as content/pages/café.md: the names differ only in case or in the form of an accent. Rename one of them.
      2 problems in 5 files. Nothing was published.
      "
    `);
  });

  test.skipIf(process.platform !== "linux")("that differs from another in case is found on disk", async () => {
    expect(await report({ [STORY]: story(), "articles/2026/11/BRIDGE-OPENS.md": story() })).toContain(
      "has the same address as content/articles/2026/11/BRIDGE-OPENS.md",
    );
  });

  test("of a static page cannot be one that the site needs", async () => {
    expect(await report({ "pages/tags.md": "---\ntitle: A\n---\n" })).toMatchInlineSnapshot(`
      "content/pages/tags.md
        /tags/ is taken: the site has something of its own there. Give the file another name.
      1 problem in 4 files. Nothing was published.
      "
    `);
    for (const name of ["latest", "authors", "sections", "search", "images", "assets", "pagefind", "404", "2020"]) {
      expect(await report({ [`pages/${name}.md`]: "---\ntitle: A\n---\n" })).toContain(`/${name}/ is taken`);
    }
  });
});
