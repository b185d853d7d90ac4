import { describe, expect, test } from "vitest";
import { report, STORY, story } from "./newspaper-on-disk.ts";

const reportOn = (text: string | Uint8Array) => report({ [STORY]: text });

describe("a text file", () => {
  test("is UTF-8, with or without a byte order mark, in any script", async () => {
    expect(await reportOn(story({ title: "华为, Москва, 🎉 \ufffd" }))).toBe("");
    expect(await reportOn(`\ufeff${story()}`)).toBe("");
  });

  test("in Latin-1 is a problem at the first byte that is not UTF-8", async () => {
    const latin1 = Buffer.from(story({}, "A caf\u00e9.\n"), "latin1");
    expect(await reportOn(latin1)).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:8:6
        This file is not UTF-8. Save it as UTF-8 in your editor.
          8 │ A caf�.
            │      ^
      1 problem in 4 files. Nothing was published.
      "
    `);
  });

  test("keeps that place behind a byte order mark, Windows line ends and a U+FFFD that was written", async () => {
    const before = Buffer.from(`\ufeff${story({}, "A \ufffd here.\nThen caf")}`.replaceAll("\n", "\r\n"));
    expect(await reportOn(Buffer.concat([before, Buffer.from([0xe9, 0x0d, 0x0a])]))).toContain(
      `${STORY}:9:9\n  This file is not UTF-8.`,
    );
  });

  test("in UTF-16 is a problem, marked or not", async () => {
    const utf16 = Buffer.from(story(), "utf16le");
    expect(await reportOn(Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]))).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md
        This file is UTF-16. Save it as UTF-8.
      1 problem in 4 files. Nothing was published.
      "
    `);
    expect(await reportOn(utf16)).toContain("This file is UTF-16.");
    expect(await reportOn(Buffer.from(utf16).swap16())).toContain("This file is UTF-16.");
  });

  test("with a control character is a problem at its line and column", async () => {
    expect(await reportOn(story({}, "The bridge\nis\u0000open.\n"))).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:9:3
        Here is a control character (U+0000). Delete it.
          9 │ is␀open.
            │   ^
      1 problem in 4 files. Nothing was published.
      "
    `);
    expect(await reportOn(story({ place: "Shen\u0085zhen" }))).toContain(
      "Here is a control character (U+0085). Delete it.",
    );
    expect(await reportOn(story({}, "\u001b[31m"))).toContain("(U+001B)");
  });

  test("may have tabs, and lines that end in any way", async () => {
    expect(await reportOn(story({}, "a\tb\r\nc\rd\n"))).toBe("");
  });
});
