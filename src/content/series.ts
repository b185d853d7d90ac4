import type { Series } from "../model/newsroom.ts";
import { slugFrom } from "../model/slugs.ts";
import type { Report } from "./report.ts";
import { seriesSchema } from "./schema/series.ts";
import { readSlug, reportTwins } from "./settings.ts";
import type { Source } from "./source.ts";
import { validate } from "./validate.ts";
import { readYaml, type YamlTree } from "./yaml.ts";

/** The series that stories may belong to. */
export interface SeriesRegistry {
  readonly series: readonly Series[];
  /** What they were read from; undefined for a site without the file. */
  readonly written?: { readonly source: Source; readonly tree: YamlTree } | undefined;
}

/** `content/series.yaml` as a registry. */
export function readSeries(source: Source, report: Report): SeriesRegistry | undefined {
  const tree = readYaml(source, 0, source.text.length, report);
  if (tree?.isEmpty) return { series: [] };
  const file = tree && validate(seriesSchema, tree, source, report);
  if (!tree || !file) return undefined;
  const series = file.flatMap((entry, index): Series[] => {
    const path = [index, entry.slug === undefined ? "name" : "slug"];
    const slug = readSlug(entry.slug ?? slugFrom(entry.name) ?? entry.name, path, tree, source, report);
    return slug ? [{ ...entry, slug, formerly: entry.formerly ?? [] }] : [];
  });
  reportTwins(series, [], tree, source, report);
  return { series, written: { source, tree } };
}
