import { readFileSync } from "node:fs";
import type { FarLink, Finding } from "./findings.ts";
import { idsIn } from "./markup.ts";
import { decodedAddress } from "./site-link.ts";

/** The site that is going to be, as far as links need it. */
export interface WholeSite {
  /** Every file, below the output folder. */
  readonly files: ReadonlySet<string>;
  /** Where a file of it lies now; undefined for one that another shard makes. */
  readonly pathOf: (file: string) => string | undefined;
}

/** Which of the links lead nowhere. */
export function deadLinks(links: readonly FarLink[], { files, pathOf }: WholeSite): Finding[] {
  const idsByFile = new Map<string, ReadonlySet<string> | undefined>();
  const idsOf = (file: string) => {
    const known = idsByFile.get(file);
    if (known || idsByFile.has(file)) return known;
    const path = pathOf(file);
    const ids = path === undefined ? undefined : idsIn(readFileSync(path, "utf8"));
    idsByFile.set(file, ids);
    return ids;
  };
  return links.flatMap(({ target, ...place }): Finding[] => {
    const mark = target.indexOf("#");
    const [path, id] = mark < 0 ? [target, ""] : [target.slice(0, mark), target.slice(mark + 1)];
    const file = fileFor(path, files);
    if (file === undefined) return [{ ...place, rule: "dead link", about: path }];
    // Only in pages is an id a place.
    if (id === "" || !file.endsWith(".html")) return [];
    const ids = idsOf(file);
    return !ids || ids.has(id) ? [] : [{ ...place, rule: "dead anchor", about: target }];
  });
}

/** Hosts serve a folder's page with and without the last slash. */
function fileFor(path: string, files: ReadonlySet<string>): string | undefined {
  const below = decodedAddress(path).slice(1);
  const choices = below === "" || below.endsWith("/") ? [`${below}index.html`] : [below, `${below}/index.html`];
  return choices.find((file) => files.has(file));
}
