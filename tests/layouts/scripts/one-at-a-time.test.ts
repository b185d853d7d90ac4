import { expect, test } from "vitest";
import { oneAtATime } from "../../../layouts/scripts/one-at-a-time.ts";

test("while one search is under way, only the newest of those that come is kept", async () => {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const search = oneAtATime((word: string) => {
    begun.push(word);
    return new Promise<void>((end) => ends.set(word, end));
  });
  const finish = async (word: string) => {
    ends.get(word)?.();
    await Promise.resolve();
    await Promise.resolve();
  };
  for (const typed of ["h", "hu", "hua", "huawei"]) search(typed);
  expect(begun).toEqual(["h"]);
  await finish("h");
  expect(begun).toEqual(["h", "huawei"]);
  await finish("huawei");
  search("china");
  expect(begun).toEqual(["h", "huawei", "china"]);
});
