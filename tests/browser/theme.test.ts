import { expect, test } from "vitest";
import { accentOf } from "../../src/model/theme.ts";
import { themeCss } from "../../src/pages/theme-css.ts";
import { asReader, DESKTOP } from "./reader.ts";

const ACCENT = accentOf("#003366", "#99ccff");
const BY_DAY = "rgb(0, 51, 102)";
const BY_NIGHT = "rgb(153, 204, 255)";

const PAGE = `<!doctype html><html lang="en"><style>${themeCss({ accent: ACCENT, headlines: "sans" })}
body { color: var(--accent) }</style><body>News`;

test.each([
  ["light", "nothing", BY_DAY],
  ["dark", "nothing", BY_NIGHT],
  ["light", "dark", BY_NIGHT],
  ["dark", "light", BY_DAY],
] as const)(
  "on a device in %s colours a reader who chose %s sees the accent of the settings",
  async (colorScheme, chosen, seen) => {
    await asReader({ ...DESKTOP, colorScheme }, async ({ page }) => {
      await page.setContent(PAGE);
      const colour = await page.evaluate((colours) => {
        if (colours !== "nothing") document.documentElement.dataset["colours"] = colours;
        return getComputedStyle(document.body).color;
      }, chosen);
      expect(colour).toBe(seen);
    });
  },
);

test("a story is printed in black on white, whatever colours the reader chose", async () => {
  await asReader({ ...DESKTOP, colorScheme: "dark" }, async ({ page, open }) => {
    await open("/2020/04/nanshan-huawei/");
    const colours = () =>
      page.evaluate(() => {
        document.documentElement.dataset["colours"] = "dark";
        const { color, backgroundColor, colorScheme } = getComputedStyle(document.body);
        return { color, backgroundColor, colorScheme };
      });
    expect(await colours()).toMatchObject({ backgroundColor: "rgb(20, 22, 26)" });
    await page.emulateMedia({ media: "print" });
    expect(await colours()).toEqual({
      color: "rgb(0, 0, 0)",
      backgroundColor: "rgb(255, 255, 255)",
      colorScheme: "light",
    });
  });
});
