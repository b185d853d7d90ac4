import type { Comment, Openness } from "./comment.ts";
import type { FormName } from "./forms.ts";
import type { StoryHistory } from "./history.ts";
import type { Cover, Image, Picture } from "./image.ts";
import type { Settings } from "./settings.ts";
import type { Slug } from "./slugs.ts";
import type { Moment } from "./time.ts";
import type { SitePath } from "./urls.ts";

declare const bodyMark: unique symbol;

/** Names a rendered text by a hash of it. Pages carry the hash; the text is fetched when the page is rendered. */
export type BodyHash = string & { readonly [bodyMark]: true };

/** Rendered Markdown by hash: the only raw HTML that a layout may insert. Where it is kept is not a page's business. */
export interface Bodies {
  get(hash: BodyHash): string | undefined;
}

/** Everything that `content/` says, checked, and nothing that depends on the time: plain data, without the texts. */
export interface Newsroom {
  readonly settings: Settings;
  readonly tags: readonly Tag[];
  readonly series: readonly Series[];
  readonly front: FrontPlan;
  readonly authors: readonly Author[];
  readonly articles: readonly WrittenArticle[];
  readonly pages: readonly StaticPage[];
  /** What readers have replied, as far as it was approved. */
  readonly comments: readonly Comment[];
  /** Of each story with a page of what changed in it, by its file; absent where nobody has asked for them. */
  readonly histories?: ReadonlyMap<string, StoryHistory> | undefined;
}

/** What had other addresses before, which lead to it now. */
export interface Moved {
  readonly formerly: readonly SitePath[];
}

export interface Tag extends Moved {
  readonly slug: Slug;
  readonly name: string;
  readonly description?: string | undefined;
  readonly aliases: readonly string[];
  /** Whether it has a page of its stories by their dates. */
  readonly timeline: boolean;
}

/** Stories that belong together, to be read one after the other. */
export interface Series extends Moved {
  readonly slug: Slug;
  readonly name: string;
  readonly description?: string | undefined;
}

/** What the editor decides about the front page. Stories are named by their files, in NFC. */
export interface FrontPlan {
  readonly lead?: { readonly story: string; readonly until?: Moment | undefined } | undefined;
  /** The stories that follow. */
  readonly order: readonly string[];
  readonly banner?: { readonly text: string; readonly story?: string | undefined; readonly until: Moment } | undefined;
}

export interface Author extends Moved {
  readonly slug: Slug;
  readonly name: string;
  readonly alsoKnownAs: readonly string[];
  readonly type: "person" | "organisation";
  readonly role?: string | undefined;
  readonly beats: readonly string[];
  readonly links: readonly NamedLink[];
  /** `@name@host`. */
  readonly fediverse?: string | undefined;
  readonly picture?: Picture | undefined;
  readonly biography: BodyHash;
  readonly linksTo: readonly SitePath[];
  /** The images in the biography. */
  readonly figures: readonly Image[];
}

export interface NamedLink {
  readonly name: string;
  readonly url: string;
}

export interface StaticPage extends Moved {
  readonly slug: Slug;
  readonly title: string;
  readonly summary?: string | undefined;
  readonly body: BodyHash;
  readonly linksTo: readonly SitePath[];
  /** The images in the text. */
  readonly figures: readonly Image[];
  /** The forms in the text; absent when there are none. */
  readonly forms?: readonly FormName[] | undefined;
  /** The origins of what cards in the text would load; absent when there are none. */
  readonly frames?: readonly string[] | undefined;
  /** The images in its galleries; absent likewise. */
  readonly inGalleries?: readonly Image[] | undefined;
  /** Path below `content/`. */
  readonly file: string;
}

/** An article as its file gives it. Whether it is out, and what stands around it, `publish` decides. */
export interface WrittenArticle extends Moved {
  /** Path below `content/`: the address, and what breaks ties in time. */
  readonly file: string;
  readonly slug: Slug;
  readonly title: string;
  /** The standfirst. */
  readonly summary: string;
  readonly authors: readonly Slug[];
  readonly date: Moment;
  readonly updated?: Moment | undefined;
  /** From then on the story is not shown. */
  readonly expires?: Moment | undefined;
  /** As they are written. */
  readonly corrections: readonly Correction[];
  /** Absent when it is as the settings say. */
  readonly comments?: Openness | undefined;
  /** False for a story whose earlier versions are nobody's any more. */
  readonly changes: boolean;
  readonly retracted?: Retraction | undefined;
  readonly section: Slug;
  readonly tags: readonly Slug[];
  readonly series?: Slug | undefined;
  readonly sponsored?: Sponsorship | undefined;
  /** The writer's ties to whom the story is about. */
  readonly disclosure?: string | undefined;
  /** Where the story was reported from, for the dateline. */
  readonly place?: string | undefined;
  readonly cover?: Cover | undefined;
  readonly sources: readonly Source[];
  /** BCP 47; absent when it is the site's. */
  readonly language?: string | undefined;
  readonly minutesToRead: number;
  readonly draft: boolean;
  /** Present when the text is a list of posts, while it is being added to and after. */
  readonly live?: LiveCoverage | undefined;
  /** The contents list; empty when the writer switched it off or there are not two headings, and over live coverage. */
  readonly contents: readonly Heading[];
  readonly body: BodyHash;
  /** The stories and archives of this site that the text links to: some may not be there yet. */
  readonly linksTo: readonly SitePath[];
  /** The images in the text. */
  readonly figures: readonly Image[];
  /** The forms in the text; absent when there are none. */
  readonly forms?: readonly FormName[] | undefined;
  /** The origins of what cards in the text would load; absent when there are none. */
  readonly frames?: readonly string[] | undefined;
  /** The images in its galleries; absent likewise. */
  readonly inGalleries?: readonly Image[] | undefined;
}

/** Who paid for a story, and what it is then called. */
export interface Sponsorship {
  readonly by: string;
  readonly label?: string | undefined;
}

/** What was wrong in a story, and what is right. */
export interface Correction {
  readonly date: Moment;
  readonly text: string;
}

/** A story taken back: its address stays, and says why. */
export interface Retraction {
  readonly date: Moment;
  readonly reason: string;
}

/** A story that is told post by post. */
export interface LiveCoverage {
  /** Whether there is more to come. */
  readonly isOn: boolean;
  /** Newest first. */
  readonly posts: readonly [LivePost, ...LivePost[]];
}

/** One post of live coverage. */
export interface LivePost {
  /** Of its heading: what its permalink ends in. */
  readonly id: string;
  readonly title: string;
  readonly at: Moment;
  /** Whether somebody who comes late should see it first. */
  readonly isKey: boolean;
  /** Its words below the heading, without marks and pictures; paragraphs are parted by a blank line. */
  readonly text: string;
}

export interface Heading {
  readonly id: string;
  readonly text: string;
  readonly level: number;
}

export interface Source {
  readonly name: string;
  readonly url?: string | undefined;
  readonly publisher?: string | undefined;
  readonly date?: Moment | undefined;
}
