import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Entry, type FileFormat, FORMATS } from "../../src/cms/browser/file-formats.ts";
import { readWritten, type Written, writeInto } from "../../src/cms/browser/written-yaml.ts";
import { FILE_FORMATS } from "../../src/cms/file-formats.ts";

const format = (name: string): FileFormat => {
  const [, , found] = FORMATS.find(([one]) => one === name) ?? [];
  if (!found) throw new Error(`There is no format ${name}`);
  return found;
};
const story = format(FILE_FORMATS.story);
const tags = format(FILE_FORMATS.tags);

const STORY = `---
# Not before the hearing.
title: 1.10   # the ferry
summary: "It's sold"
author: ann
date: 2026-11-03
tags: []

# Asked for by the museum:
corrections:
- date: 2026-11-04
  text: Yes
contents: false
---


The ferry is sold.
`;

describe("a file that an editor saves", () => {
  test("is the same to the byte when nothing was changed", () => {
    expect(story.toFile(story.fromFile(STORY))).toBe(STORY);
  });

  test("has its texts as they were written, where others would read numbers", () => {
    expect(story.fromFile(STORY)).toMatchObject({ title: "1.10", corrections: [{ text: "Yes" }], contents: false });
  });

  test("changes in the field that was changed and nowhere else, comments and quotation marks included", () => {
    const entry = story.fromFile(STORY);
    const changed: Entry = { ...entry, title: "1.20", summary: "It is sold: at last", author: ["ann"], tags: null };
    expect(story.toFile(changed)).toBe(
      STORY.replace("1.10   #", "1.20 #").replace('"It\'s sold"', '"It is sold: at last"'),
    );
  });

  test("keeps the comments between fields when the field above them changes", () => {
    const written = story.toFile({ ...story.fromFile(STORY), tags: ["Huawei"] });
    expect(written).toBe(STORY.replace("tags: []", "tags: [Huawei]"));
  });

  test("loses the line of a field that was emptied, and gets one for a field that was filled in", () => {
    const { corrections, ...others } = story.fromFile(STORY);
    const written = story.toFile({ ...others, corrections: [], place: "Shenzhen", live: null });
    expect(readWritten(written.split("---")[1] ?? "")).not.toHaveProperty("corrections");
    expect(written).toContain("\nplace: Shenzhen\n");
    expect(corrections).toBeDefined();
  });

  test("is a draft when it is new and nobody said otherwise, and gets no such line when it is not", () => {
    expect(story.toFile({ title: "New", draft: true, body: "Text." })).toBe(
      "---\ntitle: New\ndraft: true\n---\n\nText.\n",
    );
    expect(story.toFile({ ...story.fromFile(STORY), draft: true })).toContain("draft: true");
    expect(story.toFile(story.fromFile(STORY.replace("author:", "draft: true\nauthor:")))).toContain("draft: true");
  });

  test("keeps an old address that is no list, and makes one of it when another comes", () => {
    const file = STORY.replace("author:", "formerly: /old/\nauthor:");
    const entry = story.fromFile(file);
    expect(story.toFile(entry)).toBe(file);
    const written = story.toFile({ ...entry, formerly: [...(entry["formerly"] as string[]), "/newer/"] });
    expect(written).toContain("formerly:\n- /old/\n- /newer/\n");
  });

  test("that is no front matter cannot be opened, and so not spoilt", () => {
    expect(() => story.fromFile("Just text.")).toThrow("two lines of three hyphens");
    expect(() => story.fromFile("---\ntitle: [\n---\n")).toThrow();
  });
});

describe("a registry that an editor saves", () => {
  const REGISTRY = "# Ask the desk.\n- slug: a\n  name: A # the first\n\n# Of ferries:\n- name: B\n  aliases: [Bee]\n";

  test("is the same when nothing was changed", () => {
    expect(tags.toFile(tags.fromFile(REGISTRY))).toBe(REGISTRY);
  });

  test("keeps the comments of the entries that stay", () => {
    const { tags: list, ...source } = tags.fromFile(REGISTRY);
    const written = tags.toFile({ ...source, tags: [...(list as Entry[]), { name: "C", slug: "", aliases: [] }] });
    expect(written).toBe(`${REGISTRY}- name: C\n`);
  });

  test("may be emptied", () => {
    expect(readWritten(tags.toFile({ ...tags.fromFile(REGISTRY), tags: [] }))).toEqual([]);
  });
});

/** Values as forms have them: no empty texts, groups or lists. */
const { value: anyValue } = fc.letrec<{ value: Written }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.boolean(),
    fc.string({ minLength: 1, unit: "grapheme" }).filter((text) => !/[\r\u0085\u2028\u2029]/.test(text)),
    fc.constantFrom("true", "1.10", "~", "null", "007", "- a", "a: b", "# a", "a #b", "---", "'", '"', "@", "{", "\n"),
    fc.array(tie("value"), { minLength: 1, maxLength: 3 }),
    fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), tie("value"), { minKeys: 1, maxKeys: 4 }),
  ),
}));
const anyFields = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), anyValue, { minKeys: 1, maxKeys: 5 });

test("whatever is written over whatever was there is read as what was meant", () => {
  fc.assert(
    fc.property(anyFields, anyFields, (before, after) => {
      const file = writeInto("", before);
      expect(readWritten(file)).toEqual(before);
      const again = readWritten(writeInto(file, after));
      // A list of one may be written as its entry; the schemas take both.
      expect(unlisted(again)).toEqual(unlisted(after));
    }),
  );
});

const unlisted = (value: Written): Written => {
  if (Array.isArray(value)) {
    const items = (value as Written[]).map(unlisted);
    return items.length === 1 ? (items[0] as Written) : items;
  }
  if (typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, unlisted(inner as Written)]));
};
