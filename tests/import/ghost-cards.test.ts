import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cardHtml } from "../../src/import/ghost/cards.ts";
import { Listing } from "../../src/import/ghost/listing.ts";
import { lexical, mobiledoc, readPost, whatIsSaid } from "./ghost-export.ts";
import "../property-seed.ts";

const bodyOf = async (post: Readonly<Record<string, unknown>>): Promise<string> => (await readPost(post)).body.text;
const text = (words: string, format = 0) => ({ type: "text", text: words, format });

describe("a text of Ghost's editor", () => {
  test("has its paragraphs, headings, lists, quotations, links and marks", async () => {
    const html = await bodyOf(
      lexical(
        { type: "heading", tag: "h2", children: [text("What comes next")] },
        {
          type: "paragraph",
          children: [
            text("Both", 3),
            text(" & "),
            { type: "link", url: "https://a.example/?b=1&c=2", children: [text("more")] },
            { type: "linebreak" },
          ],
        },
        { type: "list", listType: "number", start: 3, children: [{ type: "listitem", children: [text("Three")] }] },
        { type: "quote", children: [text("Hear!")] },
        { type: "horizontalrule" },
      ),
    );
    expect(html).toBe(
      "<h2>What comes next</h2>" +
        '<p><strong><em>Both</em></strong> &#38; <a href="https://a.example/?b=1&#38;c=2">more</a><br></p>' +
        '<ol start="3"><li>Three</li></ol><blockquote><p>Hear!</p></blockquote><hr>',
    );
  });

  test("of before Lexical has them too", async () => {
    const html = await bodyOf(
      mobiledoc({
        markups: [["strong"], ["a", ["href", "https://a.example"]], ["script"]],
        atoms: [["soft-return", "", {}]],
        cards: [
          ["hr", {}],
          ["card-markdown", { markdown: "A *b*" }],
        ],
        sections: [
          [1, "h2", [[0, [], 0, "What comes next"]]],
          [
            1,
            "p",
            [
              [0, [0], 0, "Both "],
              [0, [1], 2, "here"],
              [1, [], 0, 0],
              [0, [2], 1, "not run"],
            ],
          ],
          [3, "ol", [[[0, [], 0, "One"]]]],
          [10, 0],
          [10, 1],
        ],
      }),
    );
    expect(html).toBe(
      '<h2>What comes next</h2><p><strong>Both <a href="https://a.example">here</a></strong><br><span>not run</span></p>' +
        "<ol><li>One</li></ol><hr><p>A <em>b</em></p>\n",
    );
  });

  test("that cannot be read gives way to the HTML that Ghost made of it", async () => {
    const html = "<p>Seen</p>";
    const deep = JSON.parse(`${'{"children":['.repeat(200)}${"]}".repeat(200)}`) as unknown;
    for (const broken of ["", "not JSON", "[]", '{"root":1}', JSON.stringify({ root: deep })]) {
      expect(await bodyOf({ html, lexical: broken })).toBe(html);
      expect(await bodyOf({ html, mobiledoc: broken })).toBe(html);
    }
  });

  test("keeps to members what members alone saw, in HTML as in cards", async () => {
    const gated =
      '<p>All</p><!--kg-gated-block:begin nonMember:false memberSegment:"status:paid" --><p>secret</p><!--kg-gated-block:end-->';
    expect(await bodyOf({ html: gated })).toMatch(
      /^<p>All<\/p><x-kept data-what="What only members saw[^>]*><\/x-kept>$/,
    );
    expect(await bodyOf({ html: gated.replace(/<!--kg-gated-block:end-->$/, "") })).not.toContain("secret");
    const visibility = { web: { nonMember: false, memberSegment: "status:paid" }, email: { memberSegment: "" } };
    for (const card of [
      { type: "html", html: "secret", visibility },
      { type: "html", html: "secret", visibility: { showOnWeb: false, showOnEmail: true } },
      { type: "email", html: "secret" },
      { type: "email-cta", html: "secret", buttonText: "secret" },
    ]) {
      const html = await bodyOf(lexical({ type: "paragraph", children: [text("All")] }, card));
      expect(html).toContain("<p>All</p><x-kept data-what=");
      expect(html).not.toContain("secret");
    }
  });
});

describe("a card of Ghost's", () => {
  const cards: readonly (readonly [name: string, card: Record<string, unknown>, html: string])[] = [
    [
      "image",
      { src: "/a.jpg", alt: "A lorry", caption: "By <b>Ann</b>", href: "https://a.example" },
      '<figure><a href="https://a.example"><img src="/a.jpg" alt="A lorry"></a><figcaption>By <b>Ann</b></figcaption></figure>',
    ],
    [
      "gallery",
      { images: [{ src: "/a.jpg", alt: "A" }, { src: "/b.jpg" }], caption: "Both" },
      '<figure class="gallery"><figure><img src="/a.jpg" alt="A"></figure><figure><img src="/b.jpg"></figure><figcaption>Both</figcaption></figure>',
    ],
    [
      "embed",
      { url: "https://youtu.be/x", html: "<iframe></iframe>", caption: "Look" },
      '<p><a href="https://youtu.be/x">https://youtu.be/x</a></p><p>Look</p>',
    ],
    [
      "bookmark",
      { url: "https://a.example", metadata: { title: "A & B", description: "Two", publisher: "Press" } },
      '<p><a href="https://a.example">A &#38; B</a></p><p>Two · Press</p>',
    ],
    ["html", { html: "<table></table>" }, "<table></table>"],
    ["codeblock", { code: "a < b", language: "c" }, '<pre><code class="language-c">a &#60; b</code></pre>'],
    [
      "callout",
      { calloutEmoji: "💡", calloutText: "<b>Toll</b>: It is <i>free</i>." },
      '<x-box data-title="💡 Toll:"><p>It is <i>free</i>.</p></x-box>',
    ],
    ["callout", { calloutEmoji: "", calloutText: "Mind <b>this</b>" }, "<p>Mind <b>this</b></p>"],
    [
      "toggle",
      { heading: "<b>Why?</b>", content: "<p>Because.</p>" },
      '<x-box data-title="Why?"><p>Because.</p></x-box>',
    ],
    ["button", { buttonText: "Give", buttonUrl: "https://a.example" }, '<p><a href="https://a.example">Give</a></p>'],
    ["hr", {}, "<hr>"],
  ];
  test.each(cards)("becomes HTML that is no theme's: %s", async (name, card, html) => {
    expect(await bodyOf(lexical({ type: name, ...card }))).toBe(html);
    expect(await bodyOf(mobiledoc({ cards: [[name, card]], sections: [[10, 0]] }))).toBe(html);
  });

  test.each([
    ["video", { src: "/v.mp4", caption: "The crossing" }, /Here was a video.*\/v\.mp4.*The crossing/],
    ["audio", { src: "/a.mp3", title: "Talk" }, /Here was a sound.*<a href="\/a\.mp3">Talk/],
    ["file", { src: "/f.pdf", fileTitle: "Report", fileCaption: "12 pages" }, /a file to download.*Report.*12 pages/],
    ["signup", { header: "Join us" }, /sign up.*Join us/],
    ["paywall", {}, /members only/],
    ["of-a-ghost-to-come", { words: "kept in the list" }, /unknown card.*of-a-ghost-to-come.*kept in the list/],
    ["__proto__", { words: "x" }, /unknown card/],
  ])("that has no place here is listed where it stood: %s", (name, card, said) => {
    const html = cardHtml(name, card, new Listing());
    expect(html).toContain("<x-kept data-what=");
    expect(html).toMatch(said);
  });

  test("that sent readers to another site says that a link stands there now", async () => {
    const post = await readPost(lexical({ type: "embed", url: "https://youtu.be/x" }));
    expect(whatIsSaid(post)).toEqual(["An embed became a link: https://youtu.be/x"]);
  });
});

test("no word that a writer wrote gets lost, whatever the nodes", async () => {
  const words = fc.stringMatching(/^[a-z]{3,8}$/);
  const leaf = fc.record({ type: fc.constantFrom("text", "extended-text"), text: words, format: fc.nat(255) });
  const node = fc.oneof(
    fc.record({
      type: fc.constantFrom("paragraph", "heading", "quote", "aside", "list", "listitem", "link", "of-tomorrow"),
      tag: fc.constantFrom("h1", "h6", "script", 7),
      children: fc.array(leaf, { maxLength: 4 }),
    }),
    fc.record({ type: fc.constant("callout"), calloutText: words }),
    fc.record({ type: fc.constant("toggle"), heading: words, content: words }),
    fc.record({ type: fc.constant("bookmark"), url: words, caption: words }),
    fc.record({ type: fc.constant("html"), html: words }),
    fc.record({ type: fc.constant("markdown"), markdown: words }),
    fc.record({ type: fc.constant("code"), code: words }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(node, { minLength: 1, maxLength: 6 }), async (nodes) => {
      const written = JSON.stringify(nodes).matchAll(
        /"(?:text|calloutText|heading|content|caption|html|markdown|code)":"([a-z]+)"/g,
      );
      const html = await bodyOf({ ...lexical(...nodes), html: null });
      for (const [, word] of written) expect(html).toContain(word);
    }),
    { numRuns: 60 },
  );
});
