import { z } from "zod";
import type { Colour } from "../../model/contrast.ts";
import { oneLineLike, prose, reference, refuse } from "./fields.ts";

// An unquoted # starts a comment, of which writers are told as they are of one in free text.
const colour = prose("#a3162e")
  .transform((value, context): Colour => {
    const [, digits] = /^#([\da-f]{3}|[\da-f]{6})$/.exec(value.toLowerCase()) ?? [];
    if (digits === undefined) {
      return refuse(context, `is not a colour ("${value}")`, 'Write it as #rrggbb in quotes, such as "#a3162e".');
    }
    return digits.length === 6 ? `#${digits}` : `#${digits.replace(/./g, "$&$&")}`;
  })
  .meta({
    prose: true,
    example: "#a3162e",
    accepts: { type: "string", ...oneLineLike(/^#(?:[\da-fA-F]{3}|[\da-fA-F]{6})$/) },
  });

const headlines = reference("serif")
  .transform((value, context) =>
    value === "serif" || value === "sans" ? value : refuse(context, `is "${value}"`, "Write serif or sans."),
  )
  .meta({ example: "serif", accepts: { enum: ["serif", "sans"] } });

const logo = reference("logo.svg")
  .transform((value, context) =>
    /^[^/]+\.svg$/.test(value)
      ? value
      : refuse(
          context,
          `is no SVG beside this file ("${value}")`,
          "Export the logo as SVG, which is sharp at any size.",
        ),
  )
  .meta({ example: "logo.svg", accepts: { type: "string", ...oneLineLike(/^[^/]+\.svg$/) } });

/** How the site looks. */
export const themeSchema = z.strictObject({
  /** Of labels and of links under the pointer; 4.5:1 or more against the paper. */
  accent: colour.optional(),
  /** The accent on dark paper. Left out, it is the accent, made lighter as far as is needed. */
  accentDark: colour.optional(),
  /** Whether headlines are set in serif or sans. Serif when left out. */
  headlines: headlines.optional(),
  /** An SVG beside the settings, which is shown instead of the site's name. */
  logo: logo.optional(),
});

export type WrittenTheme = z.infer<typeof themeSchema>;
