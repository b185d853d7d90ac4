import type { HeaderRule } from "../../layouts/headers.ts";
import type { SecureTransport } from "../model/settings.ts";
import {
  ADMIN,
  ADMIN_PACKAGES,
  APPLE_ICON,
  ASSET_FILES,
  CORRECTIONS,
  FAVICON,
  FEED_FORMATS,
  FRONT,
  feedUrl,
  HEADERS,
  MANIFEST,
  PICTURES,
  SEARCH_ENGINES,
  SEARCH_INDEX,
  type SitePath,
  WORKER,
} from "../model/urls.ts";
import { policyOfAdmin, policyOfPages, policyOfSearchEngine } from "./content-security-policy.ts";
import type { Edition } from "./frame.ts";
import type { TextPage } from "./page.ts";

/**
 * `/_headers`: all headers that a host is to send, and the only place where they stand. Where two rules of it give one
 * header for an address, the later one counts.
 */
export function headersPage(edition: Edition): TextPage {
  const rules = rulesOf(edition).map(([path, headers], index, all): HeaderRule => {
    // What a rule sets for every address is taken away again by those after it that set it otherwise.
    const wider = new Set(all.slice(0, index).flatMap(([other, set]) => (covers(other, path) ? Object.keys(set) : [])));
    return {
      path,
      headers: Object.entries(headers).map(([name, value]) => ({ name, value, replaces: wider.has(name) })),
    };
  });
  return { kind: "text", url: HEADERS, layout: "headers", props: { rules } };
}

const covers = (wider: string, path: string): boolean =>
  wider.endsWith("*") && path !== wider && path.startsWith(wider.slice(0, -1));

/** An address, which may have `:names` for a segment each and end in a star, and what is sent with it. */
type Rule = readonly [path: string, headers: Readonly<Record<string, string>>];

/** Names of files that hold a hash of their contents, or a version. */
const LASTING = { "Cache-Control": "public, max-age=31536000, immutable" };
/** Kept, and asked about before it is shown. */
const ASKED_ABOUT = { "Cache-Control": "public, max-age=0, must-revalidate" };
/** Never taken from a copy that nobody has asked about, wherever it lies. */
const FRESH = { "Cache-Control": "no-cache" };
/** Feed readers, link previews and other sites may show it. */
const FOR_ANYBODY = { "Cross-Origin-Resource-Policy": "cross-origin" };

function rulesOf(edition: Edition): Rule[] {
  const { searchEngine } = edition.assets;
  return [
    ["/*", { ...protecting(edition), ...ASKED_ABOUT }],
    [`${ASSET_FILES}*`, LASTING],
    ...rulesOfAdmin(edition),
    [searchEngine, { "Content-Security-Policy": policyOfSearchEngine() }],
    [`${PICTURES}*`, { ...LASTING, ...FOR_ANYBODY }],
    ...[FAVICON, APPLE_ICON].map((icon): Rule => [icon, FOR_ANYBODY]),
    [`${SEARCH_ENGINES}*`, LASTING],
    ...["fragment", "index", "filter"].map((part): Rule => [`${SEARCH_INDEX}:partition/${part}/*`, LASTING]),
    // Asked for anew at each visit, so that a new edition's worker, or the setting that retires it, is never missed.
    [WORKER, FRESH],
    ["/:year/:month/:story/live.json", FRESH],
    [MANIFEST, { "Content-Type": "application/manifest+json; charset=utf-8" }],
    ...FEED_FORMATS.flatMap((format) =>
      FEED_HOMES.map((home): Rule => [feedUrl(home, format), { ...FEED_TYPES[format], ...FOR_ANYBODY }]),
    ),
  ];
}

/** The editor in the browser; none of a site without one. */
function rulesOfAdmin({ publication: { settings }, assets: { editor } }: Edition): Rule[] {
  if (!settings.cms || !editor) return [];
  const headers = {
    "Content-Security-Policy": policyOfAdmin(editor, settings.cms),
    // Who signs in does so in a window that is the backend's, and tells this one.
    "Cross-Origin-Opener-Policy": "same-origin-allow-popups",
    "X-Robots-Tag": "noindex",
  };
  return [
    [`${ADMIN}*`, headers],
    [`${ADMIN_PACKAGES}*`, LASTING],
  ];
}

/** The front page, whatever has lists (a section, a topic, an author), and the corrections. */
const FEED_HOMES = [FRONT, "/:sort/:list/" as SitePath, CORRECTIONS];

/** As application/atom+xml or rss+xml, Chromium shows a feed's source and Firefox saves it; as XML they show it, Atom in its styles. */
const FEED_TYPES = {
  atom: { "Content-Type": "application/xml; charset=utf-8" },
  rss: { "Content-Type": "application/xml; charset=utf-8" },
  json: { "Content-Type": "application/feed+json; charset=utf-8" },
};

/** What keeps others out of the site's pages. */
const protecting = (edition: Edition): Rule[1] => ({
  "Content-Security-Policy": policyOfPages(edition),
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": UNUSED.map((feature) => `${feature}=()`).join(", "),
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Strict-Transport-Security": TRANSPORT[edition.publication.settings.secureTransport],
  "X-Content-Type-Options": "nosniff",
});

/** Two years, for the host alone: what else stands at its domain is not the site's to decide, unless the settings do. */
const TRANSPORT: Readonly<Record<SecureTransport, string>> = {
  host: "max-age=63072000",
  subdomains: "max-age=63072000; includeSubDomains",
  preload: "max-age=63072000; includeSubDomains; preload",
};

/** What of a reader's device no page here asks for, so that nothing that gets into one can. */
const UNUSED = [
  "accelerometer",
  "camera",
  "display-capture",
  "geolocation",
  "gyroscope",
  "hid",
  "idle-detection",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "screen-wake-lock",
  "serial",
  "usb",
  "xr-spatial-tracking",
];
