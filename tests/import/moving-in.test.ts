import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { importSite } from "../../src/import/import.ts";
import { keepPromise } from "../../src/import/report.ts";
import { moveIn, optionsIn } from "./moved-in.ts";
import type { WxrItem } from "./wxr.ts";

const ANN = { login: "ann", name: "Ann Example" };
const POST: WxrItem = { id: 1, slug: "bridge", title: "Bridge", content: "<p>It is open.</p>" };

describe("nothing is published by accident", () => {
  test("drafts, what waits, private and locked texts are drafts with a note; what was thrown away is only listed", async () => {
    const items = [
      { ...POST, id: 1, slug: "draft", status: "draft" },
      { ...POST, id: 2, slug: "pending", status: "pending" },
      { ...POST, id: 3, slug: "private", status: "private" },
      { ...POST, id: 4, slug: "locked", password: "secret" },
      { ...POST, id: 5, slug: "thrown", status: "trash" },
      { ...POST, id: 6, slug: "intranet", status: "private", type: "page" },
      { ...POST, id: 7, slug: "odd", status: "some-plugin" },
      { ...POST, id: 8, slug: "menu", type: "nav_menu_item" },
      { ...POST, id: 9, slug: "about", type: "page" },
      { ...POST, id: 10, slug: "bridge" },
    ];
    const old = await moveIn({ authors: [ANN], items });
    expect(old.tally).toMatchObject({ items: 10, stories: 1, drafts: 6, pages: 1, listed: 2 });
    for (const [slug, why] of [
      ["draft", "This was a draft"],
      ["pending", "This was a draft"],
      ["private", "This was private"],
      ["locked", "This was behind a password"],
      ["intranet", "It was a page there"],
      ["odd", "This was a draft"],
    ]) {
      const file = await old.file(`articles/2020/04/${slug}.md`);
      expect(file).toContain("\ndraft: true\n");
      expect(file).toContain(why);
    }
    const told = await old.report();
    expect(told).toContain("a story in the trash: Bridge.");
    expect(told).toContain("an entry of a menu: Bridge.");
    expect(JSON.stringify(await Promise.all((await old.files()).map((path) => old.file(path))))).not.toMatch(
      /secret|@old\.example/,
    );
    expect(await old.problems()).toBe("");
  });

  test("a scheduled story keeps its hour; one whose hour has passed since the export is a draft", async () => {
    // It is noon of the first of June 2026 (UTC).
    const items = [
      { ...POST, id: 1, slug: "later", status: "future", dateGmt: "2026-06-01 12:30:00" },
      { ...POST, id: 2, slug: "missed", status: "future", dateGmt: "2026-06-01 11:30:00" },
    ];
    const old = await moveIn({ authors: [ANN], items });
    expect(await old.file("articles/2026/06/later.md")).toContain("\ndate: 2026-06-01T13:30\n");
    expect(await old.file("articles/2026/06/later.md")).not.toContain("draft");
    const missed = await old.file("articles/2026/06/missed.md");
    expect(missed).toContain("\ndraft: true\n");
    expect(missed).toContain("for a time that has passed since the export was made");
  });

  test("an export of which an item is lost on the way is never said to be imported", () => {
    const tally = { items: 3, stories: 1, drafts: 1, pages: 0, listed: 0 };
    const rest = {
      unchanged: 0,
      updated: 0,
      edited: 0,
      authors: 0,
      sections: 0,
      tags: 0,
      pictures: 0,
      comments: 0,
      uploads: 0,
    };
    expect(() => keepPromise({ ...tally, ...rest })).toThrow("3 items, and 2 are accounted for");
  });
});

describe("names", () => {
  test("several authors of a story are all of its byline, guests with their biographies too", async () => {
    const guest = {
      id: 7,
      type: "guest-author",
      slug: "cap-li-wei",
      title: "Li Wei",
      meta: {
        "cap-display_name": "Li Wei 李伟",
        "cap-user_login": "li-wei",
        "cap-website": "https://li.example",
        "cap-description": "Writes <b>tides</b>.",
      },
    };
    const terms = [
      ["author", "cap-ann", "ann"],
      ["author", "cap-li-wei", "li-wei"],
    ] as const;
    const old = await moveIn({ authors: [ANN], items: [{ ...POST, terms }, guest] });
    expect(await old.file("articles/2020/04/bridge.md")).toContain("author:\n  - ann-example\n  - li-wei-李伟\n");
    const author = await old.file("authors/li-wei-李伟.md");
    expect(author).toContain("name: Li Wei 李伟\n");
    expect(author).toContain("url: https://li.example/");
    expect(author).toContain("Writes **tides**.");
    expect(author).toContain("formerly:\n  - /author/li-wei/");
    expect(await old.problems()).toBe("");
  });

  test("large categories are sections, small ones and tags are tags, and registries keep their comments", async () => {
    const terms = [
      ["category", "news", "News"],
      ["category", "rare", "Rare & odd"],
      ["post_tag", "huawei", "Huawei"],
      ["post_tag", "tides", "Tides"],
      ["place", "dover", "Dover"],
    ] as const;
    const items = [
      { ...POST, terms },
      ...Array.from({ length: 60 }, (_, index) => ({
        ...POST,
        id: index + 2,
        slug: `s-${index}`,
        terms: [["category", "sport", "Sport"]] as const,
      })),
      { ...POST, id: 99, slug: "none", terms: [["category", "uncategorized", "Uncategorized"]] as const },
    ];
    const files = { "tags.yaml": "# Our topics.\n- slug: huawei\n  name: Huawei\n  aliases: [华为]\n" };
    const old = await moveIn({ authors: [ANN], items }, { files });
    expect(await old.file("articles/2020/04/bridge.md")).toContain(
      "section: news\ntags:\n  - rare\n  - huawei\n  - tides\n  - dover\n",
    );
    expect(await old.file("articles/2020/04/s-0.md")).toContain("section: sport\n");
    expect(await old.file("articles/2020/04/none.md")).toContain("section: news\n");
    const settings = await old.file("settings.yaml");
    expect(settings).toContain(
      "  - slug: sport\n    name: Sport\n    description: Sport\n    formerly:\n      - /category/sport/\n",
    );
    const tags = await old.file("tags.yaml");
    expect(tags).toContain("# Our topics.\n- slug: huawei\n  name: Huawei\n");
    expect(tags).toContain("- slug: rare\n  name: Rare & odd\n");
    expect(await old.report()).toContain('The section "Sport" has its name for a description');
    expect(await old.problems()).toBe("");
  });

  test("topics of one name are one, and a section that is also a topic has a name of its own there", async () => {
    const many = Array.from({ length: 30 }, (_, index) => ({
      ...POST,
      id: index + 10,
      slug: `s-${index}`,
      terms: [
        ["category", "sport", "Sport"],
        ["category", "news", "News"],
      ] as const,
    }));
    const terms = [
      ["category", "sea", "Tides"],
      ["post_tag", "tides-2", "Tides"],
      ["post_tag", "sport-2", "Sport"],
    ] as const;
    const more = Array.from({ length: 40 }, (_, index) => ({ ...POST, id: index + 100, slug: `m-${index}` }));
    const old = await moveIn({ authors: [ANN], items: [{ ...POST, terms }, ...many, ...more] });
    expect(await old.file("articles/2020/04/bridge.md")).toContain("tags:\n  - sea\n  - sport-2\n");
    expect(await old.file("articles/2020/04/s-0.md")).toMatch(
      /section: (?:news\ntags:\n {2}- sport|sport\ntags:\n {2}- news)\n/,
    );
    expect(await old.problems()).toBe("");
  });

  test("nothing is imported before a person has read the map, and what they write there is done", async () => {
    const items = [
      {
        ...POST,
        terms: [
          ["category", "politics", "Politics"],
          ["post_tag", "x", "X"],
        ] as const,
      },
    ];
    const { folder } = await moveIn({ authors: [ANN], items: [] });
    await rm(join(folder, "import-map.yaml"));
    const { wxr } = await import("./wxr.ts");
    await writeFile(join(folder, "export.xml"), wxr({ authors: [ANN], items }));
    const waits = await importSite(optionsIn(folder, { goOn: () => Promise.resolve(false) }));
    expect(waits).toMatchObject({ kind: "proposed", proposed: { sections: 1, tags: 1, authors: 1 } });
    const map = await readFile(join(folder, "import-map.yaml"), "utf8");
    const mended = map
      .replace("to: section", "to: tag")
      .replace(/section: politics/, "section: news")
      .replace("slug: ann-example", "slug: ann");
    await writeFile(join(folder, "import-map.yaml"), mended);
    const done = await importSite(optionsIn(folder));
    expect(done.kind).toBe("imported");
    const story = await readFile(join(folder, "content/articles/2020/04/bridge.md"), "utf8");
    expect(story).toContain("author: ann\n");
    expect(story).toContain("section: news\ntags:\n  - politics\n  - x\n");
    await writeFile(join(folder, "import-map.yaml"), mended.replace("to: tag", "to: tags"));
    await expect(importSite(optionsIn(folder))).rejects.toThrow('"terms.to" is "tags"');
  });
});

describe("addresses", () => {
  test("old ones lead to the story, links between stories lead to files, and names that are taken get a number", async () => {
    const items = [
      { ...POST, id: 1, link: "https://old.example/2020/04/17/bridge/", meta: { _wp_old_slug: "brigde" } },
      {
        ...POST,
        id: 2,
        slug: "bridge",
        link: "https://old.example/2020/04/18/bridge/",
        content:
          '<a href="http://www.old.example/2020/04/17/bridge/?utm=1#x">that</a> <a href="https://old.example/?p=3">page</a> <a href="https://old.example/category/news/">news</a> <a href="https://old.example/lost/">lost</a> <a href="javascript:alert(1)">run</a> <a href="mailto:desk@old.example">write</a>',
        terms: [["category", "news", "News"]] as const,
      },
      { ...POST, id: 3, type: "page", slug: "tags", link: "https://old.example/tags/" },
    ];
    const old = await moveIn({ authors: [ANN], items });
    const first = await old.file("articles/2020/04/bridge.md");
    expect(first).toContain("formerly:\n  - /2020/04/17/bridge/\n  - /2020/04/17/brigde/\n");
    const second = await old.file("articles/2020/04/bridge-2.md");
    expect(second).toContain(
      "[that](bridge.md) [page](../../../pages/tags-2.md) [news](/sections/news/) [lost](https://old.example/lost/) run [write](mailto:desk@old.example)",
    );
    const told = (await old.report()).replaceAll("\\", "");
    expect(told).toContain('The name "bridge" is taken there, so that this is articles/2020/04/bridge-2.md.');
    expect(told).toContain("A link leads to https://old.example/lost/, of which the export has no text.");
    expect(told).toContain("A link used javascript:, which links here cannot");
    expect(told).toContain("3 old addresses cannot lead on, such as /?p=1");
    expect(told).toContain("/tags/ does not lead on to pages/tags-2.md");
    expect(await old.problems()).toBe("");
  });

  test("whatever a slug is, its file stays in its folder", async () => {
    const slugs = [
      "../../../../etc/passwd",
      "",
      "..",
      "%e5%8d%8e%e4%b8%ba",
      "con",
      "a".repeat(400),
      "<script>",
      "a/b\\c",
      "\u202egnp",
    ];
    const old = await moveIn({
      authors: [ANN],
      items: slugs.map((slug, index) => ({ ...POST, id: index + 1, slug, title: "T" })),
    });
    const stories = (await old.files()).filter((path) => path.startsWith("articles/"));
    expect(stories).toHaveLength(slugs.length);
    expect(
      stories.every((path) => /^articles\/2020\/04\/[\p{L}\p{N}-]+\.md$/u.test(path)),
      stories.join(),
    ).toBe(true);
    expect(stories).toContain("articles/2020/04/华为.md");
    expect(await old.problems()).toBe("");
  });
});

describe("readers' replies", () => {
  test("come with their name, hour and words, and with nothing by which a reader could be reached", async () => {
    const reply = (id: string, content: string, more: Record<string, string> = {}) => ({
      id,
      author: "Bo <b>Reader</b>",
      author_email: "bo@readers.example",
      author_url: "https://bo.example",
      author_IP: "203.0.113.9",
      date: "2020-04-18 09:00:00",
      date_gmt: "2020-04-18 08:00:00",
      content,
      approved: "1",
      type: "comment",
      parent: "0",
      ...more,
    });
    const comments = [
      reply("11", "First <em>words</em>.\n\nSecond."),
      reply("12", "An answer: write to bo@readers.example", { parent: "11" }),
      reply("13", "Deeper", { parent: "12" }),
      reply("14", "Spam", { approved: "spam" }),
      reply("15", "Waiting", { approved: "0" }),
      reply("16", "Pinged", { type: "pingback" }),
    ];
    const old = await moveIn({ authors: [ANN], items: [{ ...POST, comments }] });
    const at = "comments/2020/04/bridge";
    expect((await old.files()).filter((path) => path.startsWith("comments/"))).toEqual([
      `${at}/11.yaml`,
      `${at}/12.yaml`,
      `${at}/13.yaml`,
    ]);
    expect(await old.file(`${at}/11.yaml`)).toBe(
      "name: Bo Reader\ndate: 2020-04-18T09:00\ntext: |-\n  First _words_.\n\n  Second.\n",
    );
    expect(await old.file(`${at}/13.yaml`)).toContain('replyTo: "11"\n');
    const all = await Promise.all((await old.files()).map((path) => old.file(path)));
    expect(all.join()).not.toMatch(/readers\.example|203\.0|bo\.example/);
    const told = await old.report();
    expect(told).toContain("Replies that were not approved were left out: 2.");
    expect(told).toContain("1 pingback was left out.");
    expect(told).toContain("The reply 12 held an address or a number of a person: it was taken out.");
    expect(old.tally.comments).toBe(3);
    expect(await old.problems()).toBe("");
  });
});

describe("a second run", () => {
  const items = [
    POST,
    { ...POST, id: 2, slug: "ferry", title: "Ferry" },
    { ...POST, id: 3, slug: "quay", title: "Quay" },
  ];

  test("writes nothing anew, brings up to date what nobody has touched, and leaves alone what somebody has", async () => {
    const old = await moveIn({ authors: [ANN], items });
    const before = await old.report();
    const same = await old.again();
    expect(same.tally).toMatchObject({ items: 3, stories: 3, unchanged: 3, updated: 0, edited: 0 });
    expect(await same.report()).toBe(before);
    await writeFile(
      join(old.folder, "content/articles/2020/04/bridge.md"),
      `${await old.file("articles/2020/04/bridge.md")}Edited.\n`,
    );
    await rm(join(old.folder, "content/articles/2020/04/quay.md"));
    const newer = { authors: [ANN], items: items.map((item) => ({ ...item, content: "<p>It is closed.</p>" })) };
    const later = await old.again(newer);
    expect(later.tally).toMatchObject({ stories: 3, updated: 1, edited: 2 });
    expect(await later.file("articles/2020/04/bridge.md")).toContain("It is open.\nEdited.\n");
    expect(await later.file("articles/2020/04/ferry.md")).toContain("It is closed.");
    expect(await later.files()).not.toContain("articles/2020/04/quay.md");
    expect(await later.report()).toMatch(/bridge\.md` Somebody has edited it since/);
    expect(await later.report()).toMatch(/quay\.md` Somebody has taken it out/);
  });

  test("a file that was there before the import is never written over", async () => {
    const mine = "---\ntitle: Mine\nsummary: Mine.\nauthor: ann-example\ndate: 2020-04-01\nsection: news\n---\nMine.\n";
    const old = await moveIn({ authors: [ANN], items }, { files: { "articles/2020/04/bridge.md": mine } });
    expect(await old.file("articles/2020/04/bridge.md")).toBe(mine);
    expect(await old.file("articles/2020/04/bridge-2.md")).toContain("It is open.");
  });

  test("after one that was stopped anywhere gives what one run would have", async () => {
    const whole = await moveIn({ authors: [ANN], items });
    const expected = await contentOf(whole);
    for (const after of [0, 1, 2]) {
      const started = await moveIn({ authors: [ANN], items: [] });
      const stop = new AbortController();
      let writes = 0;
      const { wxr } = await import("./wxr.ts");
      await writeFile(join(started.folder, "export.xml"), wxr({ authors: [ANN], items }));
      await rm(join(started.folder, "import-map.yaml"));
      const signal = Object.assign(stop.signal, {});
      const stopped = importSite(
        optionsIn(started.folder, {
          stop: new Proxy(signal, {
            get: (target, key) => {
              if (key === "throwIfAborted")
                return () => {
                  if (writes++ === 3 + after) throw new Error("stopped");
                };
              return Reflect.get(target, key);
            },
          }),
        }),
      );
      await expect(stopped).rejects.toThrow("stopped");
      const resumed = await started.again({ authors: [ANN], items });
      expect(await contentOf(resumed), `after ${after}`).toEqual(expected);
      expect(await resumed.report()).toBe(
        await whole.report().then((text) => text.replaceAll(whole.folder, resumed.folder)),
      );
    }
  });
});

async function contentOf(moved: Awaited<ReturnType<typeof moveIn>>): Promise<Record<string, string>> {
  const files = await moved.files();
  return Object.fromEntries(await Promise.all(files.map(async (path) => [path, await moved.file(path)] as const)));
}
