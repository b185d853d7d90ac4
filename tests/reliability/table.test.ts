import { describe, expect, test } from "vitest";
import type { Figure } from "./figure.ts";
import { withTable } from "./table.ts";

const PAGE = "# Reliability\n<!-- figures: written by npm run reliability -->\nold\n<!-- end of figures -->\nMore.\n";
const KILLS: Figure = {
  promise: "No file is half written",
  test: "tests/a.test.ts",
  tried: 1200,
  failed: 0,
  unit: "kills",
};

describe("the page of what the large tests came to", () => {
  test("has the new figures in the place of the old, and a broken promise stands out", () => {
    const page = withTable(PAGE, [{ ...KILLS, test: "tests/b.test.ts", failed: 2 }, KILLS], "Monday");
    expect(page).not.toContain("old");
    expect(page).toMatch(/^# Reliability\n[\s\S]*\nMore\.\n$/);
    expect(page).toContain(
      "| No file is half written | 1,200 kills | 0 | `tests/a.test.ts` |\n| No file is half written | 1,200 kills | **2** |",
    );
  });

  test("is not written where there is no place for them", () => {
    expect(() => withTable("# Reliability\n", [KILLS], "Monday")).toThrow("no place");
  });
});
