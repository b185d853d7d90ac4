import { describe, expect, test } from "vitest";
import { findChromium, type Machine } from "./find-chromium.ts";

function machine(parts: { has: string[]; gains?: Record<string, string>; isRoot?: boolean }) {
  const there = new Set(parts.has);
  const ran: string[] = [];
  const fake: Machine = {
    env: { PATH: "/usr/local/bin:/usr/bin" },
    isRoot: parts.isRoot ?? false,
    canRun: (path) => there.has(path),
    run: (command, args) => {
      const line = [command, ...args].join(" ");
      ran.push(line);
      const gain = Object.entries(parts.gains ?? {}).find(([word]) => line.includes(word));
      if (gain) there.add(gain[1]);
      return gain !== undefined;
    },
    playwrightPath: "/cache/playwright/chrome",
  };
  return { fake, ran };
}

describe("the browser for the tests", () => {
  test("is the one that is there, and then nothing is installed", () => {
    const { fake, ran } = machine({ has: ["/usr/bin/chromium"] });
    expect(findChromium(fake)).toBe("/usr/bin/chromium");
    expect(ran).toEqual([]);
  });

  test("is Playwright's download where none is there", () => {
    const { fake } = machine({ has: [], gains: { "install chromium": "/cache/playwright/chrome" } });
    expect(findChromium(fake)).toBe("/cache/playwright/chrome");
  });

  test("is Debian's package where the download is refused and root may install", () => {
    const { fake } = machine({
      has: ["/usr/bin/apt-get"],
      gains: { "apt-get install": "/usr/bin/chromium" },
      isRoot: true,
    });
    expect(findChromium(fake)).toBe("/usr/bin/chromium");
  });

  test("is asked for in plain words where none can be had", () => {
    const { fake, ran } = machine({ has: ["/usr/bin/apt-get"] });
    expect(() => findChromium(fake)).toThrow("Install Chromium or Chrome, or set CHROMIUM_PATH");
    expect(ran.some((line) => line.startsWith("apt-get"))).toBe(false);
  });
});
