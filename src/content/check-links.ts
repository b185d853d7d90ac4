import { posix } from "node:path";
import type { Newsroom } from "../model/newsroom.ts";
import {
  AUTHOR_INDEX,
  CORRECTIONS,
  FEED_FORMATS,
  FEEDS,
  FRONT,
  feedUrl,
  LATEST,
  monthUrl,
  SEARCH,
  SERIES_INDEX,
  type SitePath,
  sectionUrl,
  seriesUrl,
  TAG_INDEX,
  tagUrl,
  timelineUrl,
  yearUrl,
} from "../model/urls.ts";
import type { Place, Problem } from "../problems.ts";
import { urlOfFile } from "./addresses.ts";
import { nearest, suggestion } from "./did-you-mean.ts";
import { decodePath, type Link } from "./markdown/links.ts";
import type { PlacedPost } from "./markdown/live-posts.ts";
import type { FoundMarkdown, MarkdownFile } from "./markdown-file.ts";
import type { Places } from "./places.ts";
import { type Report, reportOnFile } from "./report.ts";
import type { ReadSettings } from "./settings.ts";
import { webAddressOf } from "./web-address.ts";

/** The links of one file, and the posts of one that is live coverage. */
export interface FileLinks {
  /** Below `content/`. */
  readonly path: string;
  readonly body: { readonly links: readonly Link[]; readonly posts?: readonly PlacedPost[] | undefined };
}

/** The Markdown files that links may lead to. */
export interface LinkTargets {
  /** Where each file stands in the list of them, by its path in NFC. */
  readonly placesByPath: ReadonlyMap<string, number>;
  /** Undefined for a file that could not be read. */
  readonly fileAt: (place: number) => MarkdownFile | undefined;
}

/** Whether all links of a file lead to files that are there, and to no place in them: no text's edit can break those. */
export const leadsToFiles = ({ body }: FileLinks, placesByPath: LinkTargets["placesByPath"]): boolean =>
  body.links.every(({ target, anchor }) => "file" in target && !anchor && placesByPath.has(target.file));

/** Links whose file or heading is not there. */
export function checkFileLinks(
  all: readonly FileLinks[],
  { placesByPath, fileAt }: LinkTargets,
  places: Places,
  reportAny: Report,
): void {
  for (const { path: from, body } of all) {
    const { report, isEnough } = reportOnFile(places.shownAs(from), reportAny);
    for (const { target, anchor, at } of body.links) {
      if (isEnough()) break;
      if (!("file" in target)) continue;
      const place = placesByPath.get(target.file) ?? placesByPath.get(target.file.normalize("NFC"));
      if (place === undefined) {
        const file = target.file.normalize("NFC");
        const near = nearestFile(file, [...placesByPath.keys()]);
        const fix = near ? `Did you mean "${pathFrom(from, near)}"?` : "Mend the path, or add the file.";
        report(problemOf(places, from, at, `There is no file ${file}.`, fix));
      } else if (anchor) {
        const headings = fileAt(place)?.body.headings;
        if (!headings || headings.some(({ id }) => id === anchor)) continue;
        const ids = headings.map(({ id }) => id);
        const heading = `There is no heading "${anchor}" in ${target.file.normalize("NFC")}.`;
        report(problemOf(places, from, at, heading, suggestion(anchor, ids, "Link to the file alone.")));
      }
    }
  }
}

function problemOf(places: Places, file: string, at: Place, what: string, fix: string): Problem {
  return { severity: "error", file: places.shownAs(file), at: places.ofLink(file, at), what, fix };
}

/** The file that a writer most likely meant: one of that name elsewhere, else one of a similar name in that folder. */
function nearestFile(written: string, files: readonly string[]): string | undefined {
  const [folder, name] = [posix.dirname(written), posix.basename(written)];
  const namesake = files.find((file) => posix.basename(file) === name);
  if (namesake) return namesake;
  const beside = files.filter((file) => posix.dirname(file) === folder).map((file) => posix.basename(file));
  const near = nearest(name, beside);
  return near && `${folder}/${near}`;
}

/** The relative path that a link in `from` has to `file`. */
const pathFrom = (from: string, file: string) => posix.relative(posix.dirname(from), file);

/** Links and menu entries that name a path of the site where nothing stands. `found` holds every Markdown file. */
export function checkSitePaths(
  newsroom: Newsroom,
  all: readonly FileLinks[],
  found: readonly FoundMarkdown[],
  { source, tree }: ReadSettings,
  places: Places,
  report: Report,
): void {
  let known: Set<string> | undefined;
  // On most sites nobody asks.
  const knownPaths = () => {
    known ??= sitePathsOf(newsroom, found);
    return known;
  };
  let articles: ReadonlyMap<string, string> | undefined;
  for (const { path: from, body } of all) {
    const told = reportOnFile(places.shownAs(from), report);
    for (const { target, at } of body.links) {
      if (told.isEnough()) break;
      if ("file" in target || knownPaths().has(target.sitePath)) continue;
      articles ??= articlesByPath(found);
      const article = articles.get(target.sitePath);
      const what = article ? "A link to a story names its file." : `Nothing stands at ${target.sitePath} on this site.`;
      const fix = article
        ? `Write ${pathFrom(from, article)}.`
        : suggestion(target.sitePath, [...knownPaths()], "Link to a story by its file, such as ../04/slug.md.");
      told.report(problemOf(places, from, at, what, fix));
    }
  }
  for (const [index, { to }] of newsroom.settings.navigation.entries()) {
    if (webAddressOf(to) || knownPaths().has(decodePath(to))) continue;
    const at = tree.spotOf(["navigation", index, "to"]);
    const what = `Nothing stands at ${decodePath(to)} on this site.`;
    const fix = suggestion(decodePath(to), [...knownPaths()], "Write the path of a section, tag, author or page.");
    report({ severity: "error", file: source.shownAs, at, what, fix });
  }
}

/** The files of stories, by the decoded paths of their pages. */
const articlesByPath = (found: readonly FoundMarkdown[]): ReadonlyMap<string, string> =>
  new Map(found.filter(isArticle).map(({ path }) => [decodePath(urlOfFile(path) ?? ""), path]));

const isArticle = (file: FoundMarkdown): file is FoundMarkdown<"article"> => file.place.kind === "article";

/** The decoded paths that a link may name. What a file could not be read for is taken to be there all the same. */
function sitePathsOf({ settings, tags, series, articles }: Newsroom, found: readonly FoundMarkdown[]): Set<string> {
  const drafts = new Set(articles.filter(({ draft }) => draft).map(({ file }) => file));
  const out = found.filter(isArticle).filter(({ path }) => !drafts.has(path));
  const months = new Set(out.map(({ place: { year, month } }) => year * 12 + month - 1));
  const paths = [
    ...[LATEST, TAG_INDEX, AUTHOR_INDEX, SEARCH, FEEDS],
    ...(series.length > 0 ? [SERIES_INDEX] : []),
    ...series.map(({ slug }) => seriesUrl(slug)),
    ...tags.flatMap(({ slug, timeline }) => (timeline ? [timelineUrl(slug)] : [])),
    ...withFeeds([
      FRONT,
      CORRECTIONS,
      ...settings.sections.map(({ slug }) => sectionUrl(slug)),
      ...tags.map(({ slug }) => tagUrl(slug)),
      ...found.flatMap(({ place, path }) => (place.kind === "author" ? (urlOfFile(path) ?? []) : [])),
    ]),
    ...found.filter((file) => !isArticle(file)).flatMap(({ path }) => urlOfFile(path) ?? []),
    ...[...months].flatMap((month) => {
      const year = Math.floor(month / 12);
      return [yearUrl(year), monthUrl(year, (month % 12) + 1)];
    }),
  ];
  return new Set(paths.map(decodePath));
}

const withFeeds = (lists: readonly SitePath[]): SitePath[] =>
  lists.flatMap((list) => [list, ...FEED_FORMATS.map((format) => feedUrl(list, format))]);
