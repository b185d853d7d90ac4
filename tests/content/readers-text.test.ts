import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCommentText } from "../../src/content/comment-text.ts";
import { printable } from "../../src/content/readers-text.ts";
import { CONTROL, OVERRIDE } from "../../src/content/source.ts";
import { type Passage, type Span, wordsOfPassages } from "../../src/model/comment-text.ts";

const paragraph = (...spans: Span[]): Passage => ({ kind: "paragraph", spans });

describe("a reader's words", () => {
  test("stay as they are, in any script, with their emoji", () => {
    const text = "Grüße, 华为 नमस्ते\u200d می\u200cخواهم 👩‍👩‍👧 👁️‍🗨️ ❤️\n\nzwei  Absätze";
    expect(printable(text)).toBe(text.normalize("NFC"));
  });

  test("cannot turn the direction of what stands beside them, nor hide anything", () => {
    expect(printable("pay \u202egro.knab\u202c now \u2066x\u2069 \u200frtl")).toBe("pay gro.knab now x rtl");
    expect(printable("a\u200b\u200b\u2060\ufeff\u00adb\u3164\u2800c\u{e0041}d")).toBe("abcd");
    expect(printable(`x${"\u200d".repeat(5000)}y`)).toHaveLength(4);
  });

  test("cannot write over the lines above and below, nor tell a terminal what to do", () => {
    expect(printable(`Z${"\u0335\u0301".repeat(300)}algo`).length).toBeLessThan(12);
    expect(printable("a\u001b[2J\u0007b\u0000c\u009bd\re")).toBe("a[2Jbcd\ne");
    expect(printable("a\n\n\n\n\n\nb  \n\tc \u2028 d")).toBe("a\n\nb\n c   d");
  });

  test("are the same when they are cleaned again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        const once = printable(text);
        expect(printable(once)).toBe(once);
        expect(CONTROL.test(once.replaceAll("\n", "")) || OVERRIDE.test(once)).toBe(false);
      }),
    );
  });
});

describe("the text of a reply", () => {
  test("has paragraphs, lines, emphasis, quotes and links", () => {
    expect(
      readCommentText("One *two* **three**\nfour\n\n> five\n>\n> > six\n\n[seven](https://a.example/?b=1&c=2)"),
    ).toEqual([
      paragraph(
        "One ",
        { kind: "emphasis", spans: ["two"] },
        " ",
        { kind: "strong", spans: ["three"] },
        { kind: "break" },
        "four",
      ),
      { kind: "quote", passages: [paragraph("five"), { kind: "quote", passages: [paragraph("six")] }] },
      paragraph({ kind: "link", url: "https://a.example/?b=1&c=2", spans: ["seven"] }),
    ]);
  });

  test("has its whole web addresses as links, and no other words", () => {
    expect(readCommentText("See https://a.example/b, <http://c.example> or d.example.")).toEqual([
      paragraph(
        "See ",
        { kind: "link", url: "https://a.example/b", spans: ["https://a.example/b"] },
        ", ",
        { kind: "link", url: "http://c.example", spans: ["http://c.example"] },
        " or d.example.",
      ),
    ]);
  });

  test.each([
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](data:text/html,hello)",
    "[x](vbscript:x)",
    "<javascript:alert(1)>",
    "[x](//evil.example)",
    "[x](/admin/)",
    "[x](https://bank.example@evil.example/)",
    "[x](https:evil.example)",
    "# Heading",
    "    code",
    "- list",
    "| a | b |",
    "[x]: https://a.example\n\n[x]",
    "`code`",
    "---",
  ])("takes %s for words", (written) => {
    const spansOf = (passages: readonly Passage[]) => JSON.stringify(passages);
    expect(spansOf(readCommentText(written))).not.toMatch(/"url":"(?!https:\/\/(?:a|bank)\.example)/);
    expect(wordsOfPassages(readCommentText(written))).toContain(written.trim().split("\n")[0]?.trim());
  });

  test("shows no pictures", () => {
    expect(readCommentText("![a cat](https://a.example/cat.jpg)")).toEqual([
      paragraph("!", { kind: "link", url: "https://a.example/cat.jpg", spans: ["a cat"] }),
    ]);
  });

  test("is read in no time, whatever it holds", () => {
    for (const flood of [
      ">".repeat(20_000),
      "*a ".repeat(7000),
      "[".repeat(20_000),
      "_*".repeat(10_000),
      "&".repeat(20_000),
      `${"*".repeat(10_000)}deep${"*".repeat(10_000)}`,
    ]) {
      expect(JSON.stringify(readCommentText(flood)).length).toBeLessThan(1_000_000);
    }
  });

  test("links to nothing but the web, whatever is written", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "[",
        "](",
        ")",
        "<",
        ">",
        "*",
        "_",
        "> ",
        "\n",
        "\n\n",
        "\\",
        "&#x6a;avascript:",
        "javascript:",
        "https://",
        "a.example",
        "//",
        "@",
        "data:",
        "!",
        " ",
      ),
      fc.string({ unit: "grapheme", maxLength: 5 }),
    );
    const links = (spans: readonly Span[]): string[] =>
      spans.flatMap((span) =>
        typeof span === "string" || span.kind === "break"
          ? []
          : [...(span.kind === "link" ? [span.url] : []), ...links(span.spans)],
      );
    const all = (passages: readonly Passage[]): string[] =>
      passages.flatMap((passage) => (passage.kind === "quote" ? all(passage.passages) : links(passage.spans)));
    let found = 0;
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        for (const url of all(readCommentText(pieces.join("")))) {
          found++;
          expect(["http:", "https:"]).toContain(new URL(url).protocol);
          expect(new URL(url).username + new URL(url).password).toBe("");
        }
      }),
      { numRuns: 2000 },
    );
    expect(found).toBeGreaterThan(10);
  });
});
