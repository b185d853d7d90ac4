import { posix } from "node:path";
import type { Newsroom } from "../model/newsroom.ts";
import { type Publication, writtenUrl } from "../model/publication.ts";
import {
  ATOM_FEED,
  AUTHOR_INDEX,
  FRONT,
  JSON_FEED,
  LATEST,
  monthUrl,
  SEARCH,
  sectionUrl,
  TAG_INDEX,
  tagUrl,
  yearUrl,
} from "../model/urls.ts";
import type { Place, Problem } from "../problems.ts";
import { urlOfFile } from "./addresses.ts";
import { nearest, suggestion } from "./did-you-mean.ts";
import { kindOf } from "./kinds.ts";
import { decodePath, type Link } from "./markdown/links.ts";
import type { Places } from "./places.ts";
import type { Report } from "./report.ts";
import type { ReadSettings } from "./settings.ts";
import { webAddressOf } from "./web-address.ts";

/** The links of one file. */
export interface FileLinks {
  /** Below `content/`. */
  readonly from: string;
  readonly links: readonly Link[];
}

/** Links whose file or heading is not there. `anchors` holds every Markdown file's heading ids, where it could be read. */
export function checkFileLinks(
  all: readonly FileLinks[],
  anchors: ReadonlyMap<string, readonly string[] | undefined>,
  places: Places,
  report: Report,
): void {
  const files = [...anchors.keys()];
  for (const { from, links } of all) {
    for (const { target, anchor, at } of links) {
      if (!("file" in target)) continue;
      const file = target.file.normalize("NFC");
      const ids = anchors.get(file);
      if (!anchors.has(file)) {
        const near = nearestFile(file, files);
        const fix = near ? `Did you mean "${pathFrom(from, near)}"?` : "Mend the path, or add the file.";
        report(problemOf(places, from, at, `There is no file ${file}.`, fix));
      } else if (ids && anchor && !ids.includes(anchor)) {
        const heading = `There is no heading "${anchor}" in ${file}.`;
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

/** Links and menu entries that name a path of the site where nothing stands. `files` holds every Markdown file. */
export function checkSitePaths(
  newsroom: Newsroom,
  all: readonly FileLinks[],
  files: readonly string[],
  { source, tree }: ReadSettings,
  places: Places,
  report: Report,
): void {
  const known = sitePathsOf(newsroom, files);
  const months = once(() => monthsOf(newsroom, files));
  const articles = once(
    () => new Map(files.filter(isArticle).map((file) => [decodePath(urlOfFile(file) ?? ""), file])),
  );
  const isKnown = (path: string) => known.has(path) || (ARCHIVE.test(path) && months().has(path));
  for (const { from, links } of all) {
    for (const { target, at } of links) {
      if ("file" in target || isKnown(target.sitePath)) continue;
      const article = articles().get(target.sitePath);
      const what = article ? "A link to a story names its file." : `Nothing stands at ${target.sitePath} on this site.`;
      const fix = article
        ? `Write ${pathFrom(from, article)}.`
        : suggestion(target.sitePath, [...known, ...months()], "Link to a story by its file, such as ../04/slug.md.");
      report(problemOf(places, from, at, what, fix));
    }
  }
  for (const [index, { to }] of newsroom.settings.navigation.entries()) {
    if (webAddressOf(to) || isKnown(decodePath(to))) continue;
    const at = tree.spotOf(["navigation", index, "to"]);
    const what = `Nothing stands at ${decodePath(to)} on this site.`;
    const fix = suggestion(
      decodePath(to),
      [...known, ...months()],
      "Write the path of a section, tag, author or page.",
    );
    report({ severity: "error", file: source.shownAs, at, what, fix });
  }
}

const isArticle = (file: string) => kindOf(file)?.kind === "article";

/** Few sites have a link that asks for what takes long to find. */
function once<Value>(find: () => Value): () => Value {
  let found: { readonly value: Value } | undefined;
  return () => {
    found ??= { value: find() };
    return found.value;
  };
}

/** The years and months that have stories. What a file could not be read for is taken to be there all the same. */
function monthsOf({ articles }: Newsroom, files: readonly string[]): ReadonlySet<string> {
  const drafts = new Set(articles.filter(({ draft }) => draft).map(({ file }) => file));
  const paths = files.flatMap((file) => {
    const place = kindOf(file);
    if (place?.kind !== "article" || drafts.has(file)) return [];
    return [yearUrl(place.year), monthUrl(place.year, place.month)];
  });
  return new Set(paths);
}

/** The other decoded paths that a link may name. */
function sitePathsOf({ settings, tags }: Newsroom, files: readonly string[]): ReadonlySet<string> {
  const paths = [
    ...[FRONT, LATEST, TAG_INDEX, AUTHOR_INDEX, SEARCH, ATOM_FEED, JSON_FEED],
    ...settings.sections.map(({ slug }) => sectionUrl(slug)),
    ...tags.map(({ slug }) => tagUrl(slug)),
    ...files.filter((file) => !isArticle(file)).flatMap((file) => urlOfFile(file) ?? []),
  ];
  return new Set(paths.map(decodePath));
}

/** Links from what is shown to stories that are not: a reader who followed one would find nothing. */
export function linksToHidden(
  newsroom: Newsroom,
  publication: Publication,
  all: readonly FileLinks[],
  places: Places,
): Problem[] {
  const shown = new Set(publication.articles.map(({ file }) => file));
  const hidden = new Map(newsroom.articles.filter(({ file }) => !shown.has(file)).map((story) => [story.file, story]));
  const archives = archivesOf(publication);
  return all
    .filter(({ from }) => !hidden.has(from))
    .flatMap(({ from, links }) =>
      links.flatMap(({ target, at }) => {
        const problem = (what: string, fix: string) => problemOf(places, from, at, what, fix);
        if ("sitePath" in target) {
          if (!ARCHIVE.test(target.sitePath) || archives.has(target.sitePath)) return [];
          return [
            problem(`Nothing stands at ${target.sitePath} until a story of that time is out.`, "Take the link out."),
          ];
        }
        const story = hidden.get(target.file.normalize("NFC"));
        if (!story) return [];
        const why = story.draft ? "is a draft" : `is not out before ${story.date.iso}`;
        return [
          problem(`This links to ${writtenUrl(story)}, which ${why}.`, "Publish it first, or take the link out."),
        ];
      }),
    );
}

const ARCHIVE = /^\/\d{4}\/(?:\d{2}\/)?$/;

const archivesOf = ({ years }: Publication): ReadonlySet<string> =>
  new Set(years.flatMap(({ year, months }) => [yearUrl(year), ...months.map(({ month }) => monthUrl(year, month))]));
