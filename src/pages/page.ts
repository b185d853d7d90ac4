import type { Moment } from "../model/time.ts";
import type { SitePath } from "../model/urls.ts";
import type { HTML_LAYOUTS, TEXT_LAYOUTS } from "./layouts.ts";

type XmlLayout = "atom-feed" | "comments-feed" | "news-sitemap" | "rss-feed" | "sitemap" | "sitemap-index";
type JsonLayout =
  | "comment-places"
  | "json-feed"
  | "live-posts"
  | "next-change"
  | "search-facets"
  | "search-partitions"
  | "search-stories"
  | "search-words"
  | "versions"
  | "web-manifest";

type PropsOf<Layout> = Layout extends (props: infer Props, ...rest: never[]) => unknown ? Props : never;

type Pages<Kind extends string, Layouts> = {
  [Name in keyof Layouts]: {
    readonly kind: Kind;
    readonly url: SitePath;
    /** The file of `content/` that the page is made from, where it is made from one. */
    readonly source?: string | undefined;
    readonly layout: Name;
    readonly props: PropsOf<Layouts[Name]>;
  };
}[keyof Layouts];

export type HtmlPage = Pages<"html", typeof HTML_LAYOUTS>;
export type TextPage =
  | Pages<"xml", Pick<typeof TEXT_LAYOUTS, XmlLayout>>
  | Pages<"json", Pick<typeof TEXT_LAYOUTS, JsonLayout>>
  | Pages<
      "text",
      Pick<
        typeof TEXT_LAYOUTS,
        | "admin"
        | "headers"
        | "index-now-key"
        | "llms"
        | "redirect"
        | "redirects"
        | "retired-worker"
        | "robots"
        | "worker"
      >
    >;

/**
 * A file that the site serves: a layout's name and its props. Props survive a JSON round trip, so a page can be
 * hashed, sent to a worker and compared with the last build's.
 */
export type Page = HtmlPage | TextPage;

/** A page that is going to be: where it will stand, and how to make it when somebody wants it. */
export interface PlannedPage<Made extends Page = Page> {
  readonly kind: Made["kind"];
  readonly url: SitePath;
  readonly make: () => Made;
  /**
   * All that the page is made from, apart from what every page of the edition is (`commonOf`). While none of it has
   * changed, the page has not, and need not be made to be compared. Absent where most changes change it.
   */
  readonly madeFrom?: (() => readonly object[]) | undefined;
  /** When what it shows last changed, as far as its stories tell. Absent for a page without stories. */
  readonly changed?: (() => Moment | undefined) | undefined;
}

/** Plans a page of HTML. `make` is told the address that the plan gives it. */
export const planned = (
  url: SitePath,
  make: (url: SitePath) => HtmlPage,
  madeFrom?: PlannedPage["madeFrom"],
  changed?: PlannedPage["changed"],
): PlannedPage<HtmlPage> => ({ kind: "html", url, make: () => make(url), madeFrom, changed });
