import { setImmediate as breath } from "node:timers/promises";
import { expect, test } from "vitest";
import { fewAtOnce } from "../../src/content/few-at-once.ts";

test("a few are worked on at once, and the results come in the order of the items", async () => {
  let [now, most] = [0, 0];
  const results = await fewAtOnce([5, 1, 4, 2, 3], 2, async (breaths) => {
    most = Math.max(most, ++now);
    for (let taken = 0; taken < breaths; taken++) await breath();
    now--;
    return breaths * 10;
  });
  expect([results, most]).toEqual([[50, 10, 40, 20, 30], 2]);
});

test("after a failure nothing more is begun, and what was begun is waited for", async () => {
  const [begun, ended]: [number[], number[]] = [[], []];
  const all = fewAtOnce([1, 2, 3, 4], 2, async (item) => {
    begun.push(item);
    if (item === 1) throw new Error("The first has failed");
    await breath();
    ended.push(item);
  });
  await expect(all).rejects.toThrow("The first has failed");
  expect([begun, ended]).toEqual([[1, 2], [2]]);
});
