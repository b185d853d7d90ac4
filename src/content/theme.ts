import { type Colour, ENOUGH } from "../model/contrast.ts";
import { accentOf, faintnessOf, type Scheme, type Theme } from "../model/theme.ts";
import { suggestion } from "./did-you-mean.ts";
import type { ImageShelf } from "./images.ts";
import type { Report } from "./report.ts";
import type { WrittenTheme } from "./schema/theme.ts";
import type { ReadSettings } from "./settings.ts";
import type { Source } from "./source.ts";
import type { YamlTree } from "./yaml.ts";

/** The theme without its logo. An accent that is hard to read is a problem, with the nearest shade that is not. */
export function readTheme(written: WrittenTheme, tree: YamlTree, source: Source, report: Report): Theme {
  const check = (field: "accent" | "accentDark", scheme: Scheme, colour: Colour | undefined) => {
    const faint = colour && faintnessOf(colour, scheme);
    if (!faint) return;
    // Rounded down: 4.499 is not 4.5.
    const ratio = (Math.floor(faint.ratio * 100) / 100).toFixed(2);
    report({
      severity: "error",
      file: source.shownAs,
      at: tree.spotOf(["theme", field]),
      what: `"theme.${field}" is hard to read: its contrast is ${ratio}:1 on the ${scheme} ground ${faint.ground}, and text needs ${ENOUGH}:1 (WCAG 2.2, 1.4.3).`,
      fix: `The nearest shade that has it is "${faint.better}".`,
    });
  };
  check("accent", "light", written.accent);
  check("accentDark", "dark", written.accentDark);
  return { accent: accentOf(written.accent, written.accentDark), headlines: written.headlines ?? "serif" };
}

/** The settings with their logo, which must be there. */
export function withLogo(read: ReadSettings, images: ImageShelf, report: Report): ReadSettings {
  const { settings, logo, source, tree } = read;
  if (logo === undefined) return read;
  const image = images.beside(source.path, logo);
  if (image) return { ...read, settings: { ...settings, theme: { ...settings.theme, logo: image } } };
  if (!images.isBroken(source.path, logo)) {
    report({
      severity: "error",
      file: source.shownAs,
      at: tree.spotOf(["theme", "logo"]),
      what: `There is no drawing "${logo}" beside this file.`,
      fix: suggestion(logo, images.namesBeside(source.path), "Add the file beside this one."),
    });
  }
  return read;
}
