import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readContent } from "../../src/content/read.ts";
import { areProblems, readRegistries } from "../../src/content/registries.ts";
import { newStory } from "../../src/new/story.ts";
import { onDisk, printed } from "../content/newspaper-on-disk.ts";
import { NOW } from "../pages/newspaper.ts";

/** What YAML, Markdown, file systems and terminals mean something by. */
const MEANT = fc.constantFrom(
  ...[
    "---",
    "...",
    ": ",
    " #",
    "#",
    "- ",
    "? ",
    "'",
    '"',
    "\\",
    "\n",
    "\r\n",
    "\t",
    "{{",
    "[",
    "]",
    "{",
    "}",
    ",",
    "&a",
  ],
  ...[
    "*a",
    "!tag",
    "|",
    ">",
    "%",
    "@",
    "`",
    "null",
    "true",
    "~",
    "1e3",
    "2026-11-03",
    "0x1F",
    "../",
    "/",
    "con",
    ".git",
  ],
  ...[
    "\u0000",
    "\u001b[31m",
    "\u0085",
    "\u2028",
    "\u202e",
    "\u2066",
    "\u2069",
    "\ufeff",
    "\ufffe",
    "\ud800",
    "\u200d",
    "\u00ad",
  ],
  ...["华为", "مرحبا", "é", "e\u0301", "👩‍🚀", "ß", "ſ", "İ"],
);

const RUNS = Number(process.env["RUNS"] ?? 300);

const HEADLINE = fc
  .array(fc.oneof(MEANT, fc.string({ unit: "binary", maxLength: 6 }), fc.lorem({ maxCount: 2 })), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) => parts.join(""));

test("any headline gives a file that check takes with that headline, or a refusal that says why", async () => {
  const content = await onDisk({});
  const registries = await readRegistries(content, "content");
  if (areProblems(registries)) throw new Error("The newspaper has problems");
  const made = new Map<string, string>();
  for (const headline of fc.sample(HEADLINE, { numRuns: RUNS, seed: Number(process.env["SEED"] ?? 7) })) {
    const { file, missing, refused } = await newStory({ headline, authors: [], tags: [] }, content, registries, NOW);
    if (!file) {
      expect(missing.length + refused.length, JSON.stringify(headline)).toBeGreaterThan(0);
      continue;
    }
    if (made.has(file.path.toLowerCase())) continue;
    made.set(file.path.toLowerCase(), headline);
    await mkdir(dirname(join(content, file.path)), { recursive: true });
    await writeFile(join(content, file.path), file.text, { flag: "wx" });
  }
  expect(made.size).toBeGreaterThan(RUNS / 3);
  const reading = await readContent(content, "content");
  expect(printed(reading)).toBe("");
  // Quotation marks become those of the language.
  const plain = (text: string) =>
    text
      .replace(/['‘’"“”]/g, "'")
      .replace(/\s+/g, " ")
      .trim()
      .normalize("NFC");
  const wrong = (reading.newsroom?.articles ?? []).filter(
    ({ file, title }) => plain(title) !== plain(made.get(file.toLowerCase()) ?? ""),
  );
  expect(wrong.map(({ file, title }) => [file, title])).toEqual([]);
});
