import { beforeAll, describe, expect, test } from "vitest";
import {
  brokenColourRules,
  brokenRules,
  cutOffText,
  movingParts,
  sidewaysScroll,
  wrongHeadings,
  wrongLandmarks,
} from "./checks.ts";
import { stopsUnseen } from "./focus.ts";
import { Findings, visitAll } from "./visits.ts";

const WIDTHS = [360, 768, 1280];

const IN_ANY_COLOUR = { "leaves a reader with a keyboard without a visible focus": stopsUnseen };
const IN_LIGHT = {
  ...IN_ANY_COLOUR,
  "breaks a rule of accessibility": brokenRules,
  "has other than one main heading, or skips a level": wrongHeadings,
  "is without its landmarks": wrongLandmarks,
  "scrolls sideways": sidewaysScroll,
  "cuts text off": cutOffText,
  "moves for a reader who wants no motion": movingParts,
};
// What is not of a colour is the same in the dark.
const IN_DARK = { ...IN_ANY_COLOUR, "breaks a rule on colours in the dark": brokenColourRules };

describe("of every sort of page, on a phone, a tablet and a desktop, in light and in dark, none", () => {
  const findings = new Findings();
  beforeAll(() =>
    visitAll({ reducedMotion: "reduce" }, async (page, { further }) => {
      for (const width of further ? [360] : WIDTHS) {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme: "light" });
        await findings.look(page, `${width} px`, IN_LIGHT);
        await page.emulateMedia({ colorScheme: "dark" });
        await findings.look(page, `${width} px in the dark`, IN_DARK);
      }
    }),
  );

  for (const name of Object.keys({ ...IN_LIGHT, ...IN_DARK })) test(name, () => expect(findings.of(name)).toEqual([]));
});
