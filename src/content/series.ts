import type { Series } from "../model/newsroom.ts";
import { slugFrom } from "../model/slugs.ts";
import type { Report } from "./report.ts";
import { seriesSchema } from "./schema/series.ts";
import { readSlug, reportTwins } from "./settings.ts";
import type { Source } from "./source.ts";
import { validate } from "./validate.ts";
import { readYaml } from "./yaml.ts";

/** `content/series.yaml` as the series that stories may belong to. */
export function readSeries(source: Source, report: Report): readonly Series[] | undefined {
  const tree = readYaml(source, 0, source.text.length, report);
  if (tree?.isEmpty) return [];
  const file = tree && validate(seriesSchema, tree, source, report);
  if (!tree || !file) return undefined;
  const series = file.flatMap((entry, index): Series[] => {
    const path = [index, entry.slug === undefined ? "name" : "slug"];
    const slug = readSlug(entry.slug ?? slugFrom(entry.name) ?? entry.name, path, tree, source, report);
    return slug ? [{ ...entry, slug }] : [];
  });
  reportTwins(series, [], tree, source, report);
  return series;
}
