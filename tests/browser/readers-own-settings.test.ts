import { beforeAll, describe, expect, test } from "vitest";
import { brokenColourRules, cutOffText, sidewaysScroll, smallText, wrongHeadings, wrongLandmarks } from "./checks.ts";
import { stopsUnseen, walkByTab } from "./focus.ts";
import { asReader, DESKTOP, PHONE } from "./reader.ts";
import { type Check, Findings, visitAll } from "./visits.ts";

const NARROW = { "scrolls sideways at 320 px": sidewaysScroll };
// Without axe, which is a script and waits for itself in vain.
const WITHOUT_JAVASCRIPT = {
  "has other than one main heading without JavaScript": wrongHeadings,
  "is without its landmarks without JavaScript": wrongLandmarks,
  "scrolls sideways without JavaScript": sidewaysScroll,
};
const LARGE_TEXT = {
  "scrolls sideways with text of 200 %": sidewaysScroll,
  "cuts text off at 200 %": cutOffText,
  "keeps text small when a reader doubles it": smallText,
};
const FORCED_COLOURS = {
  "breaks a rule on colours in a reader's own colours": brokenColourRules,
  "hides the focus in a reader's own colours": stopsUnseen,
};

describe("for a reader with settings of their own, of every sort of page none", () => {
  const findings = new Findings();
  beforeAll(async () => {
    await visitAll({ ...PHONE, javaScriptEnabled: false }, (page) => findings.look(page, "360 px", WITHOUT_JAVASCRIPT));
    await visitAll(DESKTOP, async (page) => {
      await page.emulateMedia({ forcedColors: "active" });
      await findings.look(page, "1280 px", FORCED_COLOURS);
      await page.emulateMedia({ forcedColors: "none" });
      await page.setViewportSize({ width: 320, height: 640 });
      await findings.look(page, "320 px", NARROW);
      const browser = await page.context().newCDPSession(page);
      await browser.send("Page.enable");
      // What the setting of a browser does: usual text is 16 px and 13 px for code.
      await browser.send("Page.setFontSizes", { fontSizes: { standard: 32, fixed: 26 } });
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        await findings.look(page, `${width} px`, LARGE_TEXT);
      }
      await browser.send("Page.setFontSizes", { fontSizes: { standard: 16, fixed: 13 } });
    });
  });

  const checks: Readonly<Record<string, Check>> = {
    ...NARROW,
    ...WITHOUT_JAVASCRIPT,
    ...LARGE_TEXT,
    ...FORCED_COLOURS,
  };
  for (const name of Object.keys(checks)) test(name, () => expect(findings.of(name)).toEqual([]));
});

describe("a reader with a keyboard", () => {
  for (const path of ["/", "/search/", "/tags/", "/2024/11/e-cny-timeline/"]) {
    test(`goes through ${path} from its first link to its last, and sees each on the way`, async () => {
      for (const size of [PHONE, DESKTOP]) {
        await asReader(size, async ({ page, open }) => {
          await open(path);
          expect(await walkByTab(page)).toEqual([]);
        });
      }
    });
  }
});
