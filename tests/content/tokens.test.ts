import fc from "fast-check";
import Markdown from "markdown-it";
import { expect, test } from "vitest";
import { quickTokens } from "../../src/content/markdown/tokens.ts";

test("our tokens are those of markdown-it, whatever the text", () => {
  const [ours, theirs] = [new Markdown({ html: true }), new Markdown({ html: true })];
  quickTokens(ours);
  const bits = [
    "word",
    " ",
    "\n",
    "\n\n",
    "*",
    "**",
    "_",
    "`",
    "[",
    "](a.md)",
    "![",
    "> ",
    "- ",
    "1. ",
    "# ",
    "<b>",
    "|",
    "---",
    "&amp;",
  ];
  const text = fc.array(fc.oneof(fc.constantFrom(...bits), fc.string({ maxLength: 4 })), { maxLength: 40 });
  fc.assert(
    fc.property(text, (parts) => {
      const [mine, its] = [ours.parse(parts.join(""), {}), theirs.parse(parts.join(""), {})];
      expect(JSON.parse(JSON.stringify(mine))).toEqual(JSON.parse(JSON.stringify(its)));
      expect(mine.every((token) => token instanceof (its[0]?.constructor ?? Object))).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
