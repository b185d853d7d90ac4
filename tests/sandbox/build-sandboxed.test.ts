import { access, appendFile, mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { build } from "../../src/site/build.ts";
import { buildSandboxed } from "../../src/site/sandbox/build-sandboxed.ts";
import { INDEX, OUTCOME, PICTURES, takeOver } from "../../src/site/sandbox/handover.ts";
import { offered } from "../../src/site/sandbox/set-apart.ts";
import { Stages } from "../../src/site/stages.ts";
import { NOW } from "../pages/newspaper.ts";
import { datelineIn } from "../site/dateline-in.ts";
import { BROKEN_STORY, bytesOf, save, siteFolder } from "../site/site-folder.ts";

const stages = new Stages(() => 0);
const apart = offered();

/** A site folder that is removed with the test. */
async function site(): Promise<string> {
  const folder = await siteFolder("tiny");
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

const sandboxed = (folder: string) =>
  buildSandboxed(
    {
      content: join(folder, "content"),
      output: join(folder, "_site"),
      now: NOW,
      unpublished: "none",
      indexed: false,
      search: true,
      apart,
    },
    stages,
  );

const apartFromMark = (bytes: Record<string, string>) => Object.entries(bytes).filter(([file]) => file !== ".dateline");

describe("a sandboxed build", () => {
  test("makes the site that an ordinary one would, byte for byte, and leaves it while the content has problems", async () => {
    const folder = await site();
    const content = join(folder, "content");
    expect(await sandboxed(folder)).toMatchObject({ problems: [], published: { stories: 2 } });
    const made = await bytesOf(join(folder, "_site"));
    // Nothing is kept for another build, whose content may be somebody else's.
    expect(Object.keys(await bytesOf(folder)).filter((file) => !/^(?:content|_site)\//.test(file))).toEqual([]);
    const [output, work] = [join(folder, "ordinary"), join(folder, ".dateline")];
    await build({ content, output, work, now: NOW, unpublished: "none", indexed: false });
    expect(Object.keys(made).length).toBeGreaterThan(60);
    expect(apartFromMark(made)).toEqual(apartFromMark(await bytesOf(output)));

    await save(join(content, "articles/2026/05/bridge-closes.md"), BROKEN_STORY);
    await writeFile(join(content, "articles/2026/04/cut.png"), "\x89PNG\r\n\x1a\n and no more");
    const { published, problems } = await sandboxed(folder);
    expect(published).toBeUndefined();
    expect(problems.map(({ what }) => what).sort()).toEqual([
      'Missing field "summary".',
      "This is not an image that can be read.",
      'Unknown field "sumary".',
    ]);
    expect(await bytesOf(join(folder, "_site"))).toEqual(made);
  });

  test("is stopped by the gate as an ordinary one is, and says the same", async () => {
    const folder = await site();
    const content = join(folder, "content");
    await appendFile(join(content, "settings.yaml"), "pageWeight: 5\n");
    const { published, problems } = await sandboxed(folder);
    const output = join(folder, "_site");
    const work = join(folder, ".dateline");
    const ordinary = await build({ content, output, work, now: NOW, unpublished: "none", indexed: false });
    expect(published).toBeUndefined();
    expect(problems.length).toBeGreaterThan(0);
    expect(problems).toEqual(ordinary.problems);
    await expect(access(output)).rejects.toThrow("ENOENT");
  });

  test.each([
    ["a story", "articles/2026/05/passwords.md", "/etc/passwd"],
    ["an image", "articles/2026/05/passwords.png", "/etc/passwd"],
    ["a folder", "articles/2026/07", "/etc"],
    ["what editors leave behind", "articles/2026/05/.#lock", "/etc/passwd"],
    ["a hidden file", ".hidden", "/etc"],
    ["nothing", "pages/nothing.md", "nowhere"],
  ])("opens nothing when %s is a link", async (_, path, target) => {
    const folder = await site();
    await mkdir(join(folder, "content", path, ".."), { recursive: true });
    await symlink(target, join(folder, "content", path));
    const { published, problems, filesRead } = await sandboxed(folder);
    expect({ published, filesRead }).toEqual({ published: undefined, filesRead: 0 });
    expect(problems).toMatchObject([{ file: expect.stringMatching(`${path}$`), what: /^This is a symbolic link/ }]);
  });

  test("opens nothing when the content itself is a link", async () => {
    const folder = await site();
    await symlink("/etc", join(folder, "link"));
    const options = { content: join(folder, "link"), output: join(folder, "_site"), now: NOW, search: true, apart };
    const { problems } = await buildSandboxed({ ...options, unpublished: "none", indexed: false }, stages);
    expect(problems).toHaveLength(1);
  });
});

test("content that would run code is refused, file by file, and none of it has run", async () => {
  const folder = await site();
  const planted = join(folder, "planted");
  const run = `require("node:fs").writeFileSync(${JSON.stringify(planted)}, "")`;
  const story = (title: string) => `---
title: ${title}
summary: It was too early.
author: ann
date: 2026-05-20T09:00
section: news
---
{{ constructor.constructor("return process")() }} {% include "/etc/passwd" %}
`;
  const hostile: Record<string, string> = {
    "articles/2026/05/js.md": `---js\n{ title: (${run}, "x") }\n---\nText.\n`,
    "articles/2026/05/javascript.md": `---javascript\nmodule.exports = ${run}\n---\nText.\n`,
    "articles/2026/05/function.md": story(`!!js/function "function () { ${run} }"`),
    "articles/2026/05/proto.md": story("Bridge\n__proto__: { title: Tower }"),
    "articles/2026/05/engine.md": story("Bridge\ntemplateEngineOverride: 11ty.js"),
    "articles/2026/05/permalink.md": story("Bridge\npermalink: ../../../planted"),
    "articles/2026/05/05.11tydata.js": run,
    "_data/planted.js": run,
    "eleventy.config.js": run,
    "pages/page.njk": "{{ 1 }}",
    "pages/page.11ty.js": run,
  };
  for (const [path, text] of Object.entries(hostile)) await save(join(folder, "content", path), text);
  const { problems, published } = await sandboxed(folder);
  expect(published).toBeUndefined();
  const refused = problems.map(({ file }) => file.replace(/^.*?content\//, ""));
  expect(Object.keys(hostile).filter((path) => !refused.includes(path))).toEqual([]);
  await expect(access(planted)).rejects.toThrow("ENOENT");
});

test("a site's own parts are used, which are nobody's who only writes", async () => {
  const folder = await site();
  const part = `import { Time as Ours } from "dateline/layouts/parts/Time.tsx";
export const Time = (props: Parameters<typeof Ours>[0]) => <b class="our-own"><Ours {...props} /></b>;
`;
  await save(join(folder, "layouts/parts/Time.tsx"), part);
  const { status, said } = datelineIn(folder, "build:sandboxed", "--no-search", "--now", "2026-06-01");
  expect({ status, said }).toMatchObject({ status: 0, said: expect.stringContaining("Built 2 stories") });
  expect(await readFile(join(folder, "_site/index.html"), "utf8")).toContain('<b class="our-own">');
});

describe("a step that was taken over", () => {
  const given = async (value: unknown) => {
    const folder = await site();
    await writeFile(join(folder, "said.json"), JSON.stringify(value));
    return join(folder, "said.json");
  };
  const image = { file: "a.jpg", name: "a", hash: "0123456789", width: 10, height: 10, format: "jpg" };
  const variant = { url: "/images/a-0123456789/10.avif", image, format: "avif", width: 10, height: 10 };
  const pictures = (changed: object) => ({ paper: "#fdfcf9", variants: [{ ...variant, ...changed }], cards: [] });

  test("has pictures made of what it may", async () => {
    expect(await takeOver(await given(pictures({})), PICTURES)).toEqual(pictures({}));
  });

  test.each([
    ["an image outside of the content", { image: { ...image, file: "../../.ssh/id_ed25519" } }],
    ["an image at an absolute path", { image: { ...image, file: "/etc/passwd" } }],
    ["a picture outside of the site", { url: "/images/../../../x.avif" }],
    ["a picture outside of the site, encoded", { url: "/images/%2E%2E/%2E%2E/x.avif" }],
    ["a picture with another's slash", { url: "/images/%2F..%2Fx.avif" }],
    ["a picture of another host", { url: "//elsewhere/x.avif" }],
    ["a picture of many pixels", { width: 1e9 }],
    ["another format", { format: "magick" }],
    ["anything more", { more: true }],
  ])("does not get %s", async (_, changed) => {
    await expect(takeOver(await given(pictures(changed)), PICTURES)).rejects.toThrow();
  });

  test.each([
    ["an index outside of the search", INDEX, { folder: "../", withShared: true, records: [] }],
    ["problems that are none", OUTCOME, { problems: [{ severity: "fatal" }], filesRead: 1 }],
    ["indexes without end", OUTCOME, { problems: [], filesRead: 1, printed: { stories: 1, pages: 1, indexes: 1e9 } }],
  ])("does not get %s", async (_, schema, value) => {
    await expect(takeOver(await given(value), schema)).rejects.toThrow();
  });
});
