import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readContent } from "../../src/content/read.ts";
import { importSite } from "../../src/import/import.ts";
import { printProblems } from "../../src/problems.ts";
import { onDisk } from "../content/newspaper-on-disk.ts";
import { png } from "../content/pictures.ts";
import { NOW } from "../pages/newspaper.ts";
import "../property-seed.ts";
import { exportOf, lexical, POST } from "./ghost-export.ts";
import { type Tree, writeTree } from "./old-folder.ts";

/** Imports what stands in `old/` beside a small newspaper, and says what has come of it. */
async function moveIn(format: "ghost" | "markdown", old: Tree, given: { media?: string; url?: string } = {}) {
  const content = await onDisk({});
  const folder = dirname(content);
  writeTree(join(folder, "old"), old);
  const result = await importSite({
    format,
    path: join(folder, format === "ghost" ? "old/export.json" : "old"),
    content,
    url: given.url,
    media: given.media && join(folder, given.media),
    map: join(folder, "import-map.yaml"),
    report: join(folder, "import-report.md"),
    work: join(folder, ".dateline"),
    now: NOW,
    stop: new AbortController().signal,
    goOn: () => Promise.resolve(true),
    progress: () => {},
  });
  if (result.kind !== "imported") throw new Error("The map waits for a person");
  const { problems, filesRead } = await readContent(content, "content");
  const errors = problems.filter(({ severity }) => severity === "error");
  return {
    ...result,
    errors: errors.length === 0 ? "" : printProblems(errors, filesRead, "text"),
    file: (path: string) => readFileSync(join(content, path), "utf8"),
    report: readFileSync(join(folder, "import-report.md"), "utf8"),
    all: () =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((one) => one.isFile() && !one.parentPath.startsWith(join(folder, "old")))
        .map((one) => `${one.name}\n${readFileSync(join(one.parentPath, one.name), "latin1")}`)
        .join("\n"),
  };
}

test("a site of Ghost's moves in whole, and what is not for everybody stays out of sight", async () => {
  const users = [
    { id: "u1", name: "Bo Li", slug: "bo", email: "bo@secret.example", bio: "Bo writes.", password: "$2a$secret" },
  ];
  const moved = await moveIn(
    "ghost",
    {
      "export.json": exportOf({
        posts: [
          {
            ...POST,
            ...lexical(
              {
                type: "paragraph",
                children: [
                  { type: "text", text: "The first lorry. " },
                  { type: "link", url: "__GHOST_URL__/open-ferry/", children: [{ type: "text", text: "Ferry" }] },
                ],
              },
              {
                type: "image",
                src: "__GHOST_URL__/content/images/size/w600/2020/04/b.png",
                alt: "A lorry",
                caption: "At dawn",
              },
              { type: "callout", calloutText: "Mind this.", calloutEmoji: "💡" },
              { type: "toggle", heading: "Why?", content: "<p>Because.</p>" },
              { type: "embed", url: "https://www.youtube.com/watch?v=dQw4w9WgXcQ" },
              { type: "signup", header: "Join" },
            ),
            feature_image: "__GHOST_URL__/content/images/2020/04/b.png",
          },
          {
            ...POST,
            id: "p2",
            slug: "ferry",
            title: "<script>alert(1)</script>",
            visibility: "paid",
            html: "<p>For payers.</p>",
          },
          { ...POST, id: "p3", slug: "../../../escape", title: "Sent", status: "sent" },
          { ...POST, id: "p5", slug: "open-ferry", title: "Open ferry" },
          { ...POST, id: "p4", slug: "about-us", title: "About us", type: "page" },
        ],
        posts_authors: [{ post_id: "p1", author_id: "u1" }],
        posts_meta: [{ post_id: "p1", feature_image_alt: "A lorry at dawn" }],
        posts_tags: [{ post_id: "p1", tag_id: "t1" }],
        tags: [{ id: "t1", name: "Bridges", slug: "bridges" }],
        users,
        members: [{ email: "reader@secret.example" }],
      }),
      "content/images/2020/04/b.png": png(40, 30),
    },
    { media: "old/content", url: "https://old.example" },
  );
  expect(moved.errors).toBe("");
  expect(moved.tally).toMatchObject({ items: 6, stories: 2, drafts: 2, pages: 1, listed: 1, pictures: 1 });
  const story = moved.file("articles/2020/04/bridge-opens.md");
  expect(story).toMatch(
    /author: bo-li\n[\s\S]*image:\n {2}src: b\.png\n {2}alt: A lorry at dawn\n[\s\S]*- \/bridge-opens\//,
  );
  expect(story).toContain("[Ferry](open-ferry.md)");
  expect(story).toContain('![A lorry](b.png "At dawn")');
  expect(story).toContain("https://www.youtube.com/watch?v=dQw4w9WgXcQ");
  for (const words of ["Mind this.", "Why?", "Because."]) expect(story).toContain(words);
  expect(moved.file("articles/2020/04/ferry.md")).toMatch(/draft: true/);
  expect(moved.file("articles/2020/04/escape.md")).toMatch(/draft: true/);
  expect(moved.report).toMatch(/sign up for the newsletter[\s\S]*members/);
  expect(moved.all()).not.toMatch(/secret/);
});

test("a folder of Markdown moves in whole, with its pictures and links", async () => {
  const moved = await moveIn("markdown", {
    "hugo.toml": 'baseURL = "https://old.example/"\ntitle = "Old"\n',
    "content/posts/bridge/index.md": `+++
title = "Bridge: opens"
date = 2020-04-17T10:00:00Z
author = "Bo Li <bo@secret.example>"
tags = ["Bridges"]
aliases = ["/2020/bridge.html"]
image = "/img/b.png"
imageAlt = "A lorry"
+++
# Intro

[Tram](../tram.md) and ![A map](map.png "The road").

| a | b |
|---|---|
| 1 | 2 |

- [ ] task
- <b>raw</b> <script>alert(1)</script>

{{< notice >}}Mind *this*{{< /notice >}} and a note[^1].

[^1]: The note.
`,
    "content/posts/bridge/map.png": png(40, 30),
    "static/img/b.png": png(80, 60),
    "content/posts/ferry.md":
      '---\ntitle: Ferry\ndate: 2020-04-18\ndraft: true\n---\nSee [Bridge]({{< ref "bridge" >}}).\n',
    "content/posts/tram.md": '---\ntitle: Tram\ndate: 2020-04-19\n---\nSee [Bridge]({{< ref "bridge" >}}).\n',
    "content/posts/broken.md": "---\ntitle: [\n---\n",
  });
  expect(moved.errors).toBe("");
  expect(moved.tally).toMatchObject({ items: 4, stories: 2, drafts: 1, listed: 1, pictures: 2 });
  const story = moved.file("articles/2020/04/bridge.md");
  expect(story).toMatch(
    /author: bo-li\n[\s\S]*src: b\.png\n {2}alt: A lorry\n[\s\S]*- \/posts\/bridge\/\n {2}- \/2020\/bridge\.html/,
  );
  expect(story).toContain("## Intro");
  expect(story).toContain("[Tram](tram.md)");
  expect(story).toContain('![A map](map.png "The road")');
  expect(story).toContain("| 1 | 2 |");
  expect(story).toContain("[^1]: The note.");
  expect(story).toContain("Mind _this_");
  expect(moved.file("articles/2020/04/tram.md")).toContain("[Bridge](bridge.md)");
  expect(moved.report).toMatch(/broken\.md:3[`\s\S]*short code|short code[\s\S]*broken\.md:3/);
  expect(moved.all()).not.toContain("secret");
});

test("every word of any Markdown is there afterwards, or named in the report", async () => {
  const word = fc.stringMatching(/^[a-z]{4,9}$/);
  const inline = fc.oneof(
    word,
    word.map((one) => `**${one}**`),
    word.map((one) => `_${one}_`),
    word.map((one) => `\`${one}\``),
    fc.tuple(word, word).map(([one, other]) => `[${one}](https://a.example/${other})`),
    word.map((one) => `{% ${one} %}`),
    word.map((one) => `{{ ${one} }}`),
    word.map((one) => `{{< ${one} >}}`),
    word.map((one) => `<span>${one}</span>`),
    word.map((one) => `$$${one}$$`),
    word.map((one) => `[[${one}]]`),
    word.map((one) => `~~${one}~~`),
  );
  const line = fc.array(inline, { minLength: 1, maxLength: 4 }).map((all) => all.join(" "));
  const block = fc.oneof(
    line,
    line.map((one) => `# ${one}`),
    line.map((one) => `- ${one}\n  - ${one}`),
    line.map((one) => `> ${one}`),
    word.map((one) => `\`\`\`\n${one}\n\`\`\``),
    fc.tuple(word, word).map(([one, other]) => `| ${one} | b |\n|---|---|\n| ${other} | c |`),
    line.map((one) => `<div class="x">\n\n${one}\n\n</div>`),
    line.map((one) => `${one}\n{: .x}`),
  );
  const bodies = fc.sample(
    fc.array(block, { minLength: 1, maxLength: 8 }).map((all) => all.join("\n\n")),
    60,
  );
  const systems = ["_config.yml", "hugo.toml", "eleventy.config.js"];
  for (const [number, settings] of systems.entries()) {
    const own = bodies.filter((_body, index) => index % systems.length === number);
    const folder = settings === "hugo.toml" ? "content/posts" : "posts";
    const files = own.map((body, index) => [
      `${folder}/${index}-story.md`,
      `---\ntitle: T\ndate: 2020-04-17\n---\n${body}\n`,
    ]);
    const moved = await moveIn("markdown", { [settings]: "", ...Object.fromEntries(files) });
    expect(moved.errors).toBe("");
    for (const [index, body] of own.entries()) {
      const made = moved.file(`articles/2020/04/${index}-story.md`) + moved.report;
      for (const [one] of body.replace(/https:\S+?(?=\))/g, "").matchAll(/[a-z]{4,}/g)) {
        if (!["span", "class"].includes(one)) expect(made, body).toContain(one);
      }
    }
  }
});
