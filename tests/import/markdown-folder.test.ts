import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { dateFrom } from "../../src/import/markdown-folder/dates.ts";
import { readJekyll, readTree, whatIsSaid } from "./old-folder.ts";

const front = (fields: string, body = "Text.\n") => `---\n${fields}\n---\n${body}`;

describe("a Jekyll folder", () => {
  test("has its posts with the dates, names and addresses that their files have", async () => {
    const { texts, site } = await readTree({
      "_config.yml":
        "title: Old\nurl: https://old.example\nbaseurl: /blog\nlang: en\nauthor: {name: The Desk, email: desk@x.example}\n",
      "_posts/2020-04-17-bridge-opens.md": front("title: Bridge opens\ntags: news huawei\ncategories: [Tech News]"),
      "tech/_posts/2020-04-18-ferry.markdown": front(
        "title: Ferry\npermalink: /:year/:title:output_ext\nauthor: [Ann Example, Bo <bo@x.example>]",
      ),
      "_drafts/later.md": front("title: Later"),
      "about.md": front("title: About"),
    });
    expect(texts["_posts/2020-04-17-bridge-opens.md"]).toMatchObject({
      kind: "story",
      slug: "bridge-opens",
      date: "2020-04-17",
      urls: ["/blog/tech-news/2020/04/17/bridge-opens.html"],
      authors: ["the-desk"],
      terms: ["category:tech news", "tag:news", "tag:huawei"],
      status: "published",
    });
    expect(texts["tech/_posts/2020-04-18-ferry.markdown"]).toMatchObject({
      urls: ["/blog/2020/ferry.html"],
      authors: ["ann-example", "bo"],
    });
    expect(texts["_drafts/later.md"]).toMatchObject({ kind: "story", status: "draft" });
    expect(texts["about.md"]).toMatchObject({ kind: "page", urls: ["/blog/about/", "/blog/about.html"] });
    expect(site).toMatchObject({ title: "Old", url: "https://old.example", language: "en" });
    expect(JSON.stringify([site.authors, texts])).not.toContain("@x.example");
  });

  test("knows each pattern of addresses", async () => {
    for (const [pattern, url] of [
      ["pretty", "/a/2020/04/17/bridge/"],
      ["none", "/a/bridge.html"],
      ["/news/:i_month/:i_day/:short_year/:slug", "/news/4/17/20/bridge"],
    ] as const) {
      const text = await readJekyll("title: B\ncategory: a", "", { "_config.yml": `permalink: ${pattern}\n` });
      expect(text.urls).toEqual([url]);
    }
  });

  test("has its tags turned into what they show, and the others kept and listed", async () => {
    const { body } = await readJekyll(
      "title: B",
      `[Before]({% post_url 2020-04-16-before %}) {{ site.baseurl }}{{ "/x.html" | relative_url }}

{% include figure.html src="/a.jpg" alt="A lorry" caption="By *Ann*" %}

{% youtube dQw4w9WgXcQ %}

{% highlight c %}
a {% b %} c
{% endhighlight %}

{% raw %}{{ shown }}{% endraw %} {% include ads.html %} {{ page.title }} {% comment %}secret{% endcomment %}

\`{% code %}\` <img src="{{ site.cdn }}/a.jpg">
{: .wide}
`,
      { "_posts/2020-04-16-before.md": front("title: Before") },
    );
    expect(body.text).toContain("[Before](/2020/04/16/before.html) /x.html");
    expect(body.text).toContain(
      '<figure><img src="/a.jpg" alt="A lorry"><figcaption>By &#42;Ann&#42;</figcaption></figure>',
    );
    expect(body.text).toContain('<a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ">');
    expect(body.text).toContain("````c\na {% b %} c\n````");
    expect(body.text).toContain("&#123;&#123; shown &#125;&#125;");
    expect(body.text.match(/<x-kept/g)).toHaveLength(4);
    expect(body.text).toContain("<code>&#123;% include ads.html %&#125;</code>");
    expect(body.text).toContain("`{% code %}`");
    expect(body.text).toContain('<img src="/a.jpg">');
    expect(body.text).not.toContain("{:");
  });
});

describe("a Hugo folder", () => {
  const config =
    'baseURL = "https://old.example/"\ntitle = "Old"\nlanguageCode = "en-gb"\n[permalinks]\nposts = "/:year/:month/:slug/"\n';

  test("has YAML, TOML and JSON front matter, bundles, aliases and languages", async () => {
    const { texts, site, others } = await readTree({
      "hugo.toml": config,
      "content/posts/bridge/index.md":
        '+++\ntitle = "Bridge"\ndate = 2020-04-17T10:00:00+08:00\nlastmod = 2020-04-18\ndraft = false\naliases = ["/old/bridge.html", "older"]\n[params]\nmath = true\n+++\nText.\n',
      "content/posts/bridge/map.png": "x",
      "content/posts/ferry.md": '{\n"title": "Ferry",\n"date": "2020-04-18",\n"tags": ["A", "B"]\n}\nText.\n',
      "content/posts/ferry.fr.md": front("title: Bac\ndate: 2020-04-18"),
      "content/opinion/old.md": front("title: Old\nexpiryDate: 2021-01-01\ndate: 2020-01-01"),
      "content/opinion/later.md": front("title: Later\npublishDate: 2030-01-01"),
      "content/about.md": front("title: About"),
      "content/_index.md": front("title: Home"),
      "archetypes/default.md": front("title: x"),
    });
    expect(texts["content/posts/bridge/index.md"]).toMatchObject({
      slug: "bridge",
      date: "2020-04-17T10:00:00+08:00",
      updated: "2020-04-18",
      urls: ["/2020/04/bridge/", "/old/bridge.html", "/2020/04/older"],
    });
    expect(whatIsSaid(texts["content/posts/bridge/index.md"] as never)).toEqual([
      "7: The field math was left out: true",
    ]);
    expect(texts["content/posts/ferry.md"]).toMatchObject({ title: "Ferry", terms: ["tag:a", "tag:b"] });
    expect(texts["content/posts/ferry.fr.md"]).toMatchObject({ language: "fr", slug: "ferry" });
    expect(texts["content/opinion/old.md"]).toMatchObject({ status: "private", urls: ["/opinion/old/"] });
    expect(texts["content/opinion/later.md"]).toMatchObject({ status: "scheduled" });
    expect(texts["content/about.md"]).toMatchObject({ kind: "page", urls: ["/about/"] });
    expect(others.map(({ title }) => title)).toEqual(["content/_index.md"]);
    expect(site).toMatchObject({ title: "Old", url: "https://old.example", language: "en-gb" });
  });

  test("has its short codes turned into what they show, and the others kept and listed", async () => {
    const { texts } = await readTree({
      "hugo.toml": config,
      "content/posts/a.md": front(
        "title: A\ndate: 2020-04-17",
        `{{< figure src="map.png" alt="A map" caption="The road" link="https://a.example" >}}
{{< youtube dQw4w9WgXcQ >}}
{{< x user="SanDiegoZoo" id="1453110110599868418" >}}
[B]({{< ref "b.md#part" >}}) {{< notice tip >}}Mind *this*{{< /notice >}} {{</* shown */>}}
{{% details summary="Why?" %}}
Because.
{{% /details %}}
{{< highlight go "linenos=true" >}}
a := {{ . }}
{{< /highlight >}}
`,
      ),
      "content/posts/b.md": front("title: B\ndate: 2020-04-18"),
    });
    const text = texts["content/posts/a.md"]?.body.text ?? "";
    expect(text).toContain(
      '<figure><a href="https://a.example"><img src="map.png" alt="A map"></a><figcaption>The road</figcaption></figure>',
    );
    expect(text).toContain("https://www.youtube.com/watch?v=dQw4w9WgXcQ");
    expect(text).toContain("https://x.com/SanDiegoZoo/status/1453110110599868418");
    expect(text).toContain("[B](/2020/04/b/#part)");
    expect(text).toContain("{{< shown >}}");
    expect(text).toContain("<details><summary>Why?</summary>\n\n\nBecause.");
    expect(text).toContain("````go\na := {{ . }}\n````");
    expect(text.match(/<x-kept data-what="A short code[^"]*notice tip/g)).toHaveLength(1);
    expect(text).toContain("Mind *this*");
  });
});

describe("an Astro folder", () => {
  test("has its collections at the addresses of their routes, and MDX without its code", async () => {
    const { texts } = await readTree({
      "astro.config.mjs": "process.exit(1)",
      "src/pages/blog/[...slug].astro": "---\n---\n",
      "src/pages/about.md": front("title: About\nlayout: ../layouts/A.astro"),
      "src/content/blog/bridge.mdx": front(
        "title: Bridge\npubDate: Apr 17 2020\nheroImage: ../../assets/b.jpg\ndescription: Short.",
        `import Chart from "../Chart.astro";
import { Image } from "astro:assets";

Words {1 + 1} <Chart data={[1, {a: 2}]}>inside</Chart> {/* secret */}

<YouTube id="dQw4w9WgXcQ" />

<Figure src="./map.png" alt="A map" />

\`import x\` stays
`,
      ),
      "src/content/authors/ann.md": front("name: Ann\nemail: ann@x.example"),
    });
    const text = texts["src/content/blog/bridge.mdx"];
    expect(text).toMatchObject({
      kind: "story",
      date: "2020-04-17",
      summary: "Short.",
      urls: ["/blog/bridge/"],
      picture: { src: "../../assets/b.jpg" },
    });
    expect(text?.body.text).not.toMatch(/^import/m);
    expect(text?.body.text).toMatch(/Code was left out: import Chart/);
    expect(text?.body.text).toMatch(/A component, which is not run: &#60;Chart[\s\S]*<\/x-kept>inside/);
    expect(text?.body.text).toContain('<img src="./map.png"');
    expect(text?.body.text).toContain("watch?v=dQw4w9WgXcQ");
    expect(text?.body.text).toContain("`import x` stays");
    expect(texts["src/pages/about.md"]).toMatchObject({ kind: "page", urls: ["/about/"] });
    expect(Object.keys(texts)).toHaveLength(2);
  });
});

describe("an Eleventy folder", () => {
  test("takes data files that are data, runs none, and drops the tags that sort files", async () => {
    const { texts, others, site } = await readTree({
      "eleventy.config.js": "process.exit(1)",
      "posts/posts.json": '{ "tags": ["post", "News"], "author": "Ann" }',
      "posts/posts.11tydata.js": "process.exit(1)",
      "posts/bridge.md": front("title: Bridge\ndate: 2020-04-17"),
      "posts/own.md": front("title: Own\ndate: 2020-04-18\ntags: posts\npermalink: /own/{{ title }}/"),
      "index.njk": "{{ content }}",
      "README.md": "# Hello",
    });
    expect(texts["posts/bridge.md"]).toMatchObject({
      terms: ["tag:news"],
      authors: ["ann"],
      urls: ["/posts/bridge/", "/posts/bridge.html"],
    });
    expect(texts["posts/own.md"]).toMatchObject({ terms: [] });
    expect(whatIsSaid(texts["posts/own.md"] as never).join()).toMatch(
      /4: A tag that only sorts files[\s\S]*5: Its address is made by a template/,
    );
    expect(others.map(({ title, what }) => `${title}: ${what}`)).toEqual([
      "README.md: a file about the project",
      "index.njk: a text or template in a form that is not read",
      "posts/posts.11tydata.js: a data file that is code, which is not run",
    ]);
    expect(site.notes?.map(({ what }) => what)).toEqual([
      expect.stringContaining("eleventy.config.js is code, which is not run"),
    ]);
  });
});

describe("any folder of Markdown", () => {
  test("has dates of its folders, titles of its headings, and links between its files", async () => {
    const read = await readTree({
      "2020/04/17/bridge.md": "# The *bridge* opens\n\nSee [[ferry|the ferry]] and ![[map.png]].\n",
      "2020/04/18/ferry.md": front("title: Ferry"),
      "2020/04/17/map.png": "x",
      "static/img/a b.png": "x",
    });
    const text = read.texts["2020/04/17/bridge.md"];
    expect(text).toMatchObject({ kind: "story", date: "2020-04-17", title: "The *bridge* opens" });
    expect(text?.body.text).not.toContain("# The");
    expect(text?.body.text).toContain("[the ferry](</2020/04/18/ferry/>)");
    expect(read.link("../18/ferry.md#x")).toBe("/2020/04/18/ferry/#x");
    expect(read.link("https://a.example/")).toBe("https://a.example/");
    expect(read.pictures("map.png?x=1")).toEqual(["2020/04/17/map.png"]);
    expect(read.pictures("/img/a%20b.png")).toEqual(["static/img/a b.png"]);
  });

  test("has each of the usual names understood, and every other listed with its line", async () => {
    const text = await readJekyll(
      `headline: Bridge
pub_date: 17 April 2020 5:12 pm
updatedDate: 2020/04/18
lede: Short.
byline: Ann Example and Bo Li
keywords: "A, B"
topics: [C]
hero: {src: a.jpg, alt: A lorry}
imageCaption: "The road"
photoCredit: Ann
lang: fr
weight: 3
mood: {good: [1, 2]}
second: 'x'`,
    );
    expect(text).toMatchObject({
      title: "Bridge",
      date: "2020-04-17T17:12:00",
      updated: "2020-04-18",
      summary: "Short.",
      authors: ["ann-example", "bo-li"],
      terms: ["tag:a", "tag:b", "tag:c"],
      picture: { src: "a.jpg", alt: "A lorry", caption: "The road", credit: "Ann" },
      language: "fr",
    });
    expect(whatIsSaid(text)).toEqual([
      "13: The field weight was left out: 3",
      '14: The field mood was left out: {"good":[1,2]}',
      '15: The field second was left out: "x"',
    ]);
  });

  test("says what its dialect had and ours has not", async () => {
    const text = await readJekyll(
      "title: A",
      "- [x] Done\n\nTerm\n: Means this.\n\n## Heading {#own}\n\n* x\n{:toc}\n\n$$a_b$$\n",
    );
    expect(text.body.text).toContain("## Heading\n");
    expect(text.body.text).toContain("- [x] Done");
    expect(text.body.text).toContain("<code>&#36;&#36;a&#95;b&#36;&#36;</code>");
    expect(whatIsSaid(text).join()).toMatch(/list of contents.*\{#own\}.*tasks.*definitions/);
  });

  test.each([
    ["draft: true", "draft"],
    ["draft: maybe", "draft"],
    ["published: false", "draft"],
    ["status: draft", "draft"],
    ["status: in review", "draft"],
    ["status: private", "private"],
    ["visibility: members", "private"],
    ["password: hunter2", "password"],
    ["protected: true", "password"],
    ["date: 2031-01-01", "scheduled"],
    ["draft: false\npublished: true\nstatus: Published", "published"],
  ])("is published by nothing but a plain yes: %j", async (fields, status) => {
    const text = await readJekyll(`title: A\n${fields}`);
    expect(text.status).toBe(status);
    expect(JSON.stringify(text)).not.toContain("hunter2");
  });
});

describe("a date", () => {
  test.each([
    ["2020-04-17", "2020-04-17"],
    ["2020-4-7", "2020-04-07"],
    ["2020-04-17 10:00", "2020-04-17T10:00:00"],
    ["2020-04-17 10:00:05 +0800", "2020-04-17T10:00:05+08:00"],
    ["2020-04-17T10:00:05.123Z", "2020-04-17T10:00:05Z"],
    ["2020/04/17 9:05", "2020-04-17T09:05:00"],
    ["April 17, 2020", "2020-04-17"],
    ["Apr 17th 2020 12:05 am", "2020-04-17T00:05:00"],
    ["17 April 2020", "2020-04-17"],
    ["17.04.2020", "2020-04-17"],
    ["Fri, 17 Apr 2020 10:00:00 GMT", "2020-04-17T10:00:00Z"],
    ["04/17/2020", "2020-04-17"],
    ["17/04/2020", "2020-04-17"],
    ["1587117600", "2020-04-17T10:00:00.000Z"],
    ["4/5/2020", undefined],
    ["2020-02-30", undefined],
    ["2020-04-17 25:00", undefined],
    ["last Tuesday", undefined],
    ["Smarch 3, 2020", undefined],
  ])("written as %j is %j", (written, date) => {
    expect(dateFrom(written)).toBe(date);
  });
});

describe("a hostile or broken folder", () => {
  test("is not left by a link or a path", async () => {
    const read = await readTree(
      { "posts/a.md": front("title: A\nslug: ../../../etc\nimage: ../../../../etc/passwd"), "posts/b.png": "x" },
      (folder) => {
        symlinkSync("/etc", join(folder, "posts", "etc"));
        symlinkSync("/etc/hostname", join(folder, "posts", "host.md"));
      },
    );
    expect(Object.keys(read.texts)).toEqual(["posts/a.md"]);
    expect(read.others.map(({ title }) => title)).toEqual(["posts/etc", "posts/host.md"]);
    for (const src of [
      "../../../../etc/passwd",
      "/../../etc/passwd",
      "etc/hostname",
      "%2e%2e/%2e%2e/etc/passwd",
      "..\\..\\etc\\passwd",
    ]) {
      expect(read.pictures(src)).toEqual([]);
    }
  });

  test.each([
    ["---js\nmodule.exports = process.exit(1)\n---\n", /front matter is "js", which is never run/, 1],
    ["---\ntitle: [a\n---\n", /cannot be read/, 3],
    ["---\ntitle: A\n", /never closed/, 1],
    ["+++\ntitle = \n+++\n", /cannot be read/, 2],
    [
      `---\na: &a [x,x,x,x,x,x,x,x,x]\n${[..."bcdefghi"].map((n, i) => `${n}: &${n} [${Array(9).fill(`*${"abcdefgh"[i]}`).join()}]`).join("\n")}\n---\n`,
      /aliases/,
      undefined,
    ],
    [`---\na: ${"[".repeat(50_000)}\n---\n`, /nested too deep/, 2],
    [Buffer.from([0x23, 0x20, 0xff, 0x0a]), /byte 2 and others are not UTF-8/, undefined],
    [Buffer.from("\ufeff# A", "utf16le"), /UTF-16/, undefined],
  ])("has what cannot be read listed, with its line: %#", async (content, what, line) => {
    const { others, items } = await readTree({ "posts/a.md": content, "posts/b.md": "Text." });
    expect(items).toHaveLength(2);
    expect(others[0]?.what).toMatch(what);
    if (line !== undefined) expect(others[0]?.place.at?.line).toBe(line);
  });

  test("cannot reach into objects with keys of theirs", async () => {
    for (const text of [
      "---\n__proto__: {polluted: yes}\nconstructor: {prototype: {polluted: yes}}\ntitle: A\n---\n",
      '+++\n"__proto__" = {polluted = true}\ntitle = "A"\n+++\n',
      '{"__proto__": {"polluted": true}, "title": "A"}\n',
    ]) {
      const read = await readTree({ "posts/a.md": text });
      expect(read.text.title).toBe("A");
      expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
    }
  });

  test("of hard-to-match text is read in its time", async () => {
    for (const piece of [
      "{% ",
      "{{< ",
      "{{",
      "[[",
      "$$",
      "<A ",
      "`",
      "{: ",
      "import ",
      "- x\n{:",
      "{% raw %}",
      "(",
      "<a {{ ",
    ]) {
      const started = performance.now();
      await readTree({
        "_config.yml": "",
        "posts/a.mdx": piece.repeat(20_000),
        "content/b.md": `{{< x >}}${piece.repeat(20_000)}`,
      });
      expect(performance.now() - started, piece).toBeLessThan(4000);
    }
  });

  test("that is not there says so", async () => {
    await expect(readTree({}, () => {})).resolves.toMatchObject({ items: [] });
  });
});
