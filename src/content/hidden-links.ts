import { listsThatComeWith } from "../model/dead-links.ts";
import type { Newsroom, WrittenArticle } from "../model/newsroom.ts";
import type { Publication } from "../model/publication.ts";
import type { SitePath } from "../model/urls.ts";
import { writtenUrl } from "../model/written-url.ts";
import type { Problem } from "../problems.ts";
import { urlOfFile } from "./addresses.ts";
import type { FileLinks } from "./check-links.ts";
import { kindOf } from "./kinds.ts";
import type { Link } from "./markdown/links.ts";
import type { Places } from "./places.ts";

/** An archive or a series, which is there while a story of it is shown. */
const COMES_WITH_STORIES = /^\/(?:\d{4}\/(?:\d{2}\/)?|series\/(?:[^/]+\/)?)$/;

/** The addresses that a text links to which may not be there at every time: those of stories, archives and series. */
export function linksOf({ links }: FileLinks["body"]): readonly SitePath[] {
  if (links.length === 0) return NONE;
  const addresses = new Set(links.flatMap(addressOf));
  return addresses.size === 0 ? NONE : [...addresses];
}

const NONE: readonly SitePath[] = [];

function addressOf({ target }: Link): SitePath | [] {
  if ("file" in target) return kindOf(target.file)?.kind === "article" ? (urlOfFile(target.file) ?? []) : [];
  // Slugs are letters, digits and hyphens, which this encodes as `model/urls.ts` does.
  return COMES_WITH_STORIES.test(target.sitePath) ? (encodeURI(target.sitePath) as SitePath) : [];
}

/**
 * Links from what is out, or going out, to what can't be there for its readers: to a draft, to a story that comes out
 * later or has gone before, to an archive or a series of stories that nobody publishes. Where time alone will mend or break a link,
 * nobody is told: its words stand there as plain text meanwhile.
 */
export function linksToHidden(
  newsroom: Newsroom,
  publication: Publication,
  all: readonly FileLinks[],
  places: Places,
): Problem[] {
  const hidden = hiddenStories(newsroom, publication);
  const linking = all.filter(({ body }) => body.links.length > 0);
  if (linking.length === 0) return [];
  const stories = new Map(newsroom.articles.map((story) => [story.file, story]));
  let lists: ReadonlySet<string> | undefined;
  const whyNot = (from: WrittenArticle | undefined, { target }: Link): [what: string, fix: string] | undefined => {
    if ("file" in target) {
      const story = hidden.size > 0 && hidden.get(target.file.normalize("NFC"));
      return story ? whyHidden(story, from) : undefined;
    }
    if (!COMES_WITH_STORIES.test(target.sitePath)) return undefined;
    lists ??= listsToBe(newsroom);
    if (lists.has(encodeURI(target.sitePath))) return undefined;
    return [`No story stands in ${target.sitePath}, or is going to.`, "Take the link out."];
  };
  return linking.flatMap(({ path, body }) => {
    const from = stories.get(path);
    if (from?.draft || from?.retracted) return [];
    return body.links.flatMap((link) => {
      const [what, fix] = whyNot(from, link) ?? [];
      if (!what || !fix) return [];
      return [{ severity: "error", file: places.shownAs(path), at: places.ofLink(path, link.at), what, fix }];
    });
  });
}

/** Stories that have no page now, by their files. */
function hiddenStories(newsroom: Newsroom, { articles, tombstones }: Publication): ReadonlyMap<string, WrittenArticle> {
  if (articles.length + tombstones.length === newsroom.articles.length) return new Map();
  const shown = new Set([...articles, ...tombstones].map(({ file }) => file));
  return new Map(newsroom.articles.filter(({ file }) => !shown.has(file)).map((story) => [story.file, story]));
}

/** `from` is undefined for a text without a date, such as a biography: it waits for whatever it links to. */
function whyHidden(story: WrittenArticle, from: WrittenArticle | undefined): [what: string, fix: string] | undefined {
  const links = `This links to ${writtenUrl(story)}, which`;
  if (story.draft) return [`${links} is a draft.`, "Publish it first, or take the link out."];
  if (!from) return undefined;
  if (story.date.epochMs > from.date.epochMs) {
    return [`${links} is not out before ${story.date.iso}.`, "Publish it first, or take the link out."];
  }
  if (story.expires && story.expires.epochMs <= from.date.epochMs) {
    return [`${links} has gone by ${story.expires.iso}.`, "Take the link out, or let that story stay."];
  }
  return undefined;
}

/** The archives and series that there are at one time or another. */
const listsToBe = ({ articles }: Newsroom): ReadonlySet<string> =>
  listsThatComeWith(articles.filter(({ draft, retracted }) => !draft && !retracted));
