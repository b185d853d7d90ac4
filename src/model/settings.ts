import type { Openness } from "./comment.ts";
import type { EmbedHosts } from "./embeds.ts";
import type { Moved } from "./newsroom.ts";
import type { PolicyName } from "./policies.ts";
import type { Slug } from "./slugs.ts";
import type { Theme } from "./theme.ts";

export interface Settings {
  readonly title: string;
  readonly tagline: string;
  /** The origin, without a slash at its end. */
  readonly url: string;
  readonly description: string;
  /** BCP 47, such as `en-GB`. */
  readonly language: string;
  /** IANA name, such as `Europe/London`. */
  readonly timeZone: string;
  readonly pageSize: number;
  /** What a page of HTML may weigh, in kilobytes as they are sent. */
  readonly pageWeight: number;
  /** Whether a deploy preview shows drafts. Scheduled stories it never shows. */
  readonly previewDrafts: boolean;
  /** The names of advice on style that the newsroom does not want to hear. */
  readonly ignoreAdvice: readonly string[];
  readonly publisher: Publisher;
  readonly sections: readonly Section[];
  readonly navigation: readonly NavigationItem[];
  readonly theme: Theme;
  /** How many stories without a photograph have a picture drawn for shared links, at most: the newest. */
  readonly socialCards: number;
  /** Whether a corrected story has a page that shows what changed in it. */
  readonly changes: boolean;
  /** Whether stories that a reader has visited can be read without a network. */
  readonly offlineReading: boolean;
  /** Whose videos and posts may be shown in stories, beside those of providers that every site knows. */
  readonly embeds: EmbedHosts;
  readonly comments: CommentSettings;
  readonly secureTransport: SecureTransport;
  readonly cms?: Cms | undefined;
  readonly newsletter?: Newsletter | undefined;
  readonly analytics?: Analytics | undefined;
  readonly distribution: Distribution;
  readonly crawlers: Crawlers;
}

/**
 * What browsers are told to ask for by https alone, for two years from each visit on: the site's host, its subdomains
 * too, or these from a list that browsers come with.
 */
export type SecureTransport = "host" | "subdomains" | "preload";

/** Readers' replies to stories. */
export interface CommentSettings {
  /** Of a story that does not say. */
  readonly stories: Openness;
  /** Days after a story is published; absent where no story closes by itself. */
  readonly closeAfter?: number | undefined;
  /** The static page, by its slug, that says what becomes of a reply and of what is sent with it. */
  readonly rules?: string | undefined;
}

/** The editor in the browser, and where it writes. */
export interface Cms {
  readonly backend: CmsBackend;
  /** `owner/name`. */
  readonly repository: string;
  readonly branch: string;
  readonly signIn: CmsSignIn;
  /** Whether what editors save waits in a pull request until somebody publishes it. */
  readonly review: boolean;
}

/** Who keeps the repository. */
export type CmsBackend = "github" | "gitlab";

/**
 * How editors say who they are: by a token of their own making, by the backend itself (OAuth with PKCE, RFC 7636), or by
 * a server of the newsroom's that does it with the backend.
 */
export type CmsSignIn =
  | { readonly by: "token" }
  | { readonly by: "pkce"; readonly appId: string }
  | { readonly by: "server"; readonly address: string };

/** Where readers leave an address to get the newsletter. */
export interface Newsletter {
  /** What the sign-up form is sent to, over https. */
  readonly action: string;
  /** What that address calls the field for the e-mail address. */
  readonly field: string;
  /** The newsletter's own name, where it has one. */
  readonly name?: string | undefined;
}

/** A script from elsewhere that counts visits. */
export interface Analytics {
  /** Over https. */
  readonly script: string;
  /** The `data-` attributes of its element, by their names without `data-`. */
  readonly data: Readonly<Record<string, string>>;
  /** The origin that it sends what it counts to. */
  readonly sendsTo: string;
}

export interface Publisher {
  readonly name: string;
  readonly url?: string | undefined;
  /** Its pages on other sites. */
  readonly sameAs?: readonly string[] | undefined;
  /** The static pages, by their slugs, on which the newsroom says how it works. */
  readonly policies?: { readonly [Name in PolicyName]?: string | undefined } | undefined;
}

export interface NavigationItem {
  readonly name: string;
  readonly to: string;
}

export interface Section extends Moved {
  readonly slug: Slug;
  readonly name: string;
  readonly description: string;
}

/** How stories reach readers elsewhere. */
export interface Distribution {
  /** The WebSub hub that passes on what is new in the feeds, over https. */
  readonly hub?: string | undefined;
  /** The key by which search engines know who tells them what has changed. It is no secret. */
  readonly indexNow?: string | undefined;
  /** Whether the site has an llms.txt. */
  readonly llmsTxt: boolean;
}

/** What robots.txt lets programs of artificial intelligence do. */
export interface Crawlers {
  /** Gather texts to train models on. */
  readonly aiTraining: boolean;
  /** Fetch texts to answer questions with. */
  readonly aiAnswers: boolean;
}
