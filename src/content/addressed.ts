import type { Moved, Series, Tag } from "../model/newsroom.ts";
import type { Section } from "../model/settings.ts";
import type { Slug } from "../model/slugs.ts";
import { type SitePath, sectionUrl, seriesUrl, tagUrl } from "../model/urls.ts";
import type { Spot } from "../problems.ts";
import { urlOfPlace } from "./addresses.ts";
import type { ContentFrame } from "./frame.ts";
import type { MarkdownFile } from "./markdown-file.ts";
import type { Places } from "./places.ts";
import type { Source } from "./source.ts";
import type { YamlPath, YamlTree } from "./yaml.ts";

/** Something that has an address of its own, whatever the time: it may be scheduled, or gone again. */
export interface Addressed extends Moved {
  readonly url: SitePath;
  /** The file that says it, below `content/`. */
  readonly file: string;
  /** A draft, or a series without a story, keeps its address free for itself; nobody has been told of it. */
  readonly isDraft: boolean;
  /** Where it stands in a file of several. */
  readonly entry?: Entry | undefined;
}

interface Entry {
  readonly list: Registry;
  readonly path: YamlPath;
}

/** A file of which each entry has a page. */
interface Registry {
  readonly source: Source;
  readonly tree: YamlTree;
}

type Known = WeakMap<MarkdownFile, Addressed>;

/** All that has an address. Undefined while a file cannot be read, as nobody knows what it would say. */
export function addressedIn(
  files: readonly MarkdownFile[],
  { settings, tags, series }: ContentFrame,
  known: Known,
): Addressed[] | undefined {
  if (!settings || !tags || !series) return undefined;
  return [
    ...files.map((file) => addressedFile(file, known)),
    // Whatever has a registry stands here, a line a kind.
    ...entriesOf<Section>(settings.settings.sections, settings, ["sections"], sectionUrl),
    ...entriesOf<Tag>(tags.tags, tags.written, [], tagUrl),
    ...entriesOf<Series>(series.series, series.written, [], seriesUrl, withStories(files)),
  ];
}

function addressedFile(file: MarkdownFile, known: Known): Addressed {
  const { path, place, slug, frontMatter } = file;
  const isDraft = "draft" in frontMatter && frontMatter.draft === true;
  const addressed = known.get(file) ?? {
    url: urlOfPlace(place, slug),
    file: path,
    isDraft,
    formerly: frontMatter.formerly ?? [],
  };
  known.set(file, addressed);
  return addressed;
}

/** The series that have a page at some time: those to which a story belongs that is no draft, and was not taken back. */
function withStories(files: readonly MarkdownFile[]): ReadonlySet<string> {
  const series = files.flatMap(({ frontMatter }) =>
    "date" in frontMatter && frontMatter.series && !frontMatter.draft && !frontMatter.retracted
      ? frontMatter.series
      : [],
  );
  return new Set(series);
}

function entriesOf<Subject extends Moved & { readonly slug: Slug }>(
  subjects: readonly Subject[],
  list: Registry | undefined,
  path: YamlPath,
  urlOf: (slug: Slug) => SitePath,
  withPages?: ReadonlySet<string>,
): Addressed[] {
  if (!list) return [];
  return subjects.map(({ slug, formerly }, index) => {
    const entry = { list, path: [...path, index] };
    return { url: urlOf(slug), file: list.source.path, isDraft: withPages?.has(slug) === false, formerly, entry };
  });
}

/** Where one of the former addresses is written. */
export function spotOfFormer({ file, entry }: Addressed, index: number, places: Places): Spot | undefined {
  if (!entry) return places.ofField(file, ["formerly", index]);
  return entry.list.tree.spotOf([...entry.path, "formerly", index]);
}
