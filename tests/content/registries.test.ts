import { describe, expect, test } from "vitest";
import { read, report, STORY, story, USUAL } from "./newspaper-on-disk.ts";

/** The usual settings with one line in another form, or with more at the end. */
const settings = (line: RegExp, instead: string) => String(USUAL["settings.yaml"]).replace(line, instead);
const reportOnSettings = (line: RegExp, instead: string) => report({ "settings.yaml": settings(line, instead) });
const more = (text: string) => report({ "settings.yaml": `${USUAL["settings.yaml"]}${text}\n` });

describe("the publisher's policies", () => {
  const withPolicies = (policies: string) =>
    report({
      "settings.yaml": settings(/name: Example Press/, `name: Example Press\n  policies: { ${policies} }`),
      "pages/our-corrections.md": "---\ntitle: Corrections\n---\nWe correct.\n",
    });

  test("are static pages that are there", async () => {
    expect(await withPolicies("corrections: our-corrections")).toBe("");
    expect(await withPolicies("corrections: our-corections")).toMatchInlineSnapshot(`
      "content/settings.yaml:9:28
        There is no static page "our-corections". Did you mean "our-corrections"?
          9 │   policies: { corrections: our-corections }
            │                            ^^^^^^^^^^^^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
  });

  test("are those that search engines know", async () => {
    expect(await withPolicies("correctons: our-corrections")).toMatchInlineSnapshot(`
      "content/settings.yaml:9:15
        Unknown field "correctons". Did you mean "corrections"?
          9 │   policies: { correctons: our-corrections }
            │               ^^^^^^^^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
  });
});

describe("settings", () => {
  test("say for how many stories a picture is drawn", async () => {
    const { newsroom } = await read({ "settings.yaml": `${USUAL["settings.yaml"]}socialCards: 0\n` });
    expect(newsroom?.settings.socialCards).toBe(0);
    expect(await more("socialCards: many")).toContain('"socialCards" is "many". Write a whole number from 0 to 9999.');
  });

  test("that are left out have their defaults", async () => {
    const { newsroom } = await read({});
    expect(newsroom?.settings).toMatchObject({
      url: "https://courier.example",
      pageSize: 20,
      previewDrafts: false,
      navigation: [{ name: "News", to: "/sections/news/" }],
    });
  });

  test.each(["title", "tagline", "url", "description", "language", "timeZone", "publisher", "sections"])(
    "miss %s",
    async (field) => {
      const lines = settings(new RegExp(`^${field}:.*(\n .*)*\n`, "m"), "");
      expect(await report({ "settings.yaml": lines })).toContain(`Missing field "${field}". Add `);
    },
  );

  test("are asked for with an example", async () => {
    expect(await report({ "settings.yaml": "" })).toMatchInlineSnapshot(`
      "content/settings.yaml:1:1
        Missing field "title". Add it, such as "title: The Example Courier".
          1 │ 
            │ ^
      content/settings.yaml:1:1
        Missing field "tagline". Add it, such as "tagline: News of bridges".
          1 │ 
            │ ^
      content/settings.yaml:1:1
        Missing field "url". Add it, such as "url: https://courier.example".
          1 │ 
            │ ^
      content/settings.yaml:1:1
        Missing field "description". Add it, such as "description: News of bridges, and of what crosses them.".
          1 │ 
            │ ^
      content/settings.yaml:1:1
        Missing field "language". Add it, such as "language: en-GB".
          1 │ 
            │ ^
      content/settings.yaml:1:1
        Missing field "timeZone". Add it, such as "timeZone: Europe/London".
          1 │ 
            │ ^
      content/settings.yaml:1:1
        Missing field "publisher". Add "publisher:" with its fields below it.
          1 │ 
            │ ^
      content/settings.yaml:1:1
        Missing field "sections". Add "sections:" with its fields below it.
          1 │ 
            │ ^
      8 problems in 3 files. Nothing was published.
      "
    `);
  });

  test("have a web address that is a host", async () => {
    expect(await reportOnSettings(/https:.*/, "https://courier.example/")).toBe("");
    expect(await reportOnSettings(/https:.*/, "courier.example")).toMatchInlineSnapshot(`
      "content/settings.yaml:3:6
        "url" is not a web address ("courier.example"). Write it whole, from https:// on.
          3 │ url: courier.example
            │      ^^^^^^^^^^^^^^^
      1 problem in 3 files. Nothing was published.
      "
    `);
    expect(await reportOnSettings(/https:.*/, "https://courier.example/news")).toMatchInlineSnapshot(`
      "content/settings.yaml:3:6
        "url" is more than a host. A site stands at the root of its host: write https://courier.example.
          3 │ url: https://courier.example/news
            │      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      1 problem in 3 files. Nothing was published.
      "
    `);
    expect(await reportOnSettings(/https:.*/, "https://ann:pw@courier.example")).toContain("is more than a host");
    expect(await reportOnSettings(/https:.*/, "javascript:alert(1)")).toContain("is not a web address");
  });

  test("in a language that the interface does not speak are warned of, and published all the same", async () => {
    const swedish = { "settings.yaml": settings(/en-GB/, "sv") };
    expect(await report(swedish)).toContain('Warning: The interface has no words in "sv" yet; they will be English.');
    expect((await read(swedish)).newsroom?.settings.language).toBe("sv");
  });

  test("have a language in which dates can be printed", async () => {
    expect(await reportOnSettings(/en-GB/, "zh-Hans")).toBe("");
    expect(await reportOnSettings(/en-GB/, "english")).toMatchInlineSnapshot(`
      "content/settings.yaml:5:11
        "language" is not a language ("english"). Write a BCP 47 tag such as en-GB or zh-Hans.
          5 │ language: english
            │           ^^^^^^^
      1 problem in 3 files. Nothing was published.
      "
    `);
    for (const wrong of ["en_GB", "xx-", "tlh"])
      expect(await reportOnSettings(/en-GB/, wrong)).toContain("is not a language");
  });

  test("have a zone by its name and not its abbreviation", async () => {
    expect(await reportOnSettings(/Europe.London/, "BST")).toMatchInlineSnapshot(`
      "content/settings.yaml:6:11
        "timeZone" is not a time zone ("BST"). Write an IANA name, such as Europe/London.
          6 │ timeZone: BST
            │           ^^^
      1 problem in 3 files. Nothing was published.
      "
    `);
    for (const wrong of ["London", "+01:00", "Europe/Londn"]) {
      expect(await reportOnSettings(/Europe.London/, wrong)).toContain("is not a time zone");
    }
  });

  test("have a page size from 1 to 999", async () => {
    expect(await more("pageSize: 8")).toBe("");
    expect(await more("pageSize: many")).toMatchInlineSnapshot(`
      "content/settings.yaml:13:11
        "pageSize" is "many". Write a whole number from 1 to 999.
         13 │ pageSize: many
            │           ^^^^
      1 problem in 3 files. Nothing was published.
      "
    `);
    for (const wrong of ["0", "1000", "-1", "1e2", "1.5"])
      expect(await more(`pageSize: ${wrong}`)).toContain('"pageSize" is');
  });

  test("have sections with slugs of their own", async () => {
    expect(await reportOnSettings(/slug: news/, "slug: News")).toMatchInlineSnapshot(`
      "content/settings.yaml:10:11
        "News" cannot stand in a URL as it is. Write "news".
         10 │   - slug: News
            │           ^^^^
      1 problem in 3 files. Nothing was published.
      "
    `);
    expect(await more("  - { slug: news, name: More, description: More. }")).toMatchInlineSnapshot(`
      "content/settings.yaml:13:13
        The slug "news" is taken. Choose another.
         13 │   - { slug: news, name: More, description: More. }
            │             ^^^^
      1 problem in 3 files. Nothing was published.
      "
    `);
    expect(await reportOnSettings(/sections:(.|\n)*/, "sections: []")).toMatchInlineSnapshot(`
      "content/settings.yaml:9:11
        "sections" is empty. Write at least one entry.
          9 │ sections: []
            │           ^^
      1 problem in 3 files. Nothing was published.
      "
    `);
  });

  test("have a menu that leads somewhere", async () => {
    expect(await more("navigation: [{ name: A, to: /tags/ }, { name: B, to: 'https://x.example/a%2Fb' }]")).toBe("");
    expect(await more("navigation: [{ name: A, to: /section/news/ }]")).toMatchInlineSnapshot(`
      "content/settings.yaml:13:29
        Nothing stands at /section/news/ on this site. Did you mean "/sections/news/"?
         13 │ navigation: [{ name: A, to: /section/news/ }]
            │                             ^^^^^^^^^^^^^^
      1 problem in 3 files. Nothing was published.
      "
    `);
    for (const wrong of ["javascript:alert(1)", "//x.example", "https:x.example", "/%ff/", "about"]) {
      expect(await more(`navigation: [{ name: A, to: "${wrong}" }]`)).toContain("Nothing stands at");
    }
  });

  test("may lead to a page that has a problem of its own", async () => {
    const files = {
      "settings.yaml": `${USUAL["settings.yaml"]}navigation: [{ name: A, to: /about/ }]\n`,
      "pages/about.md": "---\ntitle: About\n---\n<b>\n",
    };
    expect(await report(files)).toContain("1 problem in");
  });

  test("keep visited stories for offline reading unless they say not to", async () => {
    expect((await read({})).newsroom?.settings.offlineReading).toBe(true);
    const off = { "settings.yaml": `${USUAL["settings.yaml"]}offlineReading: false\n` };
    expect((await read(off)).newsroom?.settings.offlineReading).toBe(false);
    expect(await more("offlineReading: no")).toContain('"offlineReading" must be true or false.');
  });

  test("name the hosts whose posts and videos stories may show, or say that links stay links", async () => {
    const embedsOf = async (text: string) =>
      (await read({ "settings.yaml": `${USUAL["settings.yaml"]}${text}\n` })).newsroom?.settings.embeds;
    expect(await embedsOf("")).toEqual([]);
    expect(await embedsOf("embeds: [Social.Example, bücher.example]")).toEqual([
      "social.example",
      "xn--bcher-kva.example",
    ]);
    expect(await embedsOf("embeds: false")).toBe(false);
    for (const wrong of ["https://social.example", "social.example:8080", "a@b.example", "localhost", "127.0.0.1"]) {
      expect(await more(`embeds: ["${wrong}"]`)).toContain(`An entry of "embeds" is not a host ("${wrong}").`);
    }
    expect(await more("embeds: true")).toContain('"embeds" is not a host ("true").');
    expect(await more("embeds: social.example")).toContain('"embeds" must be a list. Write it like [social.example].');
  });

  test("bind the host to https, and its subdomains only when they say so", async () => {
    expect((await read({})).newsroom?.settings.secureTransport).toBe("host");
    const all = { "settings.yaml": `${USUAL["settings.yaml"]}secureTransport: preload\n` };
    expect((await read(all)).newsroom?.settings.secureTransport).toBe("preload");
    expect(await more("secureTransport: domain")).toContain(
      '"secureTransport" is "domain". Write host, subdomains or preload.',
    );
  });

  test("name a hub over https, ask for an llms.txt, and keep programs out of the texts, as they say", async () => {
    const settingsWith = async (text: string) =>
      (await read({ "settings.yaml": `${USUAL["settings.yaml"]}${text}\n` })).newsroom?.settings;
    expect(await settingsWith("")).toMatchObject({
      distribution: { hub: undefined, llmsTxt: false },
      crawlers: { aiTraining: true, aiAnswers: true },
    });
    const said = "distribution: { hub: https://hub.example/, llmsTxt: true }\ncrawlers: { aiTraining: false }";
    expect(await settingsWith(said)).toMatchObject({
      distribution: { hub: "https://hub.example/", llmsTxt: true },
      crawlers: { aiTraining: false, aiAnswers: true },
    });
    expect(await more("distribution: { hub: 'http://hub.example/' }")).toContain(
      "Write an address that starts with https://.",
    );
    expect(await more("distribution: { indexNow: 3f8e2a7c5d914b60 }")).toBe("");
    expect(await more("distribution: { indexNow: 0123456789 }")).toBe("");
    for (const wrong of ["3f8e2a7", "3f8e_2a7c5d914b60", "x".repeat(129)]) {
      const said = await more(`distribution: { indexNow: ${wrong} }`);
      expect(said).toContain(`"distribution.indexNow" is not a key of IndexNow ("${wrong}")`);
      expect(said).toContain("Write 8 to 128 letters from A to Z, digits and hyphens.");
    }
    expect(await more("distribution: { llmsTxt: on }")).toContain('"distribution.llmsTxt" must be true or false.');
    expect(await more("crawlers: { ai: false }")).toContain('Unknown field "ai".');
    expect(await more("crawlers: { aiAnswers: disallow }")).toContain('"crawlers.aiAnswers" must be true or false.');
  });

  test("name a newsletter's form by where it is sent and its field", async () => {
    const newsletter = "newsletter: { action: https://letters.example/in, field: EMAIL, name: The Friday Bridge }\n";
    const { newsroom } = await read({ "settings.yaml": `${USUAL["settings.yaml"]}${newsletter}` });
    expect(newsroom?.settings.newsletter).toEqual({
      action: "https://letters.example/in",
      field: "EMAIL",
      name: "The Friday Bridge",
    });
    expect(await more("newsletter: { action: 'http://letters.example/in', fields: email }")).toMatchInlineSnapshot(`
      "content/settings.yaml:13:13
        Missing field "newsletter.field". Add it, such as "field: email".
         13 │ newsletter: { action: 'http://letters.example/in', fields: email }
            │             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      content/settings.yaml:13:23
        "newsletter.action" is not safe on its way ("http://letters.example/in"). Write an address that starts with https://.
         13 │ newsletter: { action: 'http://letters.example/in', fields: email }
            │                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^
      content/settings.yaml:13:52
        Unknown field "fields". Did you mean "field"?
         13 │ newsletter: { action: 'http://letters.example/in', fields: email }
            │                                                    ^^^^^^
      3 problems in 3 files. Nothing was published.
      "
    `);
    expect(await more("newsletter: https://letters.example/in")).toContain("Its fields are: action, field, name.");
  });

  test("name a script that counts visits, with its data and where it sends them", async () => {
    const analyticsIn = async (text: string) =>
      (await read({ "settings.yaml": `${USUAL["settings.yaml"]}${text}\n` })).newsroom?.settings.analytics;
    expect(await analyticsIn("pageSize: 20")).toBeUndefined();
    expect(await analyticsIn("analytics: { script: https://plausible.example/js/script.js }")).toEqual({
      script: "https://plausible.example/js/script.js",
      data: {},
      sendsTo: "https://plausible.example",
    });
    expect(
      await analyticsIn(
        "analytics: { script: https://gc.example/count.js, data: { goatcounter: 'https://me.goat.example/count' }, sendsTo: https://me.goat.example/count }",
      ),
    ).toMatchObject({ data: { goatcounter: "https://me.goat.example/count" }, sendsTo: "https://me.goat.example" });
    expect(await more("analytics: { data: { data-Domain: x } }")).toMatchInlineSnapshot(`
      "content/settings.yaml:13:12
        Missing field "analytics.script". Add it, such as "script: https://analytics.example/js/script.js".
         13 │ analytics: { data: { data-Domain: x } }
            │            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      content/settings.yaml:13:20
        "analytics.data" holds the name "data-Domain". Write lower-case letters, digits and hyphens, without data-.
         13 │ analytics: { data: { data-Domain: x } }
            │                    ^^^^^^^^^^^^^^^^^^
      2 problems in 3 files. Nothing was published.
      "
    `);
    expect(await more("analytics: { script: '//x.example/x.js', data: { domain: [] } }")).toMatchInlineSnapshot(`
      "content/settings.yaml:13:22
        "analytics.script" is not a web address ("//x.example/x.js"). Write it whole, from https:// on.
         13 │ analytics: { script: '//x.example/x.js', data: { domain: [] } }
            │                      ^^^^^^^^^^^^^^^^^^
      content/settings.yaml:13:58
        "analytics.data.domain" must be a text. Write it out, in quotes.
         13 │ analytics: { script: '//x.example/x.js', data: { domain: [] } }
            │                                                          ^^
      2 problems in 3 files. Nothing was published.
      "
    `);
    expect(await more("analytics: { script: https://x.example/x.js, data: domain }")).toContain(
      '"analytics.data" must be a group of fields.',
    );
  });

  test("know no other field, and no quoted switch", async () => {
    expect(await more("timezone: Europe/London")).toMatchInlineSnapshot(`
      "content/settings.yaml:13:1
        Unknown field "timezone". Did you mean "timeZone"?
         13 │ timezone: Europe/London
            │ ^^^^^^^^
      1 problem in 3 files. Nothing was published.
      "
    `);
    expect(await more('previewDrafts: "true"')).toContain('"previewDrafts" must be true or false.');
  });

  test("that cannot be read do not hide the problems of stories", async () => {
    const printed = await report({ "settings.yaml": "title: [", [STORY]: story({ sumary: "x" }) });
    expect(printed).toContain("content/settings.yaml:1:");
    expect(printed).toContain('Unknown field "sumary"');
    expect(printed).not.toContain("There is no section");
  });
});

describe("the registry of tags", () => {
  test.each(["huawei", "Huawei", "HUAWEI", "华为", "belt-and-road", "Belt and Road", "bri"])(
    "finds %s",
    async (word) => {
      const { newsroom } = await read({ [STORY]: story({ tags: `[${word}]` }) });
      expect(newsroom?.articles[0]?.tags).toHaveLength(1);
    },
  );

  test("may be empty or not there", async () => {
    expect(await report({ "tags.yaml": "" })).toBe("");
    expect(await report({ "tags.yaml": "# None yet.\n" })).toBe("");
  });

  test("gives a word to one tag", async () => {
    expect(
      await report({ "tags.yaml": "- name: Belt and Road\n  aliases: [BRI]\n- name: Brief\n  aliases: [bri]\n" }),
    ).toMatchInlineSnapshot(`
      "content/tags.yaml:3:9
        "bri" means two tags: "Belt and Road" and "Brief". Keep it with one of them.
          3 │ - name: Brief
            │         ^^^^^
      1 problem in 3 files. Nothing was published.
      "
    `);
    expect(await report({ "tags.yaml": "- name: C\n- slug: c\n  name: The letter\n" })).toContain('"c" means two tags');
  });

  test("keeps C, C++ and C# apart", async () => {
    const { newsroom } = await read({ "tags.yaml": "- name: C\n- name: C++\n- name: 'C#'\n" });
    expect(newsroom?.tags.map(({ slug }) => slug)).toEqual(["c", "c-plus-plus", "c-sharp"]);
  });

  test("has slugs that can stand in a URL, and makes them from names", async () => {
    expect(await report({ "tags.yaml": "- slug: 5 G\n  name: 5G\n- name: '!!'\n" })).toMatchInlineSnapshot(`
      "content/tags.yaml:1:9
        "5 G" cannot stand in a URL as it is. Write "5-g".
          1 │ - slug: 5 G
            │         ^^^
      content/tags.yaml:3:9
        "!!" cannot stand in a URL as it is. Use letters, digits and hyphens.
          3 │ - name: '!!'
            │         ^^^^
      2 problems in 3 files. Nothing was published.
      "
    `);
  });

  test("is a list of groups of fields", async () => {
    expect(await report({ "tags.yaml": "huawei: Huawei\n" })).toMatchInlineSnapshot(`
      "content/tags.yaml:1:1
        This must be a list. Write each entry on a line of its own, after a hyphen.
          1 │ huawei: Huawei
            │ ^^^^^^^^^^^^^^
      1 problem in 3 files. Nothing was published.
      "
    `);
    expect(await report({ "tags.yaml": "- Huawei\n" })).toMatchInlineSnapshot(`
      "content/tags.yaml:1:3
        An entry must be a group of fields. Its fields are: slug, name, description, timeline, aliases, formerly.
          1 │ - Huawei
            │   ^^^^^^
      1 problem in 3 files. Nothing was published.
      "
    `);
    expect(await report({ "tags.yaml": "- nam: Huawei\n" })).toMatchInlineSnapshot(`
      "content/tags.yaml:1:3
        Missing field "name". Add it, such as "name: Belt and Road".
          1 │ - nam: Huawei
            │   ^^^^^^^^^^^
      content/tags.yaml:1:3
        Unknown field "nam". Did you mean "name"?
          1 │ - nam: Huawei
            │   ^^^
      2 problems in 3 files. Nothing was published.
      "
    `);
    expect(await report({ "tags.yaml": "- name: Huawei\n  aliases: 华为\n" })).toContain('"aliases" must be a list.');
  });
});

describe("an author", () => {
  const author = (fields: string, biography = "") => report({ "authors/bob.md": `---\n${fields}\n---\n${biography}` });

  test("with every field is read whole", async () => {
    const fields = [
      "name: Bob Example",
      "alsoKnownAs: [Bobby]",
      "type: person",
      "role: Reporter",
      "beats: [Bridges]",
      "links: [{ name: Website, url: 'https://bob.example' }]",
      "picture: { src: bob.svg, alt: Portrait of Bob }",
    ];
    const { newsroom } = await read({
      "authors/bob.md": `---\n${fields.join("\n")}\n---\nBob was born.\n`,
      "authors/bob.svg": '<svg width="4" height="3"/>',
    });
    expect(newsroom?.authors.find(({ slug }) => slug === "bob")).toMatchObject({
      name: "Bob Example",
      alsoKnownAs: ["Bobby"],
      type: "person",
      role: "Reporter",
      beats: ["Bridges"],
      links: [{ name: "Website", url: "https://bob.example/" }],
      picture: { alt: "Portrait of Bob", image: { width: 4 } },
    });
  });

  test("has a name and is a person or an organisation", async () => {
    expect(await author("role: Reporter")).toMatchInlineSnapshot(`
      "content/authors/bob.md:2:1
        Missing field "name". Add it, such as "name: Technology Desk".
          2 │ role: Reporter
            │ ^^^^^^^^^^^^^^
      content/authors/bob.md:2:1
        Missing field "type". Add it, such as "type: person".
          2 │ role: Reporter
            │ ^^^^^^^^^^^^^^
      2 problems in 4 files. Nothing was published.
      "
    `);
    expect(await author("name: Bob\ntype: robot")).toMatchInlineSnapshot(`
      "content/authors/bob.md:3:7
        "type" is "robot". Write "person" or "organisation".
          3 │ type: robot
            │       ^^^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
  });

  test("has a biography in paragraphs, because it stands under stories with headings and footnotes of their own", async () => {
    expect(
      await author("name: Bob\ntype: person", "## Early life\n\nBob[^1] writes.\n\n[^1]: Sometimes.\n"),
    ).toMatchInlineSnapshot(`
      "content/authors/bob.md
        A biography has no headings ("Early life"). Write it in paragraphs.
      content/authors/bob.md
        A biography has no footnotes. Say it in the sentence.
      2 problems in 4 files. Nothing was published.
      "
    `);
  });

  test("has fields of the right shape", async () => {
    expect(
      await author(
        "name: []\ntype: person\nalsoKnownAs: Bobby\nrole: {}\nbeats: [[a]]\nlinks: [https://x.example]\npicture: bob.png",
      ),
    ).toMatchInlineSnapshot(`
      "content/authors/bob.md:2:7
        "name" must be a text. Write it like "Technology Desk".
          2 │ name: []
            │       ^^
      content/authors/bob.md:4:14
        "alsoKnownAs" must be a list. Write it like [Tech Desk].
          4 │ alsoKnownAs: Bobby
            │              ^^^^^
      content/authors/bob.md:5:7
        "role" must be a text. Write it like "Reporter".
          5 │ role: {}
            │       ^^
      content/authors/bob.md:6:9
        An entry of "beats" must be a text. Write it like "Telecommunications".
          6 │ beats: [[a]]
            │         ^^^
      content/authors/bob.md:7:9
        An entry of "links" must be a group of fields. Its fields are: name, url.
          7 │ links: [https://x.example]
            │         ^^^^^^^^^^^^^^^^^
      content/authors/bob.md:8:10
        "picture" must be a group of fields. Its fields are: src, alt, focus.
          8 │ picture: bob.png
            │          ^^^^^^^
      6 problems in 4 files. Nothing was published.
      "
    `);
    expect(await author("name: Bob\ntype: person\nlinks: [{ name: a, url: x }]")).toContain(
      '"links.url" is not a web address',
    );
  });

  test("has an address in the fediverse that can be one", async () => {
    for (const handle of [
      "ann@social.example",
      "@ann",
      "@ann@social",
      "https://social.example/@ann",
      "@a b@social.example",
    ]) {
      expect(await author(`name: Bob\ntype: person\nfediverse: "${handle}"`), handle).toContain("is no address");
    }
    expect(await author('name: Bob\ntype: person\nfediverse: "@bob@social"')).toMatchInlineSnapshot(`
      "content/authors/bob.md:4:12
        "fediverse" is no address in the fediverse ("@bob@social"). Write it in quotes, such as "@ann@social.example".
          4 │ fediverse: "@bob@social"
            │            ^^^^^^^^^^^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
    const { newsroom } = await read({
      "authors/bob.md": '---\nname: Bob\ntype: person\nfediverse: "@b.ob_1@sócial.example"\n---\nBob.\n',
    });
    expect(newsroom?.authors.map(({ fediverse }) => fediverse)).toContain("@b.ob_1@sócial.example");
  });

  test("has a picture that is there", async () => {
    expect(await author("name: Bob\ntype: person\npicture: { src: bob.png, alt: Bob }")).toMatchInlineSnapshot(`
      "content/authors/bob.md:4:17
        There is no image "bob.png" beside this file. Put the file beside this one.
          4 │ picture: { src: bob.png, alt: Bob }
            │                 ^^^^^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
  });
});

test("a static page has a title, and knows no other field than a summary and the addresses that it had", async () => {
  expect(await report({ "pages/about.md": "---\nsummary: Who we are\n---\n" })).toMatchInlineSnapshot(`
    "content/pages/about.md:2:1
      Missing field "title". Add it, such as "title: About us".
        2 │ summary: Who we are
          │ ^^^^^^^^^^^^^^^^^^^
    1 problem in 4 files. Nothing was published.
    "
  `);
  expect(await report({ "pages/about.md": "---\ntitle: About\nlayout: x\n---\n" })).toMatchInlineSnapshot(`
    "content/pages/about.md:3:1
      Unknown field "layout". Known are: title, summary, formerly.
        3 │ layout: x
          │ ^^^^^^
    1 problem in 4 files. Nothing was published.
    "
  `);
});
