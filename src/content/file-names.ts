import { caseless, isSlug, type Slug, slugFrom } from "../model/slugs.ts";
import type { Report } from "./report.ts";
import type { Source } from "./source.ts";

/** The slug that a file's name gives. A name that is no slug is a problem with the name that would be one. */
export function slugOfFile(source: Source, name: string, report: Report): Slug | undefined {
  const written = name.normalize("NFC");
  if (isSlug(written)) return written;
  const better = slugFrom(written);
  report({
    severity: "error",
    file: source.shownAs,
    what: `The name "${name}.md" cannot stand in a URL as it is.`,
    fix: better ? `Rename the file to ${better}.md.` : "Rename it with letters, digits and hyphens.",
  });
  return undefined;
}

/**
 * Two files that would have one address, or be one file on a Mac or on Windows: differing in case, or in how an accent is
 * encoded. Both are named.
 */
export function reportCollisions(
  files: readonly { readonly path: string; readonly shownAs: string; readonly hasAddress?: boolean }[],
  report: Report,
) {
  for (const twins of Map.groupBy(files, ({ path }) => caseless(path)).values()) {
    const [first, ...others] = twins;
    for (const other of others) {
      const same = other.hasAddress === false ? "is on some systems the same file" : "has the same address";
      const what = `This ${same} as ${first?.shownAs}: the names differ only in case or in the form of an accent.`;
      report({ severity: "error", file: other.shownAs, what, fix: "Rename one of them." });
    }
  }
}
