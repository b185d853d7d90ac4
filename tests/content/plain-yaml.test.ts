import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPlainYaml } from "../../src/content/plain-yaml.ts";
import { decode } from "../../src/content/source.ts";
import { readWholeYaml } from "../../src/content/yaml.ts";

/** What the library reads; undefined when it refuses, or finds a comment that may have been meant as text. */
function whole(yaml: string): unknown {
  const source = decode("a.md", "a.md", Buffer.from(yaml), () => {});
  const tree = source && readWholeYaml(source, 0, yaml.length, () => {});
  return tree && tree.cuts.length === 0 ? tree.value : undefined;
}

describe("plain front matter", () => {
  test.each([
    ["title: Bridge opens\ndate: 2026-11-03T09:30\n", { title: "Bridge opens", date: "2026-11-03T09:30" }],
    ["tags: [Huawei, C#, 华为]\ndraft: true\n", { tags: ["Huawei", "C#", "华为"], draft: true }],
    [`title: "Bridge: open"\n\nsummary: 'A "first".'  \n`, { title: "Bridge: open", summary: 'A "first".' }],
    ['title: "true"\n', { title: "true" }],
  ])("such as %j is read at once", (yaml, fields) => {
    expect(readPlainYaml(yaml)).toEqual(fields);
    expect(whole(yaml)).toEqual(fields);
  });

  test.each([
    "",
    "# a comment\n",
    "title:\n",
    "title: Bridge: open\n",
    "title: Bridge # opens\n",
    "title: two\n  lines\n",
    "title: a\ntitle: b\n",
    "image:\n  src: a.jpg\n",
    "tags:\n- a\n",
    "tags: [a, [b]]\n",
    "tags: [true]\n",
    'title: "a\\n"\n',
    "title: *alias\n",
    "title: |\n",
    "__proto__: a\n",
  ])("of another kind, such as %j, is left to the library", (yaml) => expect(readPlainYaml(yaml)).toBeUndefined());

  test("means to it what it means to the library, whatever stands in it", () => {
    const bits = [
      "title",
      "tags",
      "a",
      "C#",
      "1.10",
      "true",
      "华为",
      "\u00a0",
      "\u2028",
      "~",
      "null",
      "<<",
      "=",
      "é",
      "\t",
    ];
    const marks = [
      ": ",
      ":",
      ", ",
      ",",
      "[",
      "]",
      "{",
      "}",
      '"',
      "'",
      "#",
      " #",
      "-",
      "- ",
      "\\",
      "|",
      "&",
      " ",
      "\n",
      "? ",
      "...",
    ];
    const soup = fc.array(fc.constantFrom(...bits, ...marks), { maxLength: 12 }).map((parts) => parts.join(""));
    const list = fc.array(soup, { maxLength: 4 }).map((items) => `[${items.join(", ")}]`);
    const quoted = soup.map((text) => `"${text}"`);
    const line = fc.tuple(fc.constantFrom("title", "a-b", "x"), fc.oneof(soup, list, quoted, fc.string()));
    const yaml = fc
      .array(line, { maxLength: 4 })
      .map((lines) => lines.map(([key, value]) => `${key}: ${value}\n`).join(""));
    let plain = 0;
    fc.assert(
      fc.property(fc.oneof(yaml, soup), (text) => {
        const fields = readPlainYaml(text);
        if (fields === undefined) return;
        plain++;
        expect(whole(text)).toEqual(fields);
      }),
      { numRuns: 20_000 },
    );
    expect(plain).toBeGreaterThan(500);
  });
});
