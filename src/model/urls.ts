import { PAGEFIND } from "./search-engine.ts";
import type { Slug } from "./slugs.ts";

declare const pathMark: unique symbol;

/** A path of the site, percent-encoded, such as `/tags/%E5%8D%8E%E4%B8%BA/`. Made in this file only. */
export type SitePath = string & { readonly [pathMark]: true };

const path = (...segments: string[]): SitePath => `/${segments.map(encodeURIComponent).join("/")}` as SitePath;
const folder = (...segments: string[]): SitePath => `${path(...segments)}/` as SitePath;

export const FRONT = "/" as SitePath;
export const LATEST = folder("latest");
export const TAG_INDEX = folder("tags");
export const AUTHOR_INDEX = folder("authors");
export const SERIES_INDEX = folder("series");
/** Below here stand the sections; it has no page of its own. */
export const SECTIONS = folder("sections");
export const SEARCH = folder("search");
/** What a reader sees who has sent a reply. */
export const COMMENT_RECEIVED = folder("comment-received");
/** What a reader sees without a network, where a page was not kept. */
export const OFFLINE = folder("offline");
/** What was wrong, and what is right. */
export const CORRECTIONS = folder("corrections");
/** Which addresses there are, in which version. */
export const VERSIONS = path("versions.json");
/** Where IndexNow looks whether a key is the site's. */
export const indexNowKeyUrl = (key: string) => path(`${key}.txt`);
/** When the site will change by itself. */
export const NEXT_CHANGE = path("next-change.json");
/** For people; the feeds themselves are for programs. */
export const FEEDS = folder("feeds");
/** A worker's address never changes: a browser looks there for its successor. */
export const WORKER = path("sw.js");
/** Where programs look for a site's icon that read no page of it. */
export const FAVICON = path("favicon.ico");
/** Where iOS looks for one when a page names none. */
export const APPLE_ICON = path("apple-touch-icon.png");
export const MANIFEST = path("manifest.webmanifest");
export const NOT_FOUND = path("404.html");
/** The writers' desk, and what else the dev server has of its own: no build has anything there. */
export const DESK = folder("__desk");
export const DEV_FILES = folder("_dateline");

/** The formats in which every feed comes. */
export const FEED_FORMATS = ["atom", "rss", "json"] as const;
export type FeedFormat = (typeof FEED_FORMATS)[number];

const FEED_FILES: Readonly<Record<FeedFormat, string>> = { atom: "feed.xml", rss: "rss.xml", json: "feed.json" };

/** The feed of what stands at `home`: the front page, whose feeds are the site's, or a list's first page. */
export const feedUrl = (home: SitePath, format: FeedFormat) => `${home}${FEED_FILES[format]}` as SitePath;

export const ATOM_FEED = feedUrl(FRONT, "atom");
export const JSON_FEED = feedUrl(FRONT, "json");

export const SITEMAP = path("sitemap.xml");
/** One of several sitemaps, numbered from the oldest, which is 1. */
export const sitemapUrl = (number: number) => path(`sitemap-${number}.xml`);
/** What news search takes from: the stories of the last two days. */
export const NEWS_SITEMAP = path("news-sitemap.xml");
export const ROBOTS = path("robots.txt");
/** What the site has, for programs that read instead of people. */
export const LLMS = path("llms.txt");
/** For the host, which does not serve it. */
export const HEADERS = path("_headers");
export const REDIRECTS = path("_redirects");
/** Where Pagefind's own files stand; their names inside are Pagefind's. */
export const SEARCH_INDEX = folder("pagefind");
/** What all indexes share, each file under the version of Pagefind. */
export const SEARCH_ENGINES = folder("pagefind", "engine");
/** Pagefind's script. */
export const SEARCH_SCRIPT = `${SEARCH_ENGINES}pagefind-${PAGEFIND}.js` as SitePath;

/** The search partitions, for a browser that searches from any page. */
export const SEARCH_PARTITIONS = path("search", "partitions.json");
/** What a reader who mistypes a word may have meant. */
export const SEARCH_WORDS = path("search", "words.json");
/** Which stories of a search partition have which section, topic, author and year. */
export const searchFacetsUrl = (partition: string) => path("search", partition, "facets.json");
/** Some stories of a search partition as results show them; files are numbered from the oldest, which is 1. */
export const searchStoriesUrl = (partition: string, file: number) => path("search", partition, `stories-${file}.json`);

export const articleUrl = (year: number, month: number, slug: Slug) => folder(year4(year), month2(month), slug);
/** What a reader's browser asks now and then while a story is live. */
export const livePostsUrl = (story: SitePath) => `${story}live.json` as SitePath;
/** What changed in a story. */
export const changesUrl = (story: SitePath) => `${story}changes/` as SitePath;
/** Below here stand the older replies to a story, in numbered pages, and their feeds. */
export const commentsUrl = (story: SitePath) => `${story}comments/` as SitePath;
/** Where the replies under a story begin. */
export const commentsUnder = (story: SitePath) => `${story}#comments_` as SitePath;
/** The form for replies under a story. */
export const commentFormUnder = (story: SitePath) => `${story}#reply_` as SitePath;
/** Which reply to a story stands on which page. */
export const commentPlacesUrl = (story: SitePath) => `${commentsUrl(story)}where.json` as SitePath;
/** The id of a comment's element. No heading of the story can have it: slugs hold no underscore. */
export const commentAnchor = (id: string) => `comment_${id}`;
/** A comment's own address, on the page on which it stands: the story's, or one of its older comments. */
export const commentUrl = (page: SitePath, id: string) => `${page}#${commentAnchor(id)}` as SitePath;
/**
 * What names a comment for programs, for ever: its address changes when it goes to another page (RFC 4151, tag URIs).
 * `origin` is the site's; `day` is the comment's, such as `2026-11-04`.
 */
export const commentTag = (origin: string, day: string, story: SitePath, id: string) =>
  `tag:${new URL(origin).hostname},${day}:${story}${commentAnchor(id)}`;
export const yearUrl = (year: number) => folder(year4(year));
export const monthUrl = (year: number, month: number) => folder(year4(year), month2(month));
export const sectionUrl = (slug: Slug) => folder("sections", slug);
export const tagUrl = (slug: Slug) => folder("tags", slug);
/** The topic's stories by their dates. */
export const timelineUrl = (tag: Slug) => folder("tags", tag, "timeline");
export const seriesUrl = (slug: Slug) => folder("series", slug);
export const authorUrl = (slug: Slug) => folder("authors", slug);
export const staticPageUrl = (slug: Slug) => folder(slug);

/**
 * An address that something had before, from its decoded segments, in whatever form another system gave it. A name that
 * ends in .html is a file; any other is a folder with a page in it, which hosts serve with and without the last slash.
 */
export function formerUrl(segments: readonly string[]): SitePath {
  if (segments.length === 0) return FRONT;
  return /\.html?$/i.test(segments.at(-1) ?? "") ? path(...segments) : folder(...segments);
}

const PLAIN = /^\/(?:[a-z0-9-]+\/)+$/;
const LONGEST_PLAIN = 255;

/** An address that is as it is written, as most are: no letter in it has another form, and no name can be too long. */
export const isPlain = (written: string): written is SitePath => written.length <= LONGEST_PLAIN && PLAIN.test(written);

/** All but a space, a #, a % and a ?, which would mean something else. */
const READABLE_CODES = /(?:%(?!20|23|25|3F)[0-9A-F]{2})+/g;

/** The address as people write it: without percent codes, apart from those that it needs. */
export const readablePath = (sitePath: SitePath): string => sitePath.replace(READABLE_CODES, decodeURIComponent);

/** A full older page of a list, numbered from the oldest, which is 1. */
export const olderPageUrl = (list: SitePath, page: number) => `${list}page/${page}/` as SitePath;

/** Below here stand styles and scripts. */
export const ASSET_FILES = folder("assets");
/** Below here stand all pictures. */
export const PICTURES = folder("images");

/** An image under its content's hash, so that it may be cached for ever. */
export const imageUrl = (name: string, hash: string, extension: string) =>
  path("images", `${name}-${hash}.${extension}`);

/** What is made from an image, in a folder of the image's own: hosts take only so many files in one. */
export const variantUrl = (name: string, hash: string, variant: string, extension: string) =>
  path("images", `${name}-${hash}`, `${variant}.${extension}`);

/** A drawn picture for shared links, under a hash of what it is drawn from. */
export const cardUrl = (hash: string) => path("images", "cards", `${hash}.png`);

/** Whether an address is the build's own, with a hash in it or known to programs only: nobody links to it by hand. */
export const isMadeUp = (url: SitePath): boolean =>
  [PICTURES, ASSET_FILES, SEARCH_INDEX, ADMIN_PACKAGES].some((below) => url.startsWith(below));

/** A style or script under its content's hash, so that it may be cached for ever. */
export const assetUrl = (name: string, hash: string, extension: string) =>
  path("assets", `${name}-${hash}.${extension}`);

/** The editor in the browser. */
export const ADMIN = folder("admin");
/** What that is told of the site. */
export const ADMIN_CONFIG = path("admin", "config.json");
/** What starts it. */
export const ADMIN_SCRIPT = path("admin", "start.js");
/** Below here stands Sveltia CMS, each version in a folder of its own. */
export const ADMIN_PACKAGES = folder("admin", "packages");
/** A file of it, or of what it needs, by the package with its version and by its place in there. */
export const adminFileUrl = (versioned: string, place: readonly string[]) =>
  path("admin", "packages", versioned, ...place);

/** First path segments that a static page cannot take, because the site has something there. */
export const RESERVED_SEGMENTS: ReadonlySet<string> = new Set(
  [
    LATEST,
    TAG_INDEX,
    AUTHOR_INDEX,
    SERIES_INDEX,
    SEARCH,
    COMMENT_RECEIVED,
    OFFLINE,
    FEEDS,
    CORRECTIONS,
    SEARCH_INDEX,
    SECTIONS,
    PICTURES,
    ASSET_FILES,
    DESK,
    DEV_FILES,
    ADMIN,
  ].map((reserved) => reserved.slice(1, -1)),
);

/** Whether a static page of this name would stand where the site has something already (a year is an archive). */
export function isReserved(name: string): boolean {
  return RESERVED_SEGMENTS.has(name) || /^\d{4}$/.test(name) || name === "404";
}

/** Opens a letter with a subject and a text (RFC 6068). */
export const mailWith = (subject: string, text: string) =>
  `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`;

/** The address with its origin, for canonical links, feeds and sitemaps. `origin` has no slash at its end. */
export const absoluteUrl = (origin: string, sitePath: SitePath) => `${origin}${sitePath}`;

/** The address of a page's own file. */
export const pageFile = (page: SitePath): SitePath => `${page}index.html` as SitePath;

/** The file below the output folder that a host serves at this path. */
export function outputFile(sitePath: SitePath): string {
  const path = sitePath.slice(1);
  const file = path.includes("%") ? decodeURIComponent(path) : path;
  return file === "" || file.endsWith("/") ? `${file}index.html` : file;
}

/** The path at which hosts serve a file of the output folder: the other way round. */
export const servedAt = (file: string): SitePath =>
  path(...file.split("/")).replace(/(^|\/)index\.html$/, "$1") as SitePath;

/** Two digits, as archives and the article folders write a month. */
export const month2 = (month: number) => String(month).padStart(2, "0");
export const year4 = (year: number) => String(year).padStart(4, "0");
