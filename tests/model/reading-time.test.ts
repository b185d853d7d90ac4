import { expect, test } from "vitest";
import { lengthOf, minutesToRead } from "../../src/model/reading-time.ts";

const minutes = (text: string) => minutesToRead(lengthOf(text));

test("a story of 750 words takes three minutes, and the shortest takes one", () => {
  expect(minutes("word ".repeat(750))).toBe(3);
  expect(minutes("Short — but news.")).toBe(1);
});

test("Chinese is counted by its characters, and the names in Latin letters in it as words", () => {
  expect(lengthOf("华为 Huawei 区块链")).toEqual({ words: 1, characters: 5 });
  expect(minutes("区块链".repeat(380))).toBe(3);
});

test("punctuation and numbers between words are no words, and numbers are", () => {
  expect(lengthOf("5G – and “6G”, in 2030.").words).toBe(5);
});
