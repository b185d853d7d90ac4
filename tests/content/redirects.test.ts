import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readFormerAddress } from "../../src/content/former-address.ts";
import { readContent } from "../../src/content/read.ts";
import { readablePath } from "../../src/model/urls.ts";
import { newsroomOf, print } from "../pages/newspaper.ts";
import { save, siteFolder } from "../site/site-folder.ts";
import { read, report, reportOnStory, STORY, story, USUAL } from "./newspaper-on-disk.ts";

/** The problems of a story with one former address, in short. */
async function problemOf(written: string): Promise<string | undefined> {
  const { problems } = await read({ [STORY]: story({ formerly: JSON.stringify([written]) }) });
  expect(problems.every(({ at, file }) => file === `content/${STORY}` && at?.line === 7)).toBe(true);
  return problems.map(({ what, fix }) => `${what} ${fix}`).join("\n") || undefined;
}

describe("a former address", () => {
  test.each([
    ["a story elsewhere", "/2020/04/bridge-planned/"],
    ["a file of another system", "/blog/123.html"],
    ["a name without a slash at its end", "/blog/bridge"],
    ["a program of another system", "/Stories/Show.aspx"],
    ["Chinese", "/新闻/大桥/"],
    ["Chinese, as a browser sends it", "/%E6%96%B0%E9%97%BB/"],
    ["a space", "/old story/"],
  ])("may be that of %s: %s", async (_name, written) => {
    expect(await problemOf(written)).toBeUndefined();
  });

  test.each([
    ["2020/04/x/", '("2020/04/x/"). Write what followed the host'],
    ["https://other.example/x/", "is not a path of this site"],
    ["//other.example/x/", "is not a path of this site"],
    ["/?p=123", "has a part that a host of files does not look at"],
    ["/x/#top", "has a part that a host of files does not look at"],
    ["/../x/", "has a step that is empty or made of dots"],
    ["/a/%2e%2e/x/", "has a step that is empty or made of dots"],
    ["/a//x/", "has a step that is empty or made of dots"],
    ["/100%/", "has a % that encodes nothing"],
    ["/a%2Fb/", "has a character that no such path can have"],
    ["/a%00b/", "has a character that no such path can have"],
    ["/a%0Ab/", "has a character that no such path can have"],
    ["/a\\b/", "has a character that no such path can have"],
    ["/a/*", "has a character that no such path can have"],
    ["/feed.xml", "is not the address of a page"],
    [`/${"a".repeat(300)}/`, "is too long for a file's name"],
    ["/", "the front page stands there"],
    ["/index.html", "the front page stands there"],
    ["/latest/", "the site has something of its own there"],
    ["/search/old/", "the site has something of its own there"],
    ["/tags/", "the site has something of its own there"],
    ["/_redirects", "the site has something of its own there"],
    ["/__desk/", "the site has something of its own there"],
    ["/.well-known/x/", "the site has something of its own there"],
    ["/404.html", "the site has something of its own there"],
    ["/2026/", "the stories of that time stand there"],
    ["/2026/11/", "the stories of that time stand there"],
    ["/2026/11/page/2/", "the stories of that time stand there"],
    ["/tags/huawei/page/2/", "it is part of /tags/huawei/"],
    ["/sections/news/old/", "it is part of /sections/news/"],
    ["/authors/ann-example/", "A page stands at /authors/ann-example/: that of content/authors/ann-example.md."],
    ["/Tags/Huawei", "A page stands at /Tags/Huawei/: that of content/tags.yaml."],
    ["/2026/11/bridge-opens/", "is the address that this has now"],
    ["/2026/11/Bridge-Opens/index.html", "is the address that this has now"],
  ])("can't be %s", async (written, problem) => {
    expect(await problemOf(written)).toContain(problem);
  });

  test("is the same address however it is written, and is written one way by us", () => {
    const segment = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.string().map(encodeURIComponent),
      fc.constantFrom(
        "100%25",
        "%2525",
        "index.html",
        "INDEX.HTML",
        "x.htm",
        "",
        "大桥",
        "%E5%A4%A7",
        "a b",
        "O\u0308",
      ),
    );
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 4 }), (segments) => {
        const url = readFormerAddress(`/${segments.join("/")}`);
        if (typeof url !== "string") return;
        const ofFolder = url.endsWith("/") && url !== "/" ? [url.slice(0, -1), `${url}index.html`] : [];
        for (const form of [url, readablePath(url), ...ofFolder]) expect(readFormerAddress(form), form).toBe(url);
      }),
    );
  });

  test("is refused at its line, with what to do", async () => {
    expect(await reportOnStory({ formerly: "[/blog/1/, /?p=1]" })).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:7:22
        An entry of "formerly" has a part that a host of files does not look at ("/?p=1"). Write the path alone. An address that is told from others by its query only cannot be redirected here.
          7 │ formerly: [/blog/1/, /?p=1]
            │                      ^^^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
  });

  test("in two forms of one address is there twice", async () => {
    const text = await reportOnStory({ formerly: '["/café/", "/caf%C3%A9", "/CAFÉ/index.html"]' });
    expect(text.match(/is here twice/g)).toHaveLength(2);
  });

  test("can't be that of two things at once, whatever they are", async () => {
    const files = {
      [STORY]: story({ formerly: "/old/" }),
      "pages/about.md": "---\ntitle: About\nformerly: [/Old]\n---\nUs.\n",
      "tags.yaml": "- name: Huawei\n  formerly: [/old/index.html]\n",
      "settings.yaml": `${USUAL["settings.yaml"]}    formerly: [/old/]\n`,
      "authors/ann-example.md": "---\nname: Ann\ntype: person\nformerly: /OLD/\n---\nAnn.\n",
    };
    const { problems } = await read(files);
    expect(problems.map(({ file, at, what }) => [file, at?.line, at?.column, what])).toEqual([
      ["content/authors/ann-example.md", 4, 11, `/OLD/ leads to /2026/11/bridge-opens/ already (content/${STORY}).`],
      ["content/pages/about.md", 3, 12, `/Old/ leads to /2026/11/bridge-opens/ already (content/${STORY}).`],
      ["content/settings.yaml", 13, 16, `/old/ leads to /2026/11/bridge-opens/ already (content/${STORY}).`],
      ["content/tags.yaml", 2, 14, `/old/ leads to /2026/11/bridge-opens/ already (content/${STORY}).`],
    ]);
  });

  test("of two stories that name each other's would send readers back and forth", async () => {
    const text = await report({
      [STORY]: story({ formerly: "/2026/11/bridge-closes/" }),
      "articles/2026/11/bridge-closes.md": story({ formerly: "/2026/11/bridge-opens/" }),
    });
    expect(text.match(/the two would send readers back and forth/g)).toHaveLength(2);
  });

  test("can't be a step of a way from redirect to redirect: each leads straight to a page", async () => {
    const text = await report({
      [STORY]: story({ formerly: "/2026/11/bridge-closes/" }),
      "articles/2026/11/bridge-closes.md": story({ formerly: "/2026/10/bridge-closes/" }),
    });
    expect(text).toContain("A page stands at /2026/11/bridge-closes/");
  });

  test("can't be that of a draft, which may come out there any day", async () => {
    const text = await report({
      [STORY]: story({ formerly: "/2026/11/planned/" }),
      "articles/2026/11/planned.md": story({ draft: "true" }),
    });
    expect(text).toContain("A page stands at /2026/11/planned/: that of content/articles/2026/11/planned.md.");
  });

  test("can't stand below another that is a file", async () => {
    expect(await reportOnStory({ formerly: "[/a.html, /a.html/b/]" })).toContain(
      "/a.html/b/ is below a file, /a.html.",
    );
  });
});

test("no address of any page of a newspaper can be redirected away", async () => {
  const { urls } = print(await newsroomOf("full"), { unpublished: "all" });
  const content = join(await siteFolder("full"), "content");
  /** Those of the addresses that a page may have had, by what is said of it. */
  const unrefused = async (addresses: readonly string[]) => {
    const lines = addresses.map((url) => `  - ${JSON.stringify(url)}\n`);
    await save(join(content, "pages/greedy.md"), `---\ntitle: Greedy\nformerly:\n${lines.join("")}---\nAll.\n`);
    const { problems } = await readContent(content, "content");
    const refused = new Set(problems.map(({ at }) => at?.line));
    return addresses.filter((_url, index) => !refused.has(index + 4));
  };
  // What is no address of a page at all is said before what stands there is looked for.
  const pages = await unrefused(urls);
  expect(pages.length).toBeGreaterThan(20);
  expect(await unrefused(pages)).toEqual([]);
});
