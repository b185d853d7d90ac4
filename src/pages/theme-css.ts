import { type ColourName, coloursOf, type Scheme, type Shades, type Theme } from "../model/theme.ts";

/**
 * A theme as the custom properties that styles ask for. A browser without `light-dark()` (all have it since May 2024)
 * shows black on white. Print has colours of its own: layouts/styles/print.css.
 */
export function themeCss(theme: Theme): string {
  const colours = Object.entries(coloursOf(theme)) as [ColourName, Shades][]; // as its type says
  const all = colours.map(([name, { light, dark }]) => `--${name}:light-dark(${light},${dark})`).join(";");
  const wear = (scheme: Scheme) => `html[data-colours=${scheme}]{color-scheme:${scheme}}`;
  return [
    "@layer tokens{",
    `:root{color-scheme:light dark;--headline-font:var(--${theme.headlines});${all}}`,
    `${wear("light")}${wear("dark")}`,
    "}",
  ].join("");
}
