import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { createWhole } from "../whole-file.ts";
import { type Existing, readExisting } from "./existing.ts";
import { refuseExport } from "./export-error.ts";
import type { Finding } from "./findings.ts";
import { FORMATS } from "./formats.ts";
import { Importing } from "./importing.ts";
import type { ImportMap } from "./map/map.ts";
import { printMap, readMap, withNew } from "./map/map-file.ts";
import { proposeMap } from "./map/propose.ts";
import type { OldSite } from "./old-site.ts";
import { planImport } from "./plan.ts";
import type { Tally } from "./report.ts";
import { type Survey, survey } from "./survey.ts";
import { Journal } from "./write/journal.ts";

export interface ImportOptions {
  /** A name of `FORMATS`. */
  readonly format: string;
  /** The export, as the person typed it. */
  readonly path: string;
  /** The content folder, as the person typed it. */
  readonly content: string;
  /** Where the old site stood, for exports that do not say. */
  readonly url?: string | undefined;
  /** The folder of the old site's uploads. */
  readonly media?: string | undefined;
  /** Where the map is, or is to be. */
  readonly map: string;
  /** Where the report goes. */
  readonly report: string;
  /** Where the journal is kept, in the site's folder for what is kept from run to run. */
  readonly work: string;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  readonly stop: AbortSignal;
  /** Is asked once, when a map was proposed that nobody has read yet. */
  readonly goOn: (proposed: ProposedMap) => Promise<boolean>;
  readonly progress: (step: "survey" | "import", share: number) => void;
}

export interface ProposedMap {
  readonly file: string;
  readonly sections: number;
  readonly tags: number;
  readonly authors: number;
}

export type ImportResult =
  /** The map is written, and waits for a person. */
  | { readonly kind: "proposed"; readonly proposed: ProposedMap }
  | { readonly kind: "imported"; readonly tally: Tally; readonly findings: readonly Finding[] };

/**
 * Moves an old site into a content folder. Reads the whole export before anything is written, so that one that breaks off
 * writes nothing; then writes whole files, one after the other, and nothing over what a person has done. Throws
 * `ExportError`, and what `stop` aborts with.
 */
export async function importSite(options: ImportOptions): Promise<ImportResult> {
  const { format, path, now, stop } = options;
  const existing = await readExisting(resolve(options.content), options.content.replace(/\/+$/, ""));
  const reader = await FORMATS[format]?.load();
  if (!reader) throw new Error(`There is no reader for ${format}`);
  let step: "survey" | "import" = "survey";
  const site = await reader({ path, url: options.url, now, progress: (share) => options.progress(step, share) });
  const found = await survey(site, stop);
  const map = await mapFor(site, found, existing, options);
  if ("waits" in map) return { kind: "proposed", proposed: map.waits };
  const journal = await Journal.open(options.work, format, existing.root, now);
  const plan = planImport(site, found, map.map, existing, journal, now);
  step = "import";
  try {
    return await new Importing({ ...options, site, found, map: map.map, existing, journal, plan }).run();
  } finally {
    await journal.flush();
  }
}

/** The map that a person has read, or the one that is proposed where they say so. */
async function mapFor(
  site: OldSite,
  found: Survey,
  existing: Existing,
  options: ImportOptions,
): Promise<{ map: ImportMap } | { waits: ProposedMap }> {
  const proposed = proposeMap(site, found, existing);
  const written = await readFile(options.map).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    if (error.code === "EISDIR") return refuseExport(options.map, "The map is a folder.", "Name a file with --map.");
    throw error;
  });
  if (written) return { map: withNew(readMap(written, options.map), proposed) };
  await createWhole(resolve(options.map), printMap(proposed, found));
  const count = (to: string) => new Set(proposed.terms.filter((term) => term.to === to).map(({ slug }) => slug)).size;
  const said = { file: options.map, sections: count("section"), tags: count("tag"), authors: proposed.authors.length };
  return (await options.goOn(said)) ? { map: proposed } : { waits: said };
}
