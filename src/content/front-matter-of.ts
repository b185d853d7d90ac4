import { cutFile } from "./front-matter.ts";
import type { MarkdownKind } from "./kinds.ts";
import type { Report } from "./report.ts";
import { type FrontMatters, frontMatters } from "./schema/front-matters.ts";
import { decode } from "./source.ts";

/** A file as it would be read, of which the text below the front matter is not asked for. */
export interface FileOf<Kind extends MarkdownKind> {
  readonly kind: Kind;
  /** As the person would type it. */
  readonly shownAs: string;
  readonly bytes: Uint8Array;
}

/** The front matter of a file, with its texts as they are written; undefined when it is wrong, which is reported. */
export function frontMatterOf<Kind extends MarkdownKind>(
  { kind, shownAs, bytes }: FileOf<Kind>,
  zone: string,
  report: Report,
): FrontMatters[Kind] | undefined {
  const source = decode(shownAs, shownAs, bytes, report);
  const tree = source && cutFile(source, report)?.frontMatter;
  const read = frontMatters(zone, "en", () => (text) => text)[kind];
  return source && tree && read(tree, source, report);
}
