import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.{ts,tsx}"],
    // Whole builds and a browser take their time on a small machine.
    testTimeout: 60_000,
    hookTimeout: 180_000,
  },
});
