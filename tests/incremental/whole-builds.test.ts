import fc from "fast-check";
import { test } from "vitest";
import { anyHistory, live } from "./history.ts";

/** Some, because each build of these runs Pagefind and threads; `any-edits.test.ts` looks at the rest in thousands. */
const RUNS = Math.ceil(Number(process.env["RUNS"] ?? 10) / 4);

// Small pieces, so that a few stories go to several threads.
const shares = { manyFiles: 2, manyPages: 2, filesAtATime: 3, pagesAtATime: 7 };

test("after any edits the site and its search are what they would be if they were built from nothing, with threads or without", {
  timeout: 300_000 + RUNS * 60_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(anyHistory, fc.constantFrom(0, 2), (history, threads) => live(history, { threads, shares })),
    { numRuns: RUNS },
  );
});
