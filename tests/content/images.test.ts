import { describe, expect, test } from "vitest";
import { readContent } from "../../src/content/read.ts";
import { loadSharp } from "../../src/content/sharp.ts";
import { onDisk, read, report, STORY, story } from "./newspaper-on-disk.ts";
import { BLUE, halves, jpeg, movingGif, photograph, RED } from "./photographs.ts";
import { png, svg } from "./pictures.ts";

const FOLDER = "articles/2026/11";
const reportOn = (name: string, bytes: string | Uint8Array) => report({ [`${FOLDER}/${name}`]: bytes });
const reportOnSvg = (inside: string) => reportOn("a.svg", svg(inside));

describe("an image", () => {
  test("is measured, and its address changes with its bytes", async () => {
    const url = async (bytes: Uint8Array) => {
      const body = "![A bridge](bridge.png)\n";
      const { newsroom } = await read({ [STORY]: story({}, body), [`${FOLDER}/bridge.png`]: bytes });
      const [image] = newsroom?.articles[0]?.figures ?? [];
      expect(image).toMatchObject({ name: "bridge", hash: expect.stringMatching(/^[0-9a-f]{10}$/) });
      return image?.hash;
    };
    expect(await url(png(40, 30))).toBe(await url(png(40, 30)));
    expect(await url(png(40, 30))).not.toBe(await url(png(41, 30)));
  });

  test.each([
    ["a text", "a.png", "hello"],
    ["nothing", "a.gif", ""],
    ["only a beginning", "a.webp", "RIFF"],
    ["without width", "a.png", png(0, 30)],
    ["without height", "a.png", png(30, 0)],
    ["a drawing without a size", "a.svg", "<svg/>"],
    ["a drawing of size 0", "a.svg", '<svg width="0" height="0"/>'],
  ])("that is %s cannot be read", async (_what, name, bytes) => {
    expect(await reportOn(name, bytes)).toContain("This is not an image that can be read. Export it anew.");
  });

  test("that is another kind than its name says is a problem", async () => {
    expect(await reportOn("a.jpg", png(4, 3))).toMatchInlineSnapshot(`
      "content/articles/2026/11/a.jpg
        The name says jpg, but the file is png. Rename it, and mend the name where it is used.
      1 problem in 4 files. Nothing was published.
      "
    `);
  });

  test("in a text lies beside it and has alternative text", async () => {
    const inText = (body: string) => report({ [STORY]: story({}, body), [`${FOLDER}/bridge.png`]: png(4, 3) });
    expect(await inText("![A bridge](bridge.png)")).toBe("");
    expect(await inText("One\n\n![A bridge](brigde.png)")).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:10:1
        There is no image "brigde.png" beside this file. Did you mean "bridge.png"?
         10 │ ![A bridge](brigde.png)
            │ ^^
      1 problem in 5 files. Nothing was published.
      "
    `);
    expect(await inText("![ ](bridge.png)")).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:8:1
        The image bridge.png has no alternative text. Say what it shows between the brackets, for readers who cannot see it: ![A bridge at dawn](bridge.jpg).
          8 │ ![ ](bridge.png)
            │ ^^
      1 problem in 5 files. Nothing was published.
      "
    `);
    expect(await inText("![A bridge](https://x.example/bridge.png)")).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:8:1
        The image https://x.example/bridge.png is on another site. Put the file beside this one and name it here.
          8 │ ![A bridge](https://x.example/bridge.png)
            │ ^^
      1 problem in 5 files. Nothing was published.
      "
    `);
    expect(await inText("![A bridge](//x.example/bridge.png)")).toContain("is on another site");
    expect(await inText("![A bridge](data:image/png;base64,AAAA)")).toContain("There is no image");
    expect(await inText("![A bridge](../11/bridge.png)")).toContain("There is no image");
    expect(await inText("![A bridge](/images/bridge.png)")).toContain("There is no image");
  });

  test("that cannot be read is a problem of its own, and one wherever it is shown", async () => {
    const files = {
      [STORY]: story({ image: "{ src: a.png, alt: A }" }, "![A](a.png) ![B](a.png)"),
      [`${FOLDER}/a.png`]: "no image",
    };
    expect(await report(files)).toMatchInlineSnapshot(`
      "content/articles/2026/11/a.png
        This is not an image that can be read. Export it anew.
      content/articles/2026/11/bridge-opens.md:9:1
        The image "a.png" cannot be shown. Mend the file; what is wrong with it is listed under its own name.
          9 │ ![A](a.png) ![B](a.png)
            │ ^^
      content/articles/2026/11/bridge-opens.md:9:13
        The image "a.png" cannot be shown. Mend the file; what is wrong with it is listed under its own name.
          9 │ ![A](a.png) ![B](a.png)
            │             ^^
      3 problems in 5 files. Nothing was published.
      "
    `);
  });
});

describe("a picture", () => {
  /** What was read of a picture that stands in a text. */
  const seen = async (name: string, bytes: Uint8Array) => {
    const { newsroom, problems } = await read({ [STORY]: story({}, `![A](${name})\n`), [`${FOLDER}/${name}`]: bytes });
    expect(problems).toEqual([]);
    return newsroom?.articles[0]?.figures[0];
  };

  test.each(["avif", "gif", "jpeg", "png", "webp"] as const)(
    "in %s that breaks off anywhere is a problem",
    async (format) => {
      const whole = await (await photograph(300, 200)).toFormat(format).toBuffer();
      expect(await reportOn(`a.${format}`, whole)).toBe("");
      for (const share of [0.3, 0.6, 0.9, 0.99]) {
        const bytes = whole.subarray(0, Math.floor(whole.length * share));
        expect(await reportOn(`a.${format}`, bytes), `${share}`).toMatch(
          /breaks off or is damaged|not an image that can/,
        );
      }
    },
  );

  test("that is damaged in the middle is a problem, at its own file and where it is shown", async () => {
    const bytes = await (await photograph(300, 200)).png().toBuffer();
    bytes.fill(0x37, bytes.length / 2, bytes.length / 2 + 60);
    const files = { [STORY]: story({ image: "{ src: a.png, alt: A }" }), [`${FOLDER}/a.png`]: bytes };
    expect(await report(files)).toMatchInlineSnapshot(`
      "content/articles/2026/11/a.png
        This image breaks off or is damaged. Export or upload it anew.
      content/articles/2026/11/bridge-opens.md:7:15
        The image "a.png" cannot be shown. Mend the file; what is wrong with it is listed under its own name.
          7 │ image: { src: a.png, alt: A }
            │               ^^^^^
      2 problems in 5 files. Nothing was published.
      "
    `);
  });

  test("that says it has more pixels than any screen is not even opened", async () => {
    expect(await reportOn("a.png", png(20_000, 1))).toMatchInlineSnapshot(`
      "content/articles/2026/11/a.png
        This image has more than 100 million pixels, or more than 16000 to a side. Export it smaller: 2,000 pixels are enough for any screen.
      1 problem in 4 files. Nothing was published.
      "
    `);
    const bomb = Buffer.from(png(4, 3));
    bomb.writeUInt32BE(15_000, 16);
    bomb.writeUInt32BE(15_000, 20);
    expect(await reportOn("a.png", bomb)).toContain("more than 100 million pixels");
  });

  test("that lies on its side in the file is measured as it is seen", async () => {
    const turned = await (await loadSharp())(await jpeg(300, 200))
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect(await seen("a.jpg", turned)).toMatchObject({ width: 200, height: 300 });
  });

  test("is known by most of its colour, a chart by its few colours, and a logo by what shines through it", async () => {
    const sharp = await loadSharp();
    const chart = await (await halves(90, 60, RED, BLUE)).png().toBuffer();
    const logo = await sharp({ create: { width: 9, height: 9, channels: 4, background: { ...RED, alpha: 0.5 } } })
      .webp()
      .toBuffer();
    expect((await seen("a.jpg", await jpeg(300, 200)))?.look).toEqual({
      isDrawing: false,
      moves: false,
      tint: expect.any(Number),
    });
    expect((await seen("a.png", chart))?.look).toMatchObject({ isDrawing: true, tint: expect.any(Number) });
    expect((await seen("a.webp", logo))?.look).toEqual({ isDrawing: true, moves: false, tint: undefined });
    expect((await seen("a.png", await (await photograph(300, 200)).png().toBuffer()))?.look?.isDrawing).toBe(false);
  });

  test("that moves is known to", async () => {
    expect(await seen("a.gif", await movingGif(60, 40))).toMatchObject({
      width: 60,
      height: 40,
      look: { moves: true },
    });
  });

  test("is opened once: the next run knows it by its bytes, under whatever time", async () => {
    const content = await onDisk({ [`${FOLDER}/a.jpg`]: await jpeg(300, 200), [`${FOLDER}/b.png`]: png(4, 3) });
    const first = await readContent(content, "content");
    expect(first.imagesOpened).toBe(2);
    const again = await readContent(content, "content", { earlier: first.readings });
    expect(again.imagesOpened).toBe(0);
    expect(again.newsroom).toEqual(first.newsroom);
  });

  test("says what is to stay in view of it, in per cent", async () => {
    const withFocus = (focus: string) => ({
      [STORY]: story({ image: `{ src: bridge.png, alt: A, focus: ${focus} }` }),
      [`${FOLDER}/bridge.png`]: png(4, 3),
    });
    const { newsroom } = await read(withFocus("30% 40%"));
    expect(newsroom?.articles[0]?.cover?.focus).toEqual({ x: 30, y: 40 });
    expect(await report(withFocus("left"))).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:7:42
        "image.focus" is not a point of the picture ("left"). Write how far from the left and from the top, such as "30% 40%"; the middle is "50% 50%".
          7 │ image: { src: bridge.png, alt: A, focus: left }
            │                                          ^^^^
      1 problem in 5 files. Nothing was published.
      "
    `);
    for (const wrong of ["30 40", "101% 0%", "-1% 0%", "30%", "30% 40% 50%", '""']) {
      expect(await report(withFocus(wrong)), wrong).toMatch(/"image.focus" is/);
    }
  });
});

describe("a drawing", () => {
  test.each([
    "<path d='M0 0'/><text>a &lt; b &#160;</text><!-- <script> -->",
    "<style>\n\t.a { fill: red }\r\n</style><g class='a'/>",
    "<rect fill='url(#a)' mask='url( &quot;#b&quot; )' style='filter: url(&apos;#c&apos;)'/>",
    `<use href='#a'/><image href='data:image/png;base64,${Buffer.from(png(4, 3)).toString("base64")}'/>`,
  ])("may hold %s", async (inside) => {
    expect(await reportOnSvg(inside)).toBe("");
  });

  test("with code is a problem", async () => {
    expect(await reportOnSvg("<script>alert(1)</script><rect onload='alert(1)'/>")).toMatchInlineSnapshot(`
      "content/articles/2026/11/a.svg
        This SVG holds <script>, which is not part of a drawing. Export the drawing as plain SVG (Inkscape: Save As, Optimised SVG).
      content/articles/2026/11/a.svg
        This SVG runs code (onload). Export the drawing as plain SVG (Inkscape: Save As, Optimised SVG).
      2 problems in 4 files. Nothing was published.
      "
    `);
    expect(
      await reportOnSvg("<image href='https://x.example/a.png'/><style>@import 'a.css'</style>"),
    ).toMatchInlineSnapshot(`
      "content/articles/2026/11/a.svg
        This SVG refers to something elsewhere (href="https://x.example/a.png"). Export the drawing as plain SVG (Inkscape: Save As, Optimised SVG).
      content/articles/2026/11/a.svg
        This SVG's styles refer to something elsewhere. Export the drawing as plain SVG (Inkscape: Save As, Optimised SVG).
      2 problems in 4 files. Nothing was published.
      "
    `);
  });

  test.each([
    "<x:script xmlns:x='http://www.w3.org/2000/svg'/>",
    "<style><script>alert(1)</script></style>",
    "<foreignObject/>",
    "<a href='javascript:alert(1)'/>",
    "<animate/>",
    "<set/>",
    "<metadata><rdf:RDF/></metadata>",
    "<?xml-stylesheet href='a.css'?>",
    "<__proto__/>",
    "<constructor/>",
  ])("with %s is a problem", async (inside) => {
    expect(await reportOnSvg(inside)).toContain("This SVG");
  });

  test.each([
    "<rect ONLOAD='x'/>",
    "<rect x:onload='x' xmlns:x='http://x'/>",
    "<use href='a.svg#b'/>",
    "<use y:href='//x.example' xmlns:y='http://www.w3.org/1999/xlink'/>",
    "<image href='data:image/svg+xml,x'/>",
    "<rect fill='url(https://x.example)'/>",
    "<rect cursor='url( //x.example )'/>",
    "<rect style='fill: u&#114;l(//x.example)'/>",
    "<rect style='fill: u&#x72;l(//x.example)'/>",
    "<rect style='fill: u\\72l(//x.example)'/>",
    "<style><![CDATA[@import 'a.css']]></style>",
    "<style>a { b: image-set('a.png' 1x) }</style>",
    "<style>a { b: url(\n'a.png') }</style>",
  ])("with %s runs or fetches, and is a problem", async (inside) => {
    expect(await reportOnSvg(inside)).toMatch(/This SVG('s styles refer| refers| runs)/);
  });

  test("with a document type is a problem, and so is one that is not well-formed", async () => {
    expect(await reportOn("a.svg", `<!DOCTYPE svg>${svg("")}`)).toMatchInlineSnapshot(`
      "content/articles/2026/11/a.svg
        This SVG declares a document type, which can hide code. Export the drawing as plain SVG (Inkscape: Save As, Optimised SVG).
      1 problem in 4 files. Nothing was published.
      "
    `);
    expect(await reportOn("a.svg", svg("<g>"))).toMatchInlineSnapshot(`
      "content/articles/2026/11/a.svg
        This SVG is not well-formed (line 1: Expected closing tag 'g' (opened in line 1, col 64) instead of closing tag 'svg'.). Export the drawing as plain SVG (Inkscape: Save As, Optimised SVG).
      1 problem in 4 files. Nothing was published.
      "
    `);
  });

  test("is UTF-8: in another encoding a browser would read other tags", async () => {
    const declared = (encoding: string) => reportOn("a.svg", `<?xml version="1.0" encoding${encoding}?>${svg("")}`);
    expect(await declared('="UTF-8"')).toBe("");
    expect(await declared("='utf-8'")).toBe("");
    expect(await declared('="ISO-2022-JP"')).toMatchInlineSnapshot(`
      "content/articles/2026/11/a.svg
        This SVG is not UTF-8. Export the drawing as plain SVG (Inkscape: Save As, Optimised SVG).
      1 problem in 4 files. Nothing was published.
      "
    `);
    expect(await declared(' = "ISO-2022-JP"')).toContain("This SVG is not UTF-8.");
    expect(await reportOn("a.svg", Buffer.from(svg("<text>caf\u00e9</text>"), "latin1"))).toContain("not UTF-8");
  });

  test("nested ten thousand deep is a problem like another", async () => {
    expect(await reportOnSvg(`${"<g>".repeat(10_000)}${"</g>".repeat(10_000)}`)).toContain("This SVG cannot be read.");
  });
});
