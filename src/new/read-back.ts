import { type FileOf, frontMatterOf } from "../content/front-matter-of.ts";
import type { MarkdownKind } from "../content/kinds.ts";
import type { FrontMatters } from "../content/schema/front-matters.ts";
import type { Refuse } from "./look-up.ts";

/** The front matter of a new file as it would be read; undefined, and refused, where it would be a problem. */
export function readBack<Kind extends MarkdownKind>(
  kind: Kind,
  shownAs: string,
  text: string,
  zone: string,
  refuse: Refuse,
): FrontMatters[Kind] | undefined {
  const file: FileOf<Kind> = { kind, shownAs, bytes: Buffer.from(text) };
  return frontMatterOf(file, zone, ({ what, fix }) => refuse(`${what} ${fix}`));
}
