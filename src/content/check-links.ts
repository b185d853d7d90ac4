import type { Newsroom } from "../model/newsroom.ts";
import { type Publication, writtenUrl } from "../model/publication.ts";
import { yearOf } from "../model/time.ts";
import {
  ATOM_FEED,
  AUTHOR_INDEX,
  authorUrl,
  FRONT,
  JSON_FEED,
  LATEST,
  SEARCH,
  sectionUrl,
  staticPageUrl,
  TAG_INDEX,
  tagUrl,
  yearUrl,
} from "../model/urls.ts";
import type { Problem } from "../problems.ts";
import { suggestion } from "./did-you-mean.ts";
import type { Link } from "./markdown/links.ts";
import type { Report } from "./report.ts";
import type { ReadSettings } from "./settings.ts";

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
  report: Report,
): void {
  for (const { links } of all) {
    for (const { target, anchor, problem } of links) {
      if (!("file" in target)) continue;
      const file = target.file.normalize("NFC");
      const ids = anchors.get(file);
      if (!anchors.has(file)) {
        const fix = suggestion(target.file, [...anchors.keys()], "Mend the path, or add the file.");
        report(problem(`There is no file ${target.file}.`, fix));
      } else if (ids && anchor && !ids.includes(anchor)) {
        report(problem(`There is no heading "${anchor}" there.`, suggestion(anchor, ids, "Link to the file alone.")));
      }
    }
  }
}

/** Links and menu entries that name a path of the site where nothing stands. */
export function checkSitePaths(
  newsroom: Newsroom,
  all: readonly FileLinks[],
  { source, tree }: ReadSettings,
  report: Report,
): void {
  const known = sitePathsOf(newsroom);
  const decoded = new Set([...known].map((path) => decodeURI(path)));
  const exists = (path: string) => decoded.has(decodeURI(path)) || known.has(path);
  for (const { links } of all) {
    for (const { target, problem } of links) {
      if ("file" in target || exists(target.sitePath)) continue;
      const fix = suggestion(target.sitePath, [...decoded], "Link to a story by its file, such as ../04/slug.md.");
      report(problem(`Nothing stands at ${target.sitePath} on this site.`, fix));
    }
  }
  for (const [index, { to }] of newsroom.settings.navigation.entries()) {
    if (exists(to) || /^https?:\/\//.test(to)) continue;
    const at = tree.spotOf(["navigation", index, "to"]);
    const what = `Nothing stands at ${to} on this site.`;
    const fix = suggestion(to, [...decoded], "Write the path of a section, tag, author or page, such as /about/.");
    report({ severity: "error", file: source.shownAs, at, what, fix });
  }
}

function sitePathsOf({ settings, tags, authors, articles, pages }: Newsroom): Set<string> {
  return new Set<string>([
    ...[FRONT, LATEST, TAG_INDEX, AUTHOR_INDEX, SEARCH, ATOM_FEED, JSON_FEED],
    ...settings.sections.map(({ slug }) => sectionUrl(slug)),
    ...tags.map(({ slug }) => tagUrl(slug)),
    ...authors.map(({ slug }) => authorUrl(slug)),
    ...pages.map(({ slug }) => staticPageUrl(slug)),
    ...articles.filter(({ draft }) => !draft).map(({ date }) => yearUrl(yearOf(date))),
  ]);
}

/** Links from what is shown to stories that are not: a reader who followed one would find nothing. */
export function linksToHidden(newsroom: Newsroom, publication: Publication, all: readonly FileLinks[]): Problem[] {
  const shown = new Set(publication.articles.map(({ file }) => file));
  const hidden = new Map(newsroom.articles.filter(({ file }) => !shown.has(file)).map((story) => [story.file, story]));
  return all
    .filter(({ from }) => !hidden.has(from))
    .flatMap(({ links }) =>
      links.flatMap(({ target, problem }) => {
        const story = "file" in target ? hidden.get(target.file.normalize("NFC")) : undefined;
        if (!story) return [];
        const why = story.draft ? "is a draft" : `is not out before ${story.date.iso}`;
        return [
          problem(`This links to ${writtenUrl(story)}, which ${why}.`, "Publish it first, or take the link out."),
        ];
      }),
    );
}
