import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readContent } from "../../src/content/read.ts";
import { printed } from "./newspaper-on-disk.ts";

const BROKEN = fileURLToPath(new URL("../newspapers/broken/", import.meta.url));

test("a newspaper with a mistake in every file prints all of them, each with its place and its remedy", async () => {
  const reading = await readContent(BROKEN, "content");
  expect(reading.newsroom).toBeUndefined();
  expect(printed(reading)).toMatchInlineSnapshot(`
    "content/_data/x.js
      No file of this name can stand here. Stories are articles/YYYY/MM/slug.md, people authors/slug.md, pages pages/slug.md; images (avif, gif, jpg, png, svg, webp) and figures (csv) lie beside them; replies are comments/YYYY/MM/slug/id.yaml; settings.yaml, tags.yaml, series.yaml, front.yaml, addresses.json and a logo (svg) stand at the top.
    content/articles/2026/11/Capital.md
      The name "Capital.md" cannot stand in a URL as it is. Rename the file to capital.md.
    content/articles/2026/11/alias.md:7:8
      This is a YAML alias. Write the value out, or quote the *.
        7 │ place: *home
          │        ^^^^^
    content/articles/2026/11/author-unknown.md:4:9
      There is no author "ann-exampel". Did you mean "ann-example"?
        4 │ author: ann-exampel
          │         ^^^^^^^^^^^
    content/articles/2026/11/bridge.11tydata.js
      No file of this name can stand here. Stories are articles/YYYY/MM/slug.md, people authors/slug.md, pages pages/slug.md; images (avif, gif, jpg, png, svg, webp) and figures (csv) lie beside them; replies are comments/YYYY/MM/slug/id.yaml; settings.yaml, tags.yaml, series.yaml, front.yaml, addresses.json and a logo (svg) stand at the top.
    content/articles/2026/11/clocks-go-back.md:5:7
      "date" is a time that happens twice in Europe/London, when the clocks go back. Say which: 2026-10-25T01:30+01:00 or 2026-10-25T01:30+00:00.
        5 │ date: 2026-10-25T01:30
          │       ^^^^^^^^^^^^^^^^
    content/articles/2026/11/clocks-go-forward.md:5:7
      "date" is a time that does not exist in Europe/London: the clocks go forward over it. Write a later time, or give the offset.
        5 │ date: 2026-03-29T01:30
          │       ^^^^^^^^^^^^^^^^
    content/articles/2026/11/colon-in-title.md:2:8
      A colon followed by a space starts a new field here. Put the whole value in quotes: title: "Bridge opens: first cars cross".
        2 │ title: Bridge: it opens
          │        ^
    content/articles/2026/11/control-character.md:9:11
      Here is a control character (U+0007). Delete it.
        9 │ The bridge␇ is open.
          │           ^
    content/articles/2026/11/date-impossible.md:5:7
      "date" is a date or time that does not exist ("2026-11-31"). Mend the day, the time or the offset.
        5 │ date: 2026-11-31
          │       ^^^^^^^^^^
    content/articles/2026/11/date-in-another-month.md:5:7
      The date is in 2026/12, but the file is in 2026/11. Move it to articles/2026/12/date-in-another-month.md, or mend the date.
        5 │ date: 2026-12-01
          │       ^^^^^^^^^^
    content/articles/2026/11/draft-in-quotes.md:7:8
      "draft" must be true or false. Write one of them in lower case, without quotes.
        7 │ draft: "true"
          │        ^^^^^^
    content/articles/2026/11/drawing-with-script.svg
      This SVG holds <script>, which is not part of a drawing. Export the drawing as plain SVG (Inkscape: Save As, Optimised SVG).
    content/articles/2026/11/engine.md:1:4
      Front matter is YAML and nothing else. Leave only --- on line 1.
        1 │ ---js
          │    ^^
    content/articles/2026/11/field-missing.md:2:1
      Missing field "summary". Add it, such as "summary: The crossing opened a month early, and the ferry made its last trip.".
        2 │ title: Bridge opens
          │ ^^^^^^^^^^^^^^^^^^^
    content/articles/2026/11/field-misspelt.md:7:1
      Unknown field "sumary". Did you mean "summary"?
        7 │ sumary: The first ferry-free crossing
          │ ^^^^^^
    content/articles/2026/11/field-twice.md:8:1
      The field "place" is here twice. Keep one of them.
        8 │ place: London
          │ ^^^^^
    content/articles/2026/11/footnote-without-mark.md:11:1
      No reader would see the footnote [^1]: no mark calls it. Write [^1] where it belongs.
       11 │ [^1]: Nobody reads this.
          │ ^^^^
    content/articles/2026/11/footnote-without-text.md:9:11
      The footnote [^1] has no text. Add a line that starts with [^1]: to the end of the text.
        9 │ The bridge[^1] is open.
          │           ^^^^
    content/articles/2026/11/front-matter-missing.md:1:1
      There is no front matter on line 1. The first line is three hyphens (---), then the fields, then three hyphens again.
        1 │ The bridge is open.
          │ ^^^^^^^^^^^^^^^^^^^
    content/articles/2026/11/front-matter-unclosed.md:1:1
      The front matter is never closed. The first line is three hyphens (---), then the fields, then three hyphens again.
        1 │ ---
          │ ^^^
    content/articles/2026/11/heading-of-first-order.md:9:3
      A page has one main heading, and it is the title. Start the headings of the body at ##.
        9 │ # Bridge opens
          │   ^^^^^^^^^^^^
    content/articles/2026/11/html.md:10:4
      Raw HTML (<b>) cannot stand in a text. Use Markdown, or write &lt; for a less-than sign.
       10 │ is <b>open.
          │    ^^^
    content/articles/2026/11/image-missing.md:9:1
      There is no image "bridge.png" beside this file. Known are: drawing-with-script.svg, drawing.svg, no-image.png.
        9 │ ![A bridge](bridge.png)
          │ ^^
    content/articles/2026/11/image-without-words.md:9:1
      The image drawing.svg has no alternative text. Say what it shows between the brackets, for readers who cannot see it: ![A bridge at dawn](bridge.jpg).
        9 │ ![](drawing.svg)
          │ ^^
    content/articles/2026/11/index.11ty.js
      No file of this name can stand here. Stories are articles/YYYY/MM/slug.md, people authors/slug.md, pages pages/slug.md; images (avif, gif, jpg, png, svg, webp) and figures (csv) lie beside them; replies are comments/YYYY/MM/slug/id.yaml; settings.yaml, tags.yaml, series.yaml, front.yaml, addresses.json and a logo (svg) stand at the top.
    content/articles/2026/11/latin-1.md:9:6
      This file is not UTF-8. Save it as UTF-8 in your editor.
        9 │ A caf� by the bridge.
          │      ^
    content/articles/2026/11/link-to-no-file.md:9:6
      There is no file articles/2026/11/htlm.md. Did you mean "html.md"?
        9 │ See [the glossary](htlm.md).
          │      ^
    content/articles/2026/11/link-to-no-heading.md:9:6
      There is no heading "the-brige" in articles/2026/11/link-to-no-heading.md. Did you mean "the-bridge"?
        9 │ See [above](#the-brige).
          │      ^
    content/articles/2026/11/link-with-script.md:9:10
      A link cannot use javascript:. Links are https:, http:, mailto:, tel: or a file's relative path.
        9 │ > - See [this](javascript:alert).
          │          ^
    content/articles/2026/11/no-image.png
      This is not an image that can be read. Export it anew.
    content/articles/2026/11/number-sign.md:2:15
      A # after a space starts a comment, which nobody sees. Put the whole text in quotes.
        2 │ title: Bridge # 1 opens
          │               ^^^^^^^^^
    content/articles/2026/11/section-unknown.md:6:10
      There is no section "newz". Did you mean "news"?
        6 │ section: newz
          │          ^^^^
    content/articles/2026/11/source-without-name.md:8:5
      Missing field "sources.name". Add it, such as "name: Minutes of the council, 3 November 2026".
        8 │   - url: https://council.example
          │     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    content/articles/2026/11/tag-unknown.md:7:8
      Unknown tag "Huwaei". Did you mean "Huawei"?
        7 │ tags: [Huwaei]
          │        ^^^^^^
    content/articles/2026/11/tags-no-list.md:7:7
      "tags" must be a list. Write it like [Huawei].
        7 │ tags: Huawei
          │       ^^^^^^
    content/articles/bridge.md
      No file of this name can stand here. Stories are articles/YYYY/MM/slug.md, people authors/slug.md, pages pages/slug.md; images (avif, gif, jpg, png, svg, webp) and figures (csv) lie beside them; replies are comments/YYYY/MM/slug/id.yaml; settings.yaml, tags.yaml, series.yaml, front.yaml, addresses.json and a logo (svg) stand at the top.
    content/authors/robot.md:3:7
      "type" is "machine". Write "person" or "organisation".
        3 │ type: machine
          │       ^^^^^^^
    content/pages/about.md:2:1
      Missing field "title". Add it, such as "title: About us".
        2 │ summary: The title is missing.
          │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    content/pages/tags.md
      /tags/ is taken: the site has something of its own there. Give the file another name.
    content/settings.yaml:15:9
      Nothing stands at /abuot/ on this site. Did you mean "/about/"?
       15 │     to: /abuot/
          │         ^^^^^^^
    content/tags.yaml:5:9
      "bri" means two tags: "Belt and Road" and "Brief". Keep it with one of them.
        5 │ - name: Brief
          │         ^^^^^
    42 problems in 40 files. Nothing was published.
    "
  `);
});
