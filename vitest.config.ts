import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

// Whole builds and a browser take their time on a small machine.
const patience = { testTimeout: 60_000, hookTimeout: 180_000, expect: { poll: { timeout: 15_000 } } };

// What looks at a built site, most of it in Chromium.
const IN_BROWSER = ["tests/browser/**/*.test.ts", "tests/budgets/**/*.test.ts"];

// What keeps nothing from test to test in a process: its files share one, so that our code is loaded once for all of them.
const SHARED = [
  "announce",
  "bell",
  "cli",
  "cms",
  "content",
  "gate",
  "hostile",
  "import",
  "init",
  "layouts",
  "model",
  "moderation",
  "new",
  "pages",
].map((folder) => `tests/${folder}/**/*.test.{ts,tsx}`);

// What takes minutes is for `npm run reliability` and `npm run test:deep`, which say how often to try.
const ONLY_DEEP = process.env["RUNS"] === undefined ? ["tests/**/*.deep.test.ts"] : [];

export default defineConfig({
  test: {
    // One less than the cores, which is usual, would leave half of a small machine idle while a browser is waited for.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        test: {
          name: "newspaper",
          setupFiles: "tests/property-seed.ts",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: [...SHARED, ...IN_BROWSER, ...ONLY_DEEP],
          ...patience,
        },
      },
      {
        test: {
          name: "shared",
          setupFiles: "tests/property-seed.ts",
          include: SHARED,
          exclude: ONLY_DEEP,
          isolate: false,
          ...patience,
        },
      },
      {
        test: {
          name: "browser",
          include: IN_BROWSER,
          globalSetup: "tests/browser/global-setup.ts",
          ...patience,
        },
      },
    ],
  },
});
