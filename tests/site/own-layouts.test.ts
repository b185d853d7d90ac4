import { rm } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { datelineIn } from "./dateline-in.ts";
import { bytesOf, save, siteFolder } from "./site-folder.ts";

let site: string;
beforeEach(async () => {
  site = await siteFolder("full");
});

/** Builds the site, and says what the build said, what was printed anew, and the bytes of each file. */
async function build(output = "_site") {
  const { status, said } = datelineIn(site, "build", "--now", "2026-06-01T12:00Z", "--output", output);
  expect({ status, said }).toEqual({ status: 0, said: expect.any(String) });
  const [, printed] = /(\d+) pages? printed anew/.exec(said) ?? [];
  const { ".dateline": _mark, ...bytes } = await bytesOf(join(site, output));
  return { printed: printed === undefined ? "all" : Number(printed), bytes };
}

const check = () => datelineIn(site, "check").said;

type Bytes = Readonly<Record<string, string>>;

const changed = (one: Bytes, other: Bytes): string[] =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((file) => one[file] !== other[file]).sort();

const isStory = (file: string) => /^\d{4}\/\d\d\/[^/]+\/index\.html$/.test(file);

/** A byline that says who says so. */
const byline = (verb: string) => `import { Byline as Ours } from "dateline/layouts/parts/Byline.tsx";
import type { Parts } from "dateline/layouts/parts.ts";
import { Desk } from "../Desk.tsx";

export const Byline: Parts["Byline"] = (props) => (
  <div class="whole-byline">
    <Ours {...props} />
    <Desk>${verb}</Desk>
  </div>
);
`;

const DESK = `import type { ComponentChildren } from "preact";

export const Desk = ({ children }: { children: ComponentChildren }) => <p class="desk">{children}</p>;
`;

test("a site's own part and style are in the pages that have them, edits too, and ours are back when they go", {
  timeout: 300_000,
}, async () => {
  const ours = await build();
  const stories = Object.keys(ours.bytes).filter(isStory);
  expect(stories.length).toBeGreaterThan(10);

  await save(join(site, "layouts/parts/Byline.tsx"), byline("Filed"));
  await save(join(site, "layouts/Desk.tsx"), DESK);
  const own = await build();
  // The part stands in stories, and nothing else is printed.
  expect(changed(ours.bytes, own.bytes)).toEqual(stories);
  expect(own.printed).toBe(stories.length);
  expect((await build()).printed).toBe(0);

  await save(join(site, "layouts/Desk.tsx"), DESK.replace("desk", "newsdesk"));
  const edited = await build();
  expect(changed(own.bytes, edited.bytes)).toEqual(stories);
  expect(edited.printed).toBe(stories.length);

  await save(
    join(site, "layouts/styles/search.css"),
    '@import "dateline/layouts/styles/search.css"; @import "./mine.css";',
  );
  await save(join(site, "layouts/styles/mine.css"), ".search-form { outline: 7px solid }");
  await save(join(site, "layouts/icon.svg"), '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>');
  const styled = await build();
  await rm(join(site, ".dateline"), { recursive: true });
  const clean = await build("_clean");
  expect(clean.printed).toBe("all");
  expect(changed(styled.bytes, clean.bytes)).toEqual([]);

  await rm(join(site, "layouts/icon.svg"));
  const searchStyled = await build();
  // The page of the search, and the policy that names its styles.
  expect(changed(edited.bytes, searchStyled.bytes)).toEqual(["_headers", "search/index.html"]);

  await rm(join(site, "layouts"), { recursive: true });
  expect(changed(ours.bytes, (await build()).bytes)).toEqual([]);
});

describe("what is wrong with a site's own layouts is said with what is wrong with its content", () => {
  test("a name that no part has, or a file that nothing imports", async () => {
    await save(join(site, "layouts/parts/Bylin.tsx"), byline("Filed"));
    await save(join(site, "layouts/Time.tsx"), "export const Time = () => null;");
    await save(join(site, "layouts/notes.txt"), "To do");
    await save(join(site, "content/tags.yaml"), "tags\n");
    const { status, said } = datelineIn(site, "build", "--now", "2026-06-01T12:00Z");
    expect(status).toBe(1);
    expect(said).toContain("content/tags.yaml:1:1");
    const what =
      "This replaces nothing: no part, style or icon has its name, and no file here that replaces one imports it.";
    expect(said).toContain(`layouts/parts/Bylin.tsx\n  ${what} Did you mean "layouts/parts/Byline.tsx"?\n`);
    expect(said).toContain(`layouts/Time.tsx\n  ${what} Did you mean "layouts/parts/Time.tsx"?\n`);
    expect(said).toContain(`layouts/notes.txt\n  ${what} Dateline's docs/theming.md says what can be replaced.\n`);
  });

  test("a mistake in a part, with its line", async () => {
    await save(join(site, "layouts/parts/Byline.tsx"), 'export const 作者 = "华为"; export konst Byline;\n');
    await save(join(site, "layouts/parts/Time.tsx"), 'import { a } from "./a.ts";\nexport const Time = () => a;\n');
    await save(join(site, "layouts/styles/card.css"), ".card { color red }\n");
    await save(join(site, "layouts/icon.svg"), "<svg><script/></svg>\n");
    expect(check()).toMatchInlineSnapshot(`
      "layouts/icon.svg
        This SVG holds <script>, which is not part of a drawing. Export the drawing as plain SVG (Inkscape: Save As, Optimised SVG).
      layouts/parts/Byline.tsx:1:32
        Unexpected "konst". Dateline's docs/theming.md shows how a part is written.
          1 │ export const 作者 = "华为"; export konst Byline;
            │                                    ^^^^^
      layouts/parts/Time.tsx:1:19
        There is no file "./a.ts". Dateline's docs/theming.md shows how a part is written.
          1 │ import { a } from "./a.ts";
            │                   ^^^^^^^^
      layouts/styles/card.css:1:14
        Warning: Expected ":". Dateline's docs/theming.md shows how a part is written.
          1 │ .card { color red }
            │              ^
      4 problems in 44 files. Nothing was published.
      "
    `);
  });

  test("a part that does not export what is imported from ours", async () => {
    await save(join(site, "layouts/parts/Byline.tsx"), "export const Bylines = () => null;\n");
    await save(join(site, "layouts/parts/Mark.tsx"), 'export { Mark } from "dateline/src/site/build.ts";\n');
    expect(check()).toMatchInlineSnapshot(`
      "layouts/parts/Mark.tsx:1:22
        "dateline/src/site/build.ts" is not offered to layouts. Dateline's docs/theming.md shows how a part is written.
          1 │ export { Mark } from "dateline/src/site/build.ts";
            │                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      1 problem in 44 files. Nothing was published.
      "
    `);
    await rm(join(site, "layouts/parts/Mark.tsx"));
    expect(check()).toMatchInlineSnapshot(`
      "layouts/parts/Byline.tsx
        This does not export "Byline", as the part does that it replaces. Write "export const Byline: Parts["Byline"] = …", or pass ours on: export { Byline } from "dateline/layouts/parts/Byline.tsx";
      1 problem in 44 files. Nothing was published.
      "
    `);
    await rm(join(site, "layouts"), { recursive: true });
    expect(check()).toContain("No problems");
  });
});
