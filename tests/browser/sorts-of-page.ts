import type { SitePath } from "../../src/model/urls.ts";
import { DISCUSSED_STORY, MEASURED_STORY } from "../budgets/fixture-site.ts";

/** A page of a built site, as far as is needed to choose among them. */
export interface BuiltPage {
  readonly layout: string;
  readonly url: SitePath;
  readonly html: string;
}

/** A page that stands for others of its sort. */
export interface Sample {
  readonly sort: string;
  readonly url: string;
  /** One that is there only for what the first of its sort does not show. */
  readonly further: boolean;
}

interface Sort {
  readonly layout: string;
  /** Which addresses, where a layout shows several sorts. */
  readonly at?: RegExp;
}

/** Every sort of page that a reader can come to. Whoever adds one names it here, and all checks look at it. */
export const SORTS: Readonly<Record<string, Sort>> = {
  "front page": { layout: "front" },
  article: { layout: "article" },
  "live story": { layout: "live-story" },
  "all stories": { layout: "list", at: /^\/latest\/$/ },
  "older page of a list": { layout: "list", at: /\/page\/\d+\/$/ },
  section: { layout: "list", at: /^\/sections\/[^/]+\/$/ },
  tag: { layout: "list", at: /^\/tags\/[^/]+\/$/ },
  series: { layout: "list", at: /^\/series\/[^/]+\/$/ },
  timeline: { layout: "timeline" },
  month: { layout: "list", at: /^\/\d{4}\/\d{2}\/$/ },
  year: { layout: "year" },
  "tag index": { layout: "directory", at: /^\/tags\/$/ },
  "series index": { layout: "directory", at: /^\/series\/$/ },
  "author index": { layout: "directory", at: /^\/authors\/$/ },
  author: { layout: "author", at: /^\/authors\/[^/]+\/$/ },
  "older page of an author": { layout: "author", at: /\/page\/\d+\/$/ },
  "what changed": { layout: "changes" },
  "older replies": { layout: "comments" },
  corrections: { layout: "corrections" },
  tombstone: { layout: "tombstone" },
  "static page": { layout: "static-page" },
  search: { layout: "search" },
  "feeds page": { layout: "feeds" },
  "page for a reply that was received": { layout: "comment-received" },
  "offline page": { layout: "offline" },
  "page for what is not there": { layout: "not-found" },
};

/** All that says what sort a page is of. */
type Sorted = Readonly<Record<"layout" | "url", string>>;

/** The sorts that a page is of. It should be one. */
export const sortsOf = ({ layout, url }: Sorted): string[] =>
  Object.entries(SORTS)
    .filter(([, sort]) => sort.layout === layout && (sort.at?.test(url) ?? true))
    .map(([name]) => name);

/**
 * Of each sort the longest page, and after it those that show elements which no longer one has: a table, a footnote, a
 * picture. The same site gives the same samples.
 */
export function samplesOf(pages: readonly (Sorted & Pick<BuiltPage, "html">)[]): Sample[] {
  const longestFirst = pages.toSorted((a, b) => b.html.length - a.html.length || (a.url < b.url ? -1 : 1));
  return Object.keys(SORTS).flatMap((sort) => {
    const seen = new Set<string>();
    const telling = longestFirst
      .filter((page) => sortsOf(page).includes(sort))
      .filter(({ html }) => {
        const fresh = elementsIn(html).filter((name) => !seen.has(name));
        for (const name of fresh) seen.add(name);
        return fresh.length > 0;
      });
    return telling.map(({ url }, index) => ({ sort, url, further: index > 0 }));
  });
}

/** Samples of a site, and where it is served. */
interface Sampled {
  readonly url: string;
  readonly samples: readonly Sample[];
}

/**
 * Samples of every sort of page, with whole addresses: of the repository's own newspaper, then the front page, the
 * measured story and the discussed one of the fixture, and what else the fixture alone has.
 */
export function samplesOfBoth(own: Sampled, fixture: Sampled): Sample[] {
  const at = (base: string) => (sample: Sample) => ({ ...sample, url: base + sample.url });
  const more = [
    { sort: "front page", url: "/", further: true },
    { sort: "article", url: MEASURED_STORY, further: true },
    { sort: "article", url: DISCUSSED_STORY, further: true },
    ...fixture.samples.filter(({ sort }) => !own.samples.some((sample) => sample.sort === sort)),
  ];
  return [...own.samples.map(at(own.url)), ...more.map(at(fixture.url))];
}

const elementsIn = (html: string): string[] => [...html.matchAll(/<([a-z][a-z0-9-]*)/g)].map(([, name]) => name ?? "");
