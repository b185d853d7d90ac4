import type { OldMarkup, OldPlace } from "../old-site.ts";
import { withoutDialect } from "./dialects.ts";
import { withoutLiquid } from "./liquid.ts";
import { withoutHugoBlocks, withoutLiquidBlocks } from "./liquid-blocks.ts";
import { withoutMdx } from "./mdx.ts";
import { stretchesOf } from "./outside-code.ts";
import { type Refer, withoutShortcodes } from "./shortcodes.ts";
import type { SystemName } from "./system.ts";

/** What the body of a file is read with. */
export interface BodyGiven {
  readonly file: string;
  readonly system: SystemName;
  readonly format: "html" | "markdown";
  readonly place: OldPlace;
  readonly refer: Refer;
  readonly listing: { changed(what: string): void };
}

/** A body without what only its own system understands; code stays as it is. */
export function bodyFrom(body: string, { file, system, format, place, refer, listing }: BodyGiven): OldMarkup {
  const isHugo = system === "hugo" || (system === "plain" && /\{\{[<%]/.test(body));
  const isLiquid = !isHugo && system !== "astro" && /\{[{%#]/.test(body);
  const isMdx = file.endsWith(".mdx");
  const blocks = isHugo ? withoutHugoBlocks(body) : isLiquid ? withoutLiquidBlocks(body) : body;
  const text = stretchesOf(blocks)
    .map((stretch) => {
      if (stretch.isCode && format === "markdown") return stretch.text;
      let prose = stretch.text;
      if (isHugo) prose = withoutShortcodes(prose, refer);
      if (isLiquid) prose = withoutLiquid(prose, refer);
      if (isMdx) prose = withoutMdx(prose);
      return format === "markdown" ? withoutDialect(prose, refer, listing) : prose;
    })
    .join("");
  // The word joiners by which short codes that are shown were kept from being run.
  return { format, text: isHugo ? text.replaceAll(/([{}])\u2060/g, "$1") : text, place };
}
