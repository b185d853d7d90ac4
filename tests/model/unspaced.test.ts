import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { joinWords, spaceWords } from "../../src/model/unspaced.ts";

describe("words of a language without spaces", () => {
  test("are told apart for the index, and those of other languages beside them", () => {
    expect(spaceWords("中国人民银行推动区块链技术。发展很快")).toBe("中国 人民 银行 推动 区块 链 技术。 发展 很快");
    expect(spaceWords("使用Huawei手机，2026年")).toBe("使用 Huawei 手机， 2026 年");
  });

  test("leave other texts as they are", () => {
    for (const text of ["Zürich’s e-CNY, 5G", "الصين والصين", "…“quoted”…", ""]) expect(spaceWords(text)).toBe(text);
  });

  test("are put together again for a reader, over the marks of a match too", () => {
    expect(joinWords("中国 <mark>人民</mark> 银行。 “发展” Huawei 手机")).toBe(
      "中国<mark>人民</mark>银行。“发展” Huawei 手机",
    );
    const chinese = fc.string({ unit: fc.constantFrom(..."中国人民银行区块链技术发展，。“”") });
    fc.assert(fc.property(chinese, (text) => joinWords(spaceWords(text)) === text));
  });
});
