import { expect, test } from "vitest";
import { tryAgain } from "../../../layouts/scripts/when-online.ts";

/** What is done when the network is back, where only the `works`th try works. */
async function done(works: number): Promise<string[]> {
  const told: string[] = [];
  let tries = 0;
  const again = () => void told.push(`try ${++tries}`);
  await tryAgain(
    () => tries < works,
    again,
    async (ms) => void told.push(`wait ${ms} ms`),
  )();
  return told;
}

test("what failed without a network is tried as soon as it is back, and twice more while that fails", async () => {
  expect(await done(1)).toEqual(["wait 0 ms", "try 1", "wait 1000 ms"]);
  expect(await done(3)).toEqual(["wait 0 ms", "try 1", "wait 1000 ms", "try 2", "wait 4000 ms", "try 3"]);
  expect(await done(9)).toEqual(await done(3));
});

test("nothing is tried again when the network is back and nothing has failed", async () => {
  expect(await done(0)).toEqual(["wait 0 ms"]);
});
