import { type Colour, contrastOf, ENOUGH, linearOf } from "./contrast.ts";

/**
 * The shade of a colour that stands out enough on all of the grounds and is nearest to it: the colour itself when it
 * does, and otherwise one of the same hue, made darker or lighter. Black and white stand out on any ground of ours.
 */
export function readableShade(colour: Colour, grounds: readonly Colour[], make: "darker" | "lighter"): Colour {
  const standsOut = (shade: Colour) => grounds.every((ground) => contrastOf(shade, ground) >= ENOUGH);
  if (standsOut(colour)) return colour;
  const { lightness, a, b } = oklabOf(colour);
  const step = make === "darker" ? -STEP : STEP;
  for (let at = lightness + step; at > 0 && at < 1; at += step) {
    const shade = withinScreens({ lightness: at, a, b });
    if (standsOut(shade)) return shade;
  }
  return make === "darker" ? "#000000" : "#ffffff";
}

/** Two shades so far apart look alike. */
const STEP = 0.005;

/** Lightness from 0 to 1; hue and strength are the direction and the length of (a, b). */
interface Oklab {
  readonly lightness: number;
  readonly a: number;
  readonly b: number;
}

/** Oklab, in which shades of one hue look to be so (Björn Ottosson, https://bottosson.github.io/posts/oklab/). */
function oklabOf(colour: Colour): Oklab {
  const [red, green, blue] = linearOf(colour);
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return {
    lightness: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    a: 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    b: 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  };
}

/** The colour as far as screens can show it: the same hue and lightness, and only as strong as sRGB has it. */
function withinScreens(wanted: Oklab): Colour {
  let [weak, strong] = [0, 1];
  const at = (strength: number) => rgbOf({ ...wanted, a: wanted.a * strength, b: wanted.b * strength });
  if (isShown(at(1))) return colourOf(at(1));
  for (let round = 0; round < 20; round++) {
    const middle = (weak + strong) / 2;
    if (isShown(at(middle))) weak = middle;
    else strong = middle;
  }
  return colourOf(at(weak));
}

function rgbOf({ lightness, a, b }: Oklab): readonly number[] {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

const isShown = (rgb: readonly number[]): boolean => rgb.every((light) => light >= -1e-4 && light <= 1.0001);

function colourOf(rgb: readonly number[]): Colour {
  const parts = rgb.map((light) => {
    const within = Math.min(1, Math.max(0, light));
    const value = within <= 0.0031308 ? within * 12.92 : 1.055 * within ** (1 / 2.4) - 0.055;
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, "0");
  });
  return `#${parts.join("")}`;
}
