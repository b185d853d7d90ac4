import { type Colour, contrastOf, ENOUGH } from "./contrast.ts";
import type { Image } from "./image.ts";
import { readableShade } from "./shades.ts";

/** By day and by night. */
export type Scheme = "light" | "dark";
export type Shades = Readonly<Record<Scheme, Colour>>;

/** How a site looks, as far as its settings say. */
export interface Theme {
  /** Of labels, of what a pointer is over, and of the frame around what has the focus. */
  readonly accent: Shades;
  readonly headlines: "serif" | "sans";
  /** An SVG that stands for the site's name. */
  readonly logo?: Image | undefined;
}

/** Every colour of a site without a theme, under the name of the custom property that styles have it by. */
const COLOURS = {
  paper: { light: "#fdfcf9", dark: "#14161a" },
  ink: { light: "#17191e", dark: "#e9e6df" },
  /** Of what is said beside: times, captions, standfirsts. */
  muted: { light: "#585e68", dark: "#a6abb5" },
  /** Hairlines. */
  rule: { light: "#d8d4ca", dark: "#353941" },
  accent: { light: "#a3162e", dark: "#ff9a9e" },
  /** The ground of boxes. */
  tint: { light: "#f3efe6", dark: "#1e2127" },
  /** Says of a story that it is a draft. */
  mark: { light: "#7a4b00", dark: "#f0b95a" },
} as const satisfies Record<string, Shades>;

export type ColourName = keyof typeof COLOURS;

/** The grounds on which texts of any colour may stand. */
const GROUNDS = ["paper", "tint"] as const;

/** Which texts stand on which grounds: all that must be told apart by whoever reads. */
export const TEXTS_ON_GROUNDS: readonly (readonly [text: ColourName, ground: ColourName])[] = [
  ...GROUNDS.flatMap((ground) => (["ink", "muted", "accent", "mark"] as const).map((text) => [text, ground] as const)),
  // The link that skips to the story.
  ["paper", "ink"],
];

/** The colours of a site, by name. */
export const coloursOf = ({ accent }: Theme): Readonly<Record<ColourName, Shades>> => ({ ...COLOURS, accent });

/** The accent by day and by night. By night it is, unless it is given, the one of the day made as light as is needed. */
export function accentOf(light: Colour | undefined, dark: Colour | undefined): Shades {
  return {
    light: light ?? COLOURS.accent.light,
    dark: dark ?? (light ? readableShade(light, groundsIn("dark"), "lighter") : COLOURS.accent.dark),
  };
}

const groundsIn = (scheme: Scheme): Colour[] => GROUNDS.map((ground) => COLOURS[ground][scheme]);

/** An accent that is hard to read, the ground on which it is hardest, and what would do. */
export interface Faint {
  readonly ratio: number;
  readonly ground: Colour;
  /** The nearest shade of the same hue that is not faint. */
  readonly better: Colour;
}

/** Undefined for an accent that can be read on every ground. */
export function faintnessOf(accent: Colour, scheme: Scheme): Faint | undefined {
  const grounds = groundsIn(scheme);
  const [worst] = grounds
    .map((ground) => ({ ground, ratio: contrastOf(accent, ground) }))
    .sort((one, other) => one.ratio - other.ratio);
  if (!worst || worst.ratio >= ENOUGH) return undefined;
  return { ...worst, better: readableShade(accent, grounds, scheme === "light" ? "darker" : "lighter") };
}
