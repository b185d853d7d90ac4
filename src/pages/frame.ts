import type { FrameProps } from "../../layouts/parts/Frame.tsx";
import type { HeadProps } from "../../layouts/parts/Head.tsx";
import type { MastheadProps } from "../../layouts/parts/Masthead.tsx";
import { wordsFor } from "../../layouts/words/dictionaries.ts";
import type { Words } from "../../layouts/words/words.ts";
import type { FormName } from "../model/forms.ts";
import { originalUrl } from "../model/image-variants.ts";
import type { InlineHash } from "../model/inserts.ts";
import type { Author } from "../model/newsroom.ts";
import { isOut, type Publication } from "../model/publication.ts";
import type { Analytics } from "../model/settings.ts";
import { coloursOf } from "../model/theme.ts";
import { type PrintedTime, printInFull } from "../model/time.ts";
import {
  ATOM_FEED,
  AUTHOR_INDEX,
  absoluteUrl,
  CORRECTIONS,
  FEEDS,
  FRONT,
  JSON_FEED,
  LATEST,
  MANIFEST,
  SEARCH,
  SERIES_INDEX,
  type SitePath,
  staticPageUrl,
  TAG_INDEX,
  WORKER,
} from "../model/urls.ts";
import { share } from "./shared.ts";
import type { SheetName } from "./sheets.ts";
import { imageOfSite, type SharedImage } from "./social-images.ts";

/** Styles and scripts: the hashes of those that stand in pages, and where the site puts the others. */
export interface Assets {
  readonly sheets: Readonly<Record<SheetName, InlineHash>>;
  /** Runs before a page is shown, and loads what every page has when it is. */
  readonly early: InlineHash;
  /** What a browser may fetch before a reader asks for it. */
  readonly speculation: InlineHash;
  readonly search: SitePath;
  /** The worker in which the search engine runs. */
  readonly searchEngine: SitePath;
  /** Says to a reader of a live story that there is more. */
  readonly live: SitePath;
  /** Makes the form for replies better than it is without. */
  readonly comments: SitePath;
  /** Leads to a reply that is folded, or on another page. */
  readonly findComment: SitePath;
  /** Shows what the cards of a text stand for, when a reader asks for it. */
  readonly embeds: SitePath;
  readonly icon: SitePath;
  /** The icon in pixels, for what takes no SVG. */
  readonly icons: IconFiles;
  /** What a feed looks like in a browser. */
  readonly feedSheet: SitePath;
  readonly offline: OfflineAssets;
  /** Of the editor in the browser, for a site that has one: where its scripts find what they import. */
  readonly editor?: { readonly imports: InlineHash } | undefined;
}

/** PNGs, square. */
export interface IconFiles {
  /** 192 pixels. */
  readonly small: SitePath;
  /** 512 pixels. */
  readonly large: SitePath;
  /** 512 pixels, without transparency, and with nothing near its edges, which devices cut into their own shapes. */
  readonly maskable: SitePath;
}

/** What reading without a network is made of. */
export interface OfflineAssets {
  readonly worker: SitePath;
  /** The worker of a site that keeps nothing. */
  readonly retiredWorker: SitePath;
  /** The offline page's own script. */
  readonly page: SitePath;
  /** That script, and every other that the offline page loads. */
  readonly files: readonly SitePath[];
}

/** What pages are made from. */
export interface Edition {
  readonly publication: Publication;
  readonly assets: Assets;
  /** False for a deploy preview, which search engines are told to pass over. */
  readonly indexed: boolean;
  /** When it appears, in milliseconds since 1970 UTC. What shows it changes with every build: few pages may. */
  readonly now: number;
}

/** What every page of an edition is made from, whatever else it shows. */
export function commonOf({ publication, assets, indexed }: Edition): object {
  return { settings: publication.settings, pages: publication.pages, assets, indexed };
}

interface SharedStory {
  /** RFC 3339. */
  readonly published: string;
  readonly authors: readonly Author[];
}

/** What one page says of itself to the frame around it. */
export interface FrameOf {
  readonly sheet: SheetName;
  /** The forms in its text, which have a sheet of their own; absent when there are none. */
  readonly forms?: readonly FormName[] | undefined;
  /** Whether it shows comments or their form. */
  readonly hasComments?: boolean;
  readonly url: SitePath;
  /** Absent on the front page, whose title is the site's. */
  readonly title?: string | undefined;
  readonly description: string;
  /** The entry of the menu that the page belongs to. */
  readonly menu?: SitePath | undefined;
  readonly type?: "article" | "website" | "profile";
  /** The picture for links that are shared; the site's own card when left out. */
  readonly image?: SharedImage | undefined;
  /** What is said of a story where its links are shared. */
  readonly story?: SharedStory | undefined;
  readonly jsonLd?: object | undefined;
  readonly scripts?: readonly SitePath[];
  /** The feeds of what the page shows, beside the site's. */
  readonly feeds?: HeadProps["feeds"];
  /** False for a page that is not to be found by its address, neither by people nor by search engines. */
  readonly hasAddress?: boolean;
  /** False for a page that means nothing once it was read, so that no browser keeps it for reading offline. */
  readonly isKept?: boolean;
}

/** Everything around a page's own matter. */
export function frameOf(edition: Edition, page: FrameOf): FrameProps {
  const shared = sharedOf(edition);
  return {
    language: edition.publication.settings.language,
    worker: keepsStories(edition) && page.isKept !== false ? WORKER : undefined,
    head: headOf(edition, page, [...(page.feeds ?? []), ...shared.feeds]),
    masthead: mastheadOf(edition, page, shared),
    footer: shared.footer,
  };
}

/** Whether visited stories are kept in the browser. Not those of a preview, whose readers want to see what is new. */
export const keepsStories = ({ publication: { settings }, indexed }: Edition): boolean =>
  settings.offlineReading && indexed;

/** How visits are counted. Those of a preview are not: they are its writers'. */
export const analyticsOf = ({ publication: { settings }, indexed }: Edition): Analytics | undefined =>
  indexed ? settings.analytics : undefined;

/** What pages have in common is one object, made once. */
interface Shared {
  readonly footer: FrameProps["footer"];
  readonly feeds: HeadProps["feeds"];
  /** By what is marked in them. */
  readonly mastheads: Map<string, MastheadProps>;
}

const sharedBy = new WeakMap<Edition, Shared>();

function sharedOf(edition: Edition): Shared {
  const { settings } = edition.publication;
  const shared: Shared = sharedBy.get(edition) ?? {
    footer: share({ publisher: settings.publisher.name, links: footerLinks(edition) }),
    feeds: [
      { type: "application/atom+xml", title: settings.title, url: ATOM_FEED },
      { type: "application/feed+json", title: settings.title, url: JSON_FEED },
    ],
    mastheads: new Map(),
  };
  sharedBy.set(edition, shared);
  return shared;
}

function mastheadOf({ publication }: Edition, page: FrameOf, { mastheads }: Shared): MastheadProps {
  const { settings } = publication;
  const isNamed = page.url === FRONT || page.url === SEARCH || settings.navigation.some(({ to }) => to === page.url);
  const marked = `${isNamed ? page.url : ""} ${page.menu ?? ""}`;
  const { logo } = settings.theme;
  const masthead: MastheadProps = mastheads.get(marked) ?? {
    siteName: settings.title,
    logo: logo && { url: originalUrl(logo), width: logo.width, height: logo.height },
    home: FRONT,
    front: page.url === FRONT ? { tagline: settings.tagline, edition: editionDay(publication) } : undefined,
    navigation: settings.navigation.map(({ name, to }) => ({
      name,
      url: to,
      current: to === page.url ? "page" : to === page.menu ? "true" : undefined,
    })),
    search: { url: SEARCH, current: page.url === SEARCH ? "page" : undefined },
  };
  mastheads.set(marked, share(masthead));
  return masthead;
}

/** The day of the newest news: that of the build would grow old on a page that is not built again. */
function editionDay({ articles, settings: { timeZone, language } }: Publication): PrintedTime | undefined {
  const newest = articles.find(isOut);
  return newest && printInFull({ ...newest.date, precision: "day" }, timeZone, language);
}

function headOf(edition: Edition, page: FrameOf, feeds: HeadProps["feeds"]): HeadProps {
  const { publication, assets, indexed } = edition;
  const { settings } = publication;
  const analytics = analyticsOf(edition);
  const canonical = absoluteUrl(settings.url, page.url);
  const title = page.title ?? settings.title;
  return {
    title: page.title ? `${page.title} | ${settings.title}` : `${settings.title}: ${settings.tagline}`,
    description: page.description,
    canonical: page.hasAddress === false ? undefined : canonical,
    indexed: indexed && page.hasAddress !== false,
    sheet: assets.sheets[page.sheet],
    moreSheets: moreSheetsOf(page, assets),
    early: assets.early,
    paper: coloursOf(settings.theme).paper,
    speculation: assets.speculation,
    icon: assets.icon,
    manifest: MANIFEST,
    scripts: page.scripts ?? [],
    feeds,
    openGraph: [
      { property: "og:type", content: page.type ?? "website" },
      { property: "og:site_name", content: settings.title },
      { property: "og:title", content: title },
      { property: "og:description", content: page.description },
      ...(page.hasAddress === false ? [] : [{ property: "og:url", content: canonical }]),
      { property: "og:locale", content: settings.language.replace("-", "_") },
      ...(page.story ? [{ property: "article:published_time", content: page.story.published }] : []),
      ...(page.hasAddress === false ? [] : aboutImage(page.image ?? imageOfSite(settings))),
    ],
    // X takes the rest from Open Graph (docs.x.com, "Cards Markup").
    cards: [
      ...(page.hasAddress === false ? [] : [{ name: "twitter:card", content: "summary_large_image" }]),
      ...handlesOf(page.story?.authors ?? []),
    ],
    jsonLd: page.jsonLd,
    analytics: analytics && { script: analytics.script, data: analytics.data },
  };
}

/** Undefined for most pages, which so are all alike in this. */
function moreSheetsOf({ forms, hasComments }: FrameOf, { sheets }: Assets): InlineHash[] | undefined {
  const more = [...(forms ? [sheets.forms] : []), ...(hasComments ? [sheets.comments] : [])];
  return more.length > 0 ? more : undefined;
}

/** Mastodon links a story's preview to its authors (blog.joinmastodon.org/2024/07/highlighting-journalism-on-mastodon). */
const handlesOf = (authors: readonly Author[]): HeadProps["cards"] =>
  authors.flatMap(({ fediverse }) => (fediverse ? [{ name: "fediverse:creator", content: fediverse }] : []));

const aboutImage = ({ url, width, height, alt }: SharedImage): HeadProps["openGraph"] => [
  { property: "og:image", content: url },
  { property: "og:image:width", content: String(width) },
  { property: "og:image:height", content: String(height) },
  { property: "og:image:alt", content: alt },
];

/** The interface's words in the language of the site. */
export const wordsOf = ({ publication }: Edition): Words => wordsFor(publication.settings.language);

function footerLinks(edition: Edition): FrameProps["footer"]["links"] {
  const words = wordsOf(edition);
  return [
    { name: words.allStories, url: LATEST },
    { name: words.topics, url: TAG_INDEX },
    { name: words.authors, url: AUTHOR_INDEX },
    ...(edition.publication.series.length > 0 ? [{ name: words.series.heading, url: SERIES_INDEX }] : []),
    ...edition.publication.pages.map(({ title, slug }) => ({ name: title, url: staticPageUrl(slug) })),
    { name: words.corrections.heading, url: CORRECTIONS },
    { name: words.feeds, url: FEEDS },
  ];
}
