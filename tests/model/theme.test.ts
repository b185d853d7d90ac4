import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Colour, contrastOf, ENOUGH } from "../../src/model/contrast.ts";
import { accentOf, coloursOf, faintnessOf, TEXTS_ON_GROUNDS, type Theme } from "../../src/model/theme.ts";

const SCHEMES = ["light", "dark"] as const;

const anyColour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value): Colour => `#${value.toString(16).padStart(6, "0")}`);

const themeWith = (accent: Theme["accent"]): Theme => ({ accent, headlines: "serif" });

/** What is hard to read in a theme. */
const faintTexts = (theme: Theme) =>
  SCHEMES.flatMap((scheme) =>
    TEXTS_ON_GROUNDS.filter(([text, ground]) => {
      const colours = coloursOf(theme);
      return contrastOf(colours[text][scheme], colours[ground][scheme]) < ENOUGH;
    }).map(([text, ground]) => `${text} on ${ground} by ${scheme}`),
  );

/** The angle of a colour on the wheel, in degrees (CSS Color 4, 7.1). */
function hueOf(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const most = Math.max(red, green, blue);
  const range = most - Math.min(red, green, blue);
  if (most === red) return (60 * ((green - blue) / range) + 360) % 360;
  return 60 * (most === green ? 2 + (blue - red) / range : 4 + (red - green) / range);
}

describe("contrast is what WCAG says it is", () => {
  test.each([
    ["#000000", "#ffffff", 21],
    ["#777777", "#ffffff", 4.48],
    ["#767676", "#ffffff", 4.54],
    ["#ff0000", "#ffffff", 4],
    ["#0000ff", "#ffffff", 8.59],
    ["#a3162e", "#a3162e", 1],
  ] as const)("of %s on %s", (text, ground, ratio) => {
    expect(contrastOf(text, ground)).toBeCloseTo(ratio, 2);
    expect(contrastOf(ground, text)).toBe(contrastOf(text, ground));
  });
});

describe("a theme can be read by day and by night", () => {
  test("when the settings say nothing", () => {
    expect(faintTexts(themeWith(accentOf(undefined, undefined)))).toEqual([]);
  });

  test("whatever accent is chosen for the day, as long as that can be read by day", () => {
    fc.assert(
      fc.property(anyColour, (accent) => {
        fc.pre(!faintnessOf(accent, "light"));
        expect(faintTexts(themeWith(accentOf(accent, undefined)))).toEqual([]);
      }),
    );
  });

  test("with the shade that is proposed instead of a faint one, which needs no better", () => {
    fc.assert(
      fc.property(anyColour, fc.constantFrom(...SCHEMES), (accent, scheme) => {
        const faint = faintnessOf(accent, scheme);
        fc.pre(faint !== undefined);
        expect(faint?.ratio).toBeLessThan(ENOUGH);
        expect(faint && faintnessOf(faint.better, scheme)).toBeUndefined();
      }),
    );
  });

  test("with an accent that is as dark by night as can be read", () => {
    const { dark } = accentOf("#a3162e", undefined);
    const { paper, tint } = coloursOf(themeWith({ light: "#a3162e", dark }));
    expect(contrastOf(dark, tint.dark)).toBeGreaterThanOrEqual(ENOUGH);
    expect(contrastOf(dark, tint.dark)).toBeLessThan(ENOUGH + 0.2);
    expect(contrastOf(dark, paper.dark)).toBeGreaterThan(contrastOf(dark, tint.dark));
  });
});

test.each(["#a3162e", "#005f73", "#0b6e2e", "#6a1b9a", "#8a4b00"] as const)("%s keeps its hue by night", (accent) => {
  const { light, dark } = accentOf(accent, undefined);
  expect(light).toBe(accent);
  expect(Math.abs(hueOf(dark) - hueOf(accent))).toBeLessThan(20);
});

test("an accent for the night is taken as it is given, and one that shines by day is kept by night", () => {
  expect(accentOf("#a3162e", "#ffcc00")).toEqual({ light: "#a3162e", dark: "#ffcc00" });
  expect(accentOf("#ffcc00", undefined).dark).toBe("#ffcc00");
});
