/** A text of about `size` characters that is made to keep a reader of it busy. */
export type Bomb = (size: number) => string;

const HEAD = "title: T\nsummary: S\nauthor: ann\ndate: 2026-11-03T09:30\nsection: news\n";
const storyOf = (body: string, fields = ""): string => `---\n${HEAD}${fields}---\n${body}\n`;

const run = (unit: string, size: number): string => unit.repeat(Math.ceil(size / unit.length));
const rising = (size: number, unit: (n: number) => string): string => {
  let text = "";
  for (let n = 0; text.length < size; n++) text += unit(n);
  return text;
};

const body =
  (unit: string): Bomb =>
  (size) =>
    storyOf(run(unit, size));
const fields =
  (unit: string, before = "", after = "\n"): Bomb =>
  (size) =>
    storyOf("a", `${before}${run(unit, size)}${after}`);

/** For each rule of CommonMark, and of what we add, what makes it look again and again. */
export const MARKDOWN: Readonly<Record<string, Bomb>> = {
  quotations: body("> "),
  "quotations line by line": (size) => storyOf(rising(size, (n) => `${"> ".repeat(n)}a\n`)),
  lists: body("- "),
  "lists line by line": (size) => storyOf(rising(size, (n) => `${"  ".repeat(n)}- a\n`)),
  "numbered lists": body("1. "),
  "list items": body("- a\n"),
  "lists of lists": body("- a\n  - b\n"),
  "forms without an end": body("::: fact-box\n"),
  "forms in forms": (size) =>
    storyOf(`${rising(size / 2, (n) => `${":".repeat(200 - (n % 150))} fact-box title="a"\n`)}a\n`),
  forms: body('::: fact-box title="a"\nb\n:::\n'),
  "quotes without their words": body("::: pull-quote\nb c\n:::\n"),
  "attributes of a form": (size) => storyOf(`::: fact-box ${run('title="a" ', size)}\na\n:::`),
  "an attribute of a form that has no end": (size) => storyOf(`::: fact-box title="${run("a =", size)}\na\n:::`),
  "spaces behind a form": (size) => storyOf(`::: fact-box${run(" ", size)}x\na\n:::`),
  "ends of no form": body(":::\n"),
  emphasis: body("*a **a "),
  "crossed emphasis": body("*a_ "),
  "emphasis that closes nothing": body("a**b"),
  "a heading": (size) => storyOf(`## ${run("a", size)}`),
  "a heading of words": (size) => storyOf(`## ${run("a ", size)}`),
  headings: body("## a\n"),
  "underlined headings": body("a\n-\n"),
  hashes: (size) => storyOf(`## a ${run("#", size)}`),
  "opening brackets": body("["),
  "opening images": body("!["),
  "unfinished links": body("[a]("),
  "unfinished targets": body("[a](<b"),
  "links in links": (size) => storyOf(`${run("[", size / 2)}a${run("](b)", size / 2)}`),
  links: body("[a](https://x.example/)\n\n"),
  "links to nowhere": body("[a](javascript:x)\n\n"),
  references: body("[a]: b\n"),
  "different references": (size) => storyOf(rising(size, (n) => `[a${n}]: b\n`)),
  "references with open titles": body("[a]: b '\n"),
  images: body("![a](b.png)\n\n"),
  backticks: (size) => storyOf(rising(size, (n) => `${"`".repeat(n + 1)} `)),
  fences: body("```\n"),
  "unfinished autolinks": body("<http:"),
  "unfinished tags": body("<a "),
  attributes: (size) => storyOf(`<a${run(" b='c'", size)}`),
  comments: body("<!--"),
  sections: body("x <![CDATA["),
  instructions: body("x <?"),
  tags: body("a <b> c\n\n"),
  ampersands: body("&"),
  entities: body("&#x0000000000000000"),
  backslashes: body("\\"),
  rules: (size) => storyOf(`${run("* ", size)}a`),
  "quotation marks": body("\"'"),
  "quotation marks in paragraphs": body(`${"\"'".repeat(9000)}\n\n`),
  paragraphs: body("a\n\n"),
  "empty lines": body("\n"),
  spaces: body(" "),
  "spaces between words": (size) => storyOf(`a${run(" ", size)}b`),
  tabs: body("\t"),
  "lone line ends": body("\r"),
  "footnotes in sentences": body("a ^[b] c\n\n"),
  "footnotes in footnotes": (size) => storyOf(`${run("^[", size / 2)}a${run("]", size / 2)}`),
  "footnote marks": (size) => storyOf(`[^1]: b\n\n${run("a[^1] b\n\n", size)}`),
  "footnotes without a text": body("[^x] "),
  "footnotes without a mark": (size) => storyOf(rising(size, (n) => `[^${n}]: b\n`)),
  columns: (size) => storyOf(`${run("|a", size / 3)}\n${run("|-", size / 3)}\n${run("|b", size / 3)}`),
  "columns of short rows": (size) => storyOf(`${run("|a", size / 4)}\n${run("|-", size / 4)}\n${run("b\n", size / 2)}`),
  rows: (size) => storyOf(`|a|b|\n|-|-|\n${run("|a|b|\n", size)}`),
  tables: body("|a|b|\n|-|-|\n|c|d|\n\n"),
  "zero-width spaces": body("\u200b"),
  accents: (size) => storyOf(`a${run("\u0301", size)}`),
  "families of emoji": body("👨‍👩‍👧"),
  posts: (size) =>
    storyOf(
      rising(size, (n) => `## 2026-11-04 10:00 p ${n}\n\nx\n\n`),
      "live: true\n",
    ),
  "posts out of order": (size) =>
    storyOf(
      rising(size, (n) => `## 00:${String(n % 60).padStart(2, "0")} p\n\n`),
      "live: true\n",
    ),
};

/** The same for YAML and for the fields. */
export const FRONT_MATTER: Readonly<Record<string, Bomb>> = {
  "a headline": fields("a", "place: "),
  "a headline of quotation marks": fields("'a\\\" ", 'place: "', '"\n'),
  brackets: fields("[", "tags: "),
  "lists in lists": fields("[a, ", "tags: "),
  braces: fields("{a: ", "x: "),
  hyphens: fields("- "),
  "question marks": fields("? a\n"),
  colons: fields(": a", "x"),
  aliases: (size) => storyOf("a", `x0: &x0 [a]\n${rising(size, (n) => `x${n + 1}: &x${n + 1} [*x${n},*x${n}]\n`)}`),
  anchors: fields("&a ", "x: "),
  "tags of YAML": fields("!a ", "x: "),
  tags: fields("a, ", "tags: [", "b]\n"),
  "unknown fields": (size) =>
    storyOf(
      "a",
      rising(size, (n) => `x${n}: b\n`),
    ),
  "unknown fields in a field": (size) => storyOf("a", `image:\n${rising(size, (n) => `  x${n}: b\n`)}`),
  "one field again and again": fields("x: b\n"),
  comments: fields("# x\n"),
  "comments behind words": fields("  - name: a # x\n", "sources:\n"),
  sources: fields("  - { name: a }\n", "sources:\n"),
  "addresses of no site": fields("  - { name: a, url: x }\n", "sources:\n"),
  corrections: fields("  - { date: 2026-11-04, text: a }\n", "corrections:\n"),
  "dates that are none": fields("  - { date: x, text: a }\n", "corrections:\n"),
  "former addresses": fields("/a/, ", "formerly: [", "/b/]\n"),
  "a former address": fields("%41", "formerly: /"),
  "steps of an address": fields("../", 'sources: [{ name: a, url: "https://a/', '" }]\n'),
  "parts of a language": fields("a-", "language: "),
  "digits of a focus": fields("1", "image: { src: a.png, alt: a, focus: ", " }\n"),
  "an open quotation": fields("a\n", 'x: "'),
  "a text of many lines": fields("  a\n", "disclosure: |\n"),
  "empty lines": fields("\n"),
  spaces: fields(" ", "place: a", "b\n"),
  "an end that never comes": (size) => `---\n${run("a\n", size)}`,
  "ends that are none": (size) => `---\n${run("\n--- a", size)}`,
  "no front matter at all": (size) => run("a\n", size),
};
