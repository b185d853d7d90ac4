import { type ColourName, coloursOf, type Scheme, type Shades, type Theme } from "../model/theme.ts";

/**
 * A theme as the custom properties that styles ask for. A browser without `light-dark()` (all have it since May 2024)
 * shows the colours of the day. Print has colours of its own: layouts/styles/print.css.
 */
export function themeCss(theme: Theme): string {
  const colours = Object.entries(coloursOf(theme)) as [ColourName, Shades][]; // as its type says
  const all = (textOf: (shades: Shades) => string) =>
    colours.map(([name, shades]) => `--${name}:${textOf(shades)}`).join(";");
  const wear = (scheme: Scheme) => `html[data-colours=${scheme}]{color-scheme:${scheme}}`;
  return [
    "@layer tokens{",
    `:root{color-scheme:light;--headline-font:var(--${theme.headlines});${all(({ light }) => light)}}`,
    "@supports (color:light-dark(red,red)){",
    `:root{color-scheme:light dark;${all(({ light, dark }) => `light-dark(${light},${dark})`)}}`,
    `${wear("light")}${wear("dark")}`,
    "}",
    "}",
  ].join("");
}
