import { describe, expect, test } from "vitest";
import { readGhost } from "../../src/import/ghost/read.ts";
import { exportOf, POST, readExport, readPost, whatIsSaid } from "./ghost-export.ts";

describe("a post of Ghost's", () => {
  test("comes with its headline, address, dates, text and summary", async () => {
    const text = await readPost({ custom_excerpt: "A month early.", updated_at: "2020-04-18 09:30:00" });
    expect(text).toMatchObject({
      kind: "story",
      id: "p1",
      title: "First cars cross the new bridge",
      slug: "bridge-opens",
      urls: ["/bridge-opens/"],
      status: "published",
      date: "2020-04-17T10:00:00.000Z",
      updated: "2020-04-18T09:30:00.000Z",
      summary: "A month early.",
      body: { format: "html", text: "<p>The first lorry crossed.</p>" },
    });
  });

  test("is a page when Ghost says so, in the way of today and in that of its first years", async () => {
    expect((await readPost({ type: "page" })).kind).toBe("page");
    expect((await readPost({ type: undefined, page: 1 })).kind).toBe("page");
  });

  test("stood at a dated address where the settings say so, by the site's own calendar", async () => {
    const settings = [
      { key: "permalinks", value: "/:year/:month/:day/:slug/" },
      { key: "timezone", value: "Asia/Shanghai" },
    ];
    const text = await readPost({ published_at: "2020-04-17T20:00:00.000Z" }, { settings });
    expect(text.urls).toEqual(["/2020/04/18/bridge-opens/"]);
  });

  test.each(["members", "paid", "tiers", "filter", "label:vip", ""])(
    "for %j readers only is never public",
    async (whom) => {
      for (const status of ["published", "scheduled", "sent"]) {
        const { status: here } = await readPost({ visibility: whom, status });
        expect(here).toBe(whom === "" ? ({ sent: "draft" }[status] ?? status) : "password");
      }
    },
  );

  test("that was only sent by e-mail is a draft, and says so", async () => {
    const sent = await readPost({ status: "sent" });
    expect(sent.status).toBe("draft");
    expect(whatIsSaid(sent)).toEqual(["It was sent by e-mail and never stood on the site."]);
    const marked = await readPost({}, { posts_meta: [{ post_id: "p1", email_only: 1 }] });
    expect(marked.status).toBe("draft");
  });

  test("that is a draft or waits for its time does so here", async () => {
    expect((await readPost({ status: "draft" })).status).toBe("draft");
    expect((await readPost({ status: "scheduled" })).status).toBe("scheduled");
    expect((await readPost({ status: "of a Ghost to come" })).status).toBe("private");
  });

  test("keeps its authors and tags in their order, wherever in the export they stand", async () => {
    const tables = {
      posts_authors: [
        { post_id: "p1", author_id: "u2", sort_order: 1 },
        { post_id: "p1", author_id: "u1", sort_order: 0 },
      ],
      posts_tags: [
        { post_id: "p1", tag_id: "t2", sort_order: 1 },
        { post_id: "p1", tag_id: "t1", sort_order: 0 },
        { post_id: "p1", tag_id: "t3", sort_order: 2 },
      ],
      tags: [
        { id: "t1", name: "Huawei", slug: "huawei" },
        { id: "t2", name: "5G", slug: "5g" },
        { id: "t3", name: "#newsletter", slug: "hash-newsletter", visibility: "internal" },
      ],
      users: [
        { id: "u1", name: "Ann Example", slug: "ann" },
        { id: "u2", name: "Bo Li", slug: "bo" },
      ],
    };
    for (const content of [
      { posts: [POST], ...tables },
      { ...tables, posts: [POST] },
    ]) {
      const { texts, site, others } = await readExport(exportOf(content));
      expect(texts[0]).toMatchObject({ authors: ["u1", "u2"], terms: ["t1", "t2"] });
      expect(site.terms.map(({ name, urls }) => [name, ...urls])).toEqual([
        ["Huawei", "/tag/huawei/"],
        ["5G", "/tag/5g/"],
      ]);
      expect(site.authors.map(({ name, urls }) => [name, ...urls])).toEqual([
        ["Ann Example", "/author/ann/"],
        ["Bo Li", "/author/bo/"],
      ]);
      expect(others).toMatchObject([{ what: "an internal tag", title: "#newsletter" }]);
    }
  });

  test("says what of it was left out: code, other titles, where it first stood", async () => {
    const said = whatIsSaid(
      await readPost({
        codeinjection_head: "<script>alert(1)</script>",
        canonical_url: "https://first.example/",
        meta_title: "Bridge!",
      }),
    );
    expect(said).toHaveLength(3);
    expect(said.join("\n")).toMatch(/Bridge![\s\S]*https:\/\/first\.example[\s\S]*alert\(1\)/);
  });

  test("has its main picture with alternative text, and the caption's words", async () => {
    const text = await readPost(
      { feature_image: "__GHOST_URL__/content/images/2020/04/bridge.jpg" },
      {
        posts_meta: [
          {
            post_id: "p1",
            feature_image_alt: "A lorry",
            feature_image_caption: 'Photo: <a href="https://a.example">Ann &amp; Bo</a>',
          },
        ],
      },
    );
    expect(text.picture).toEqual({
      src: "/content/images/2020/04/bridge.jpg",
      alt: "A lorry",
      caption: "Photo: Ann & Bo",
    });
    expect(whatIsSaid(text).join()).toContain("https://a.example");
  });

  test("has the site's address where Ghost has a placeholder", async () => {
    const post = { ...POST, html: '<a href="__GHOST_URL__/other/">Other</a>' };
    const { texts, site } = await readExport(exportOf({ posts: [post] }), "https://old.example/");
    expect(texts[0]?.body.text).toBe('<a href="https://old.example/other/">Other</a>');
    expect(site.url).toBe("https://old.example/");
  });
});

describe("an export of Ghost's", () => {
  test("may be of any age: with db around it, without, or as bare tables", async () => {
    for (const content of [{ db: [{ data: { posts: [POST] } }] }, { data: { posts: [POST] } }, { posts: [POST] }]) {
      expect((await readExport(JSON.stringify(content))).texts).toHaveLength(1);
    }
    const { texts } = await readExport(
      `\ufeff${JSON.stringify({ data: { posts: [{ id: 7, title: "Old", markdown: "# A *b*" }] } }, null, 2)}`,
    );
    expect(texts[0]).toMatchObject({ id: "7", status: "private", body: { text: "<h1>A <em>b</em></h1>\n" } });
    expect(texts[0]?.place.at).toMatchObject({ line: 4, column: 7 });
  });

  test("gives up nobody's e-mail address, password or subscription", async () => {
    const users = [
      { id: "u1", name: "ann@secret.example", slug: "ann", email: "ann@secret.example", password: "$2a$10$x" },
    ];
    const read = await readExport(
      exportOf({
        posts: [{ ...POST, author_id: "u1" }],
        users,
        members: [{ email: "reader@secret.example" }, { email: "b@secret.example" }],
        newsletters: [{ sender_email: "desk@secret.example" }],
        settings: [{ key: "stripe_secret_key", value: "sk_secret" }],
      }),
    );
    expect(JSON.stringify([read.site, read.items])).not.toMatch(/secret|\$2a/);
    expect(read.site.authors[0]?.name).toBe("ann");
    expect(read.others.map(({ what, title }) => `${title}: ${what}`)).toEqual([
      "members: a table of the export with 2 rows, not taken over",
      "newsletters: a table of the export with 1 row, not taken over",
    ]);
  });

  test("that is read twice says the same twice", async () => {
    const { site, items } = await readExport(exportOf({ posts: [POST] }));
    expect(items).toHaveLength(1);
    expect(site.terms).toEqual([]);
  });

  test("loses no row: one that is no post is listed", async () => {
    const { items, others } = await readExport(
      exportOf({ posts: [POST, { title: "No id" }, null, "x", { ...POST, id: {} }] }),
    );
    expect(items).toHaveLength(5);
    expect(new Set(others.map(({ what }) => what))).toEqual(new Set(["a post that is not as Ghost writes it"]));
    expect(new Set(others.map(({ id }) => id)).size).toBe(4);
  });
});

describe("an export that is broken", () => {
  const whole = exportOf({ posts: [POST], tags: [] });

  test.each([
    [
      "half written",
      whole.slice(0, 200),
      /breaks off with 6 brackets open, in db\/0\/data\/posts\/0, .*byte 200, line 1, column 201/,
    ],
    ["empty", "", /empty/],
    ["XML", "<?xml?>", /There is "<" where a value should be: byte 0, line 1, column 1/],
    ["JSON of something else", '{"items":[{"posts":[]}]}', /no export of Ghost's with posts/],
    [
      "damaged in a post",
      whole.replace('"status":', '"status"'),
      /mistake in db\/0\/data\/posts\/0: byte \d+, line 1, column \d+/,
    ],
    ["not closed by its own bracket", '{"posts":[{"a":1]}', /"\]" that closes nothing/],
    ["nested without end", `{"posts":[${'{"a":['.repeat(5000)}`, /nested too deep/],
  ])("because it is %s is refused, with the place", async (_how, content, what) => {
    await expect(readExport(content)).rejects.toThrow(what);
  });

  test("because it is not there, or a folder, is refused", async () => {
    const read = (path: string) => readGhost({ path, now: 0, progress: () => {} });
    await expect(read("/nowhere/export.json")).rejects.toThrow("There is no such file.");
    await expect(read("/")).rejects.toThrow("This is no file.");
  });

  test("in its encoding is refused, with the place", async () => {
    const bytes = Buffer.from(whole.replace("lorry", "l\u0001rry"), "utf8");
    bytes[bytes.indexOf(1)] = 0xff;
    await expect(readExport(bytes)).rejects.toThrow(/not UTF-8, in db\/0\/data\/posts\/0/);
    await expect(readExport(Buffer.from(`\ufeff${whole}`, "utf16le"))).rejects.toThrow(/UTF-16/);
  });

  test("wherever it is cut off writes nothing", async () => {
    for (let end = 1; end < whole.length; end += 7) {
      await expect(readExport(whole.slice(0, end))).rejects.toThrow(/no whole JSON file|no export/);
    }
  });
});

describe("a hostile export", () => {
  test("cannot reach into objects with keys of theirs", async () => {
    const content = exportOf({ posts: [POST] }).replace(
      '"title"',
      '"__proto__":{"canonical_url":"https://evil.example","polluted":true},"constructor":{"prototype":{"x":1}},"title"',
    );
    const { texts } = await readExport(content.replace('"db"', '"__proto__":{"posts":[]},"db"'));
    expect(texts).toHaveLength(1);
    expect(JSON.stringify(texts)).not.toContain("evil");
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  test("with a hundred thousand tags is read in its time", async () => {
    const tags = Array.from({ length: 100_000 }, (_, index) => ({ id: `t${index}`, name: `Tag ${index}` }));
    const posts_tags = tags.map(({ id }) => ({ post_id: "p1", tag_id: id }));
    const { site, texts } = await readExport(exportOf({ posts: [POST], tags, posts_tags }));
    expect(site.terms).toHaveLength(100_000);
    expect(texts[0]?.terms).toHaveLength(100_000);
  });

  test("gives slugs and titles as they stand, and no path of them", async () => {
    const text = await readPost({ slug: "../../etc/passwd", title: "<script>alert(1)</script>" });
    expect(text.urls).toEqual(["/..%2F..%2Fetc%2Fpasswd/"]);
    expect(text.title).toBe("<script>alert(1)</script>");
  });
});
