import fc from "fast-check";
import { test, vi } from "vitest";
import { figure } from "../reliability/figure.ts";
import { anyHistory, live } from "./history.ts";

// An index that holds what it was given, so that a difference in any record shows, without a process of Pagefind.
vi.mock(import("../../src/site/search-pagefind.ts"), async (original) => ({
  ...(await original()),
  indexRecords: async (records) => [
    { path: "engine/pagefind.js", content: Buffer.from("the script") },
    { path: "fragment/all", content: Buffer.from(JSON.stringify(records)) },
  ],
}));

// Partitions that a small newspaper fills.
vi.mock(import("../../src/model/search-partitions.ts"), async (original) => {
  const { searchPartitions, ...others } = await original();
  const ofThree: typeof searchPartitions = (stories) => searchPartitions(stories, 3);
  return { ...others, searchPartitions: ofThree };
});

// Pages that a few replies fill.
vi.mock(import("../../src/model/comment-pages.ts"), async (original) => {
  const { commentPages, ...others } = await original();
  const ofFew: typeof commentPages = (discussion) => commentPages(discussion, { count: 6, bytes: 400 });
  return { ...others, commentPages: ofFew };
});

/** As many as a push can wait for; `npm run test:deep` does thousands. */
const RUNS = Number(process.env["RUNS"] ?? 10);

test("after any edits the site is, byte for byte, what it would be if it were built from nothing", {
  timeout: 120_000 + RUNS * 20_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(anyHistory, (history) => live(history, { threads: 0 })),
    { numRuns: RUNS },
  );
  const promise = "After any edits, harm by hand and turns of the clock a build leaves what a clean one would";
  figure({ promise, test: "tests/incremental/any-edits.test.ts", tried: RUNS, failed: 0, unit: "histories of edits" });
});
