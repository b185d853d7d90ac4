import { describe, expect, test } from "vitest";
import type { Older } from "../../../layouts/scripts/find.ts";
import { statusOf } from "../../../layouts/scripts/status-words.ts";
import { startWalk } from "../../../layouts/scripts/walk.ts";

const cursor = startWalk<never>([]);
const older: Older = { cursor, since: "March 2024", years: "2016–2024" };
const all = { total: 12, isWhole: true, missing: [] };
const part = { total: 12, isWhole: false, missing: [] };

describe("a reader is told", () => {
  test("how many stories match", () => {
    expect(statusOf(all, "huawei")).toBe("12 stories for “huawei”");
    expect(statusOf({ ...all, total: 1 }, "")).toBe("1 story");
  });

  test("that there may be more, as long as not everything has been searched", () => {
    expect(statusOf(part, "huawei")).toBe("At least 12 stories for “huawei”");
    expect(statusOf({ ...part, joining: cursor }, "huawei")).toBe(
      "At least 12 stories for “huawei”. Searching older stories…",
    );
    expect(statusOf({ ...part, total: 0, joining: cursor }, "huawei")).toBe("Searching older stories…");
  });

  test("from when on the best matches have been searched", () => {
    expect(statusOf({ ...part, older }, "huawei")).toBe("Best matches since March 2024: 12 stories for “huawei”");
    expect(statusOf({ ...part, total: 0, older }, "huawei")).toBe(
      "No stories for “huawei” since March 2024. Try fewer words or filters.",
    );
  });

  test("which stories could not be searched, and never that there are none when that is not known", () => {
    const missing = ["2025"];
    const sorry = "The stories of 2025 could not be searched; try again.";
    expect(statusOf({ ...part, missing, older }, "x")).toBe(
      `Best matches since March 2024: at least 12 stories for “x”. ${sorry}`,
    );
    expect(statusOf({ ...part, total: 0, missing, older }, "x")).toBe(sorry);
    expect(statusOf({ ...part, total: 0, missing }, "x")).toBe(sorry);
  });

  test("what to do when there are none", () => {
    expect(statusOf({ ...all, total: 0 }, "xylophonist")).toBe(
      "No stories for “xylophonist”. Try fewer words or filters.",
    );
  });
});
