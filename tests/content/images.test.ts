import { describe, expect, test } from "vitest";
import { read, report, STORY, story } from "./newspaper-on-disk.ts";
import { png, svg } from "./pictures.ts";

const FOLDER = "articles/2026/11";
const reportOn = (name: string, bytes: string | Uint8Array) => report({ [`${FOLDER}/${name}`]: bytes });
const reportOnSvg = (inside: string) => reportOn("a.svg", svg(inside));

describe("an image", () => {
  test("is measured, and its address changes with its bytes", async () => {
    const url = async (bytes: Uint8Array) => {
      const body = "![A bridge](bridge.png)\n";
      const { newsroom } = await read({ [STORY]: story({}, body), [`${FOLDER}/bridge.png`]: bytes });
      const [image] = newsroom?.articles[0]?.images ?? [];
      expect(image?.url).toMatch(/^\/images\/bridge-[0-9a-f]{10}\.png$/);
      return image?.url;
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

  test("that cannot be read is one problem, however often it is shown", async () => {
    const files = {
      [STORY]: story({ image: "{ src: a.png, alt: A }" }, "![A](a.png) ![B](a.png)"),
      [`${FOLDER}/a.png`]: "no image",
    };
    expect(await report(files)).toMatchInlineSnapshot(`
      "content/articles/2026/11/a.png
        This is not an image that can be read. Export it anew.
      1 problem in 5 files. Nothing was published.
      "
    `);
  });
});

describe("a drawing", () => {
  test.each([
    "<path d='M0 0'/><text>a &lt; b &#160;</text><!-- <script> -->",
    "<style>\n\t.a { fill: red }\r\n</style><g class='a'/>",
    "<rect fill='url(#a)' mask='url( &quot;#b&quot; )' style='filter: url(&apos;#c&apos;)'/>",
    "<use href='#a'/><image href='data:image/png;base64,AAAA'/>",
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
