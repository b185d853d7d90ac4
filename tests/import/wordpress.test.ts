import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { jpeg } from "../content/photographs.ts";
import { png } from "../content/pictures.ts";
import { moveIn } from "./moved-in.ts";
import type { WxrItem } from "./wxr.ts";

const ANN = { login: "ann", name: "Ann Example" };
const story = (content: string, more: Partial<WxrItem> = {}) => ({
  authors: [ANN],
  items: [{ id: 1, slug: "bridge", title: "Bridge", content, ...more }],
});
const BRIDGE = "articles/2020/04/bridge.md";
const bodyOf = (file: string): string => file.slice(file.indexOf("\n---\n") + 5).trim();
const moved = async (content: string, more: Partial<WxrItem> = {}) => {
  const old = await moveIn(story(content, more));
  return { ...old, body: bodyOf(await old.file(BRIDGE)), told: await old.report() };
};

describe("a text of the block editor", () => {
  test("has its paragraphs, headings from ##, lists, quotations, code and rules", async () => {
    const { body, problems } = await moved(
      `<!-- wp:heading {"level":1} -->\n<h1 class="wp-block-heading">What next</h1>\n<!-- /wp:heading -->
<!-- wp:paragraph {"dropCap":true} -->\n<p class="has-drop-cap">The <strong>first</strong> lorry &amp; the <em>last</em> ferry.</p>\n<!-- /wp:paragraph -->
<!-- wp:list --><ul class="wp-block-list"><!-- wp:list-item --><li>One</li><!-- /wp:list-item --><!-- wp:list-item --><li>Two<!-- wp:list {"ordered":true} --><ol><!-- wp:list-item --><li>Deep</li><!-- /wp:list-item --></ol><!-- /wp:list --></li><!-- /wp:list-item --></ul><!-- /wp:list -->
<!-- wp:quote --><blockquote class="wp-block-quote"><!-- wp:paragraph --><p>We are open.</p><!-- /wp:paragraph --><cite>The mayor</cite></blockquote><!-- /wp:quote -->
<!-- wp:code --><pre class="wp-block-code"><code>a &lt; b</code></pre><!-- /wp:code -->
<!-- wp:separator --><hr class="wp-block-separator"/><!-- /wp:separator -->
<!-- wp:columns --><div class="wp-block-columns"><!-- wp:column --><div class="wp-block-column"><!-- wp:paragraph --><p>Left.</p><!-- /wp:paragraph --></div><!-- /wp:column --><!-- wp:column --><div><!-- wp:paragraph --><p>Right.</p><!-- /wp:paragraph --></div><!-- /wp:column --></div><!-- /wp:columns -->
<!-- wp:buttons --><div class="wp-block-buttons"><!-- wp:button --><div class="wp-block-button"><a class="wp-block-button__link" href="https://other.example/">Read on</a></div><!-- /wp:button --></div><!-- /wp:buttons -->
<!-- wp:more --><!--more--><!-- /wp:more -->
<!-- wp:table --><figure class="wp-block-table"><table><thead><tr><th>Year</th><th>Cars</th></tr></thead><tbody><tr><td>2020</td><td>12 | 13</td></tr></tbody></table><figcaption>Cars a year</figcaption></figure><!-- /wp:table -->`,
    );
    expect(body).toBe(
      [
        "## What next",
        "The **first** lorry & the _last_ ferry.",
        "- One\n- Two\n  1. Deep",
        "> We are open.\n>\n> The mayor",
        "```\na < b\n```",
        "---",
        "Left.",
        "Right.",
        "[Read on](https://other.example/)",
        "| Year | Cars |\n| - | - |\n| 2020 | 12 \\| 13 |",
        "Cars a year",
      ].join("\n\n"),
    );
    expect(await problems()).toBe("");
  });

  test("has what it embeds as a link on a line of its own, and its words under it", async () => {
    const { body } = await moved(
      `<!-- wp:embed {"url":"https://www.youtube.com/watch?v=abcdefghijk","type":"video"} --><figure class="wp-block-embed"><div class="wp-block-embed__wrapper">
https://www.youtube.com/watch?v=abcdefghijk
</div><figcaption>The <b>opening</b></figcaption></figure><!-- /wp:embed --><!-- wp:html --><iframe src="https://player.vimeo.com/video/12345" width="640"></iframe><!-- /wp:html -->`,
    );
    expect(body).toBe("<https://www.youtube.com/watch?v=abcdefghijk>\n\nThe **opening**\n\n<https://vimeo.com/12345>");
  });

  test("has its footnotes where they were called, with their words at the end", async () => {
    const { body, problems } = await moved(
      `<!-- wp:paragraph --><p>Opened early<sup data-fn="a-b" class="fn"><a href="#a-b" id="a-b-link">1</a></sup>.</p><!-- /wp:paragraph --><!-- wp:footnotes /-->`,
      { meta: { footnotes: JSON.stringify([{ id: "a-b", content: "By a <em>month</em>." }]) } },
    );
    expect(body).toBe("Opened early[^1].\n\n[^1]: By a _month_.");
    expect(await problems()).toBe("");
  });

  test("holds the words of blocks that it shared with others, and a person hears of one that is gone", async () => {
    const shared = {
      id: 7,
      type: "wp_block",
      title: "Support us",
      content: "<!-- wp:paragraph --><p>Support us.</p><!-- /wp:paragraph -->",
    };
    const text = {
      id: 1,
      slug: "bridge",
      content: `<!-- wp:block {"ref":7} /--><!-- wp:block {"ref":8} /--><!-- wp:acme/poll {"id":1} /-->`,
    };
    const old = await moveIn({ authors: [ANN], items: [text, shared] });
    expect(bodyOf(await old.file(BRIDGE))).toBe("Support us.");
    const told = await old.report();
    expect(told).toContain("Here was the shared block 8, which is not in the export.");
    expect(told).toContain('Here was a block "acme/poll", which made its words on each visit.');
    expect(old.tally).toMatchObject({ items: 2, stories: 1, listed: 1 });
  });
});

describe("a text of the classic editor", () => {
  test("has paragraphs at its empty lines, and line ends where they were", async () => {
    const { body } = await moved(
      "First\r\nline.\r\n\r\nSecond.\n\n<h3>Three</h3>\nFour <em>five\nsix</em>\n<ul>\n<li>seven</li>\n</ul>\n<pre>a\n\nb</pre>\nlast",
    );
    expect(body).toBe(
      ["First\\\nline.", "Second.", "### Three", "Four _five\\\nsix_", "- seven", "```\na\n\nb\n```", "last"].join(
        "\n\n",
      ),
    );
  });

  test("has its shortcodes as what they showed; of others the words stay, and a person is told where", async () => {
    const { body, told, file } = await moved(
      'Before [sic] and [1].\n\nhttps://vimeo.com/123\n\n[embed width="1"]https://youtu.be/abcdefghijk[/embed]\n\n[audio mp3="https://old.example/a.mp3"]\n\n[box colour="red"]Inside <b>it</b>.[/box]\n\n[[gallery]] as text\n\n[contact-form-7 id="4"]',
    );
    expect(body).toBe(
      [
        "Before \\[sic] and \\[1].",
        "<https://vimeo.com/123>",
        "<https://youtu.be/abcdefghijk>",
        "<https://old.example/a.mp3>",
        "Inside **it**.",
        "\\[gallery] as text",
      ].join("\n\n"),
    );
    const line = (await file(BRIDGE)).split("\n").findIndex((one) => one.startsWith("Inside")) + 1;
    expect(told).toContain(
      `content/${BRIDGE}:${line}\` Here was the shortcode \\[box colour="red"\\]: its words are kept.`,
    );
    expect(told).toContain('Here was the shortcode \\[contact-form-7 id="4"\\]: what it made is not in the export.');
    expect(told).toContain("Here was a sound; now a link leads to its file on the old site.");
  });

  test("loses no script, style, form or drawing without a word", async () => {
    const { body, told } = await moved(
      '<p>A</p><script>steal()</script><style>p{}</style><form action="/x"><label>Your name</label><input type="text" placeholder="Name"></form><svg><text>Drawn</text></svg><iframe src="https://widgets.example/x"></iframe><p>Z</p>',
    );
    expect(body).toBe("A\n\nYour nameName\n\nDrawn\n\n<https://widgets.example/x>\n\nZ");
    for (const what of [
      "A script was left out (steal())",
      "A style sheet was left out (p{})",
      "a form: only its words",
      "an inline drawing: only its words",
      "embedded from widgets.example",
    ]) {
      expect(told.replaceAll("\\", "")).toContain(what);
    }
  });
});

describe("pictures", () => {
  const uploads = async () => ({
    "uploads/2020/04/photo.jpg": await jpeg(60, 40),
    "uploads/2020/04/other.png": png(60, 40),
    "uploads/2020/04/story.pdf": "%PDF-1.4",
    "uploads/2020/04/fake.jpg": "<script>alert(1)</script>",
    "secret.jpg": await jpeg(60, 40),
  });
  const attachment = (id: number, path: string, alt = "", caption = ""): WxrItem => ({
    id,
    type: "attachment",
    status: "inherit",
    attachment: `https://old.example/wp-content/uploads/${path}`,
    excerpt: caption,
    meta: { _wp_attachment_image_alt: alt },
  });

  test("lie beside their story, in their largest size, each once, with the words that the export has for them", async () => {
    const at = "https://old.example/wp-content/uploads/2020/04";
    const content = `<!-- wp:image {"id":5} --><figure class="wp-block-image"><a href="${at}/photo.jpg"><img src="${at}/photo-300x200.jpg" alt="" class="wp-image-5"/></a><figcaption>The <a href="https://other.example">first</a> lorry</figcaption></figure><!-- /wp:image -->
<!-- wp:paragraph --><p><img src="/wp-content/uploads/2020/04/other.png" alt="A map">Words around it.</p><!-- /wp:paragraph -->
<!-- wp:image --><figure><img src="${at}/gone.jpg" alt="Gone"/></figure><!-- /wp:image --><!-- wp:image --><figure><img src="${at}/fake.jpg" alt="Fake"/></figure><!-- /wp:image -->
<!-- wp:image --><figure><img src="${at}/../../../secret.jpg" alt="Secret"/></figure><!-- /wp:image --><!-- wp:image --><figure><img src="${at}/%2e%2e/%2e%2e/%2e%2e/secret.jpg" alt="Out"/></figure><!-- /wp:image -->`;
    const items = [
      { id: 1, slug: "bridge", content, meta: { _thumbnail_id: "6" } },
      attachment(5, "2020/04/photo.jpg", "A lorry", "A caption from the library"),
      attachment(6, "2020/04/other.png"),
    ];
    const old = await moveIn({ authors: [ANN], items }, { beside: await uploads() }).catch(
      (error: unknown) => error as Error,
    );
    if (old instanceof Error) throw old;
    const media = join(old.folder, "uploads");
    const again = await old.again(undefined, { media });
    const file = await again.file(BRIDGE);
    expect(file).toContain('image:\n  src: other.png\n  alt: "Picture: Story 1"\n');
    expect(bodyOf(file).split("\n\n").slice(0, 3)).toEqual([
      '![A lorry](photo.jpg "The first lorry")',
      "![A map](other.png)",
      "Words around it.",
    ]);
    expect(await again.files()).toEqual(
      expect.arrayContaining(["articles/2020/04/photo.jpg", "articles/2020/04/other.png"]),
    );
    expect((await again.files()).join()).not.toMatch(/secret|fake|gone/);
    const told = (await again.report()).replaceAll("\\", "");
    expect(told).toContain("gone.jpg is not here: it is not in the folder of pictures.");
    expect(told).toContain("fake.jpg is not here: its format");
    expect(told).toContain("secret.jpg is not here: ");
    expect(told).toContain("The caption linked to https://other.example, which captions here do not.");
    expect(told).toContain('Its picture has "Picture: Story 1" for an alternative text');
    expect(again.tally.pictures).toBe(2);
    expect(await again.problems()).toBe("");
  });

  test("are not followed out of the folder by links", async () => {
    const at = "https://old.example/wp-content/uploads";
    const items = [
      {
        id: 1,
        slug: "bridge",
        content: `<img src="${at}/link.jpg" alt="a"><img src="${at}/folder/secret.jpg" alt="b">`,
      },
    ];
    const old = await moveIn({ authors: [ANN], items }, { beside: await uploads() });
    await symlink(join(old.folder, "secret.jpg"), join(old.folder, "uploads/link.jpg"));
    await symlink(old.folder, join(old.folder, "uploads/folder"));
    const again = await old.again(undefined, { media: join(old.folder, "uploads") });
    expect((await again.files()).filter((path) => path.endsWith(".jpg"))).toEqual([]);
    expect(await again.report()).toContain("it is a link, and not a file");
  });

  test("of a gallery stand one after another, or as a gallery where forms are known", async () => {
    const items = [
      {
        id: 1,
        slug: "bridge",
        content:
          '[gallery ids="5,6"]\n\n[caption id="x" width="3"]<img src="https://old.example/wp-content/uploads/2020/04/photo.jpg" alt="Lorry" /> Under it[/caption]',
      },
      attachment(5, "2020/04/photo.jpg", "A lorry", "One"),
      attachment(6, "2020/04/other.png", "A map"),
    ];
    const old = await moveIn({ authors: [ANN], items }, { beside: await uploads() });
    const again = await old.again(undefined, { media: join(old.folder, "uploads") });
    const body = bodyOf(await again.file(BRIDGE));
    expect(body).toContain('![A lorry](photo.jpg "One")');
    expect(body).toContain("![A map](other.png)");
    expect(body).toContain('![Lorry](photo.jpg "Under it")');
    expect(await again.problems()).toBe("");
    await mkdir(join(old.folder, "x"));
    await writeFile(join(old.folder, "x/y"), "");
  });
});
