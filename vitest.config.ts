import { defineConfig } from "vitest/config";

// Whole builds and a browser take their time on a small machine.
const patience = { testTimeout: 60_000, hookTimeout: 180_000 };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "newspaper",
          setupFiles: "tests/property-seed.ts",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: ["tests/browser/**"],
          ...patience,
        },
      },
      {
        test: {
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          globalSetup: "tests/browser/global-setup.ts",
          ...patience,
        },
      },
    ],
  },
});
