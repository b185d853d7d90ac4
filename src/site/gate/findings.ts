/** What can be wrong with a page, by what it is about. */
export type Finding = {
  /** The page's file, below the output folder. */
  readonly page: string;
  /** The file of `content/` that the page is made from, where it is made from one. */
  readonly source?: string | undefined;
} & (
  | { readonly rule: "duplicate id"; readonly about: string }
  /** `about` is the address of the picture, as written. */
  | { readonly rule: "no alt"; readonly about: string }
  /** `about` is the address without its origin, and with the id where that is what is not there. */
  | { readonly rule: "dead link" | "dead anchor"; readonly about: string }
  /** `about` is what the page shows of a story that is not out, and `story` that story's file. */
  | { readonly rule: "hidden text" | "hidden address"; readonly about: string; readonly story: string }
  /** `about` says what is wrong. */
  | { readonly rule: "invalid"; readonly about: string }
  /** `about` is how many bytes are sent. */
  | { readonly rule: "too heavy"; readonly about: string }
);

export type Rule = Finding["rule"];

/** A link that its page cannot be judged by alone. */
export interface FarLink {
  readonly page: string;
  readonly source?: string | undefined;
  /** A path of the site, percent-encoded as written, with or without an id. */
  readonly target: string;
}

/** What was found on some pages. */
export interface PageFindings {
  readonly findings: readonly Finding[];
  readonly farLinks: readonly FarLink[];
  /** Ids that pages had and have no more, each behind its page's address: `/about/#team`. */
  readonly lostIds: readonly string[];
  /** How many pages were looked at. */
  readonly pages: number;
}

export const allFindings = (all: readonly PageFindings[]): PageFindings => ({
  findings: all.flatMap(({ findings }) => findings),
  farLinks: all.flatMap(({ farLinks }) => farLinks),
  lostIds: all.flatMap(({ lostIds }) => lostIds),
  pages: all.reduce((sum, { pages }) => sum + pages, 0),
});
