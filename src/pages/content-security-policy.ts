import type { Cms, CmsBackend } from "../model/settings.ts";
import { analyticsOf, type Edition } from "./frame.ts";

/**
 * What pages may load, run and send: everything comes from the site itself, but for what the settings name, a script
 * that counts visits and where a newsletter's form is sent, and but for frames of whom the stories show something by. What stands in the pages' heads is named by its hash; data,
 * such as JSON-LD, needs no leave (HTML, 4.12.1).
 */
export function policyOfPages(edition: Edition): string {
  const { early, speculation, sheets } = edition.assets;
  const { newsletter } = edition.publication.settings;
  const analytics = analyticsOf(edition);
  const frames = framesOf(edition.publication);
  return written({
    "default-src": ["'none'"],
    "script-src": ["'self'", `'${early}'`, `'${speculation}'`, ...originsOf(analytics?.script)],
    "style-src": ["'self'", ...Object.values(sheets).map((sheet) => `'${sheet}'`)],
    "worker-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "connect-src": ["'self'", ...originsOf(analytics?.sendsTo)],
    "manifest-src": ["'self'"],
    ...(frames.length > 0 && { "frame-src": frames }),
    "form-action": ["'self'", ...originsOf(newsletter?.action)],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
    "require-trusted-types-for": ["'script'"],
    // One each in layouts/scripts/offline.ts, read-page.ts, search-engine.ts and layouts/worker.ts.
    "trusted-types": ["offline-worker", "own-pages", "search-worker", "worker-code"],
  });
}

/** The origins of all that readers can have loaded into stories and pages, whichever these are: hosts have one policy for all. */
function framesOf({ articles, pages }: Edition["publication"]): string[] {
  return [...new Set([...articles, ...pages].flatMap(({ frames }) => frames ?? []))].sort();
}

/** What the worker of the search engine may do, which compiles Pagefind's WebAssembly: a worker has its own policy (HTML, 10.2.4). */
export const policyOfSearchEngine = (): string =>
  written({
    "default-src": ["'none'"],
    "script-src": ["'self'", "'wasm-unsafe-eval'"],
    "connect-src": ["'self'"],
    "require-trusted-types-for": ["'script'"],
    "trusted-types": ["'none'"],
  });

/** What the backends of the editor in the browser are reached at, and where they keep the pictures of people. */
const BACKENDS: Readonly<Record<CmsBackend, { readonly api: string; readonly faces: readonly string[] }>> = {
  github: { api: "https://api.github.com", faces: ["https://avatars.githubusercontent.com"] },
  gitlab: { api: "https://gitlab.com", faces: ["https://gitlab.com", "https://secure.gravatar.com"] },
};

/**
 * What the editor in the browser may do: its scripts are the site's own, and what is typed there goes to the backend and
 * nowhere else. Sveltia CMS sets styles as it goes, shows files that are not saved yet from memory, and reads HEIC and
 * writes WebP by WebAssembly. It knows nothing of Trusted Types.
 */
export function policyOfAdmin({ imports }: { readonly imports: string }, { backend }: Cms): string {
  const { api, faces } = BACKENDS[backend];
  return written({
    "default-src": ["'none'"],
    "script-src": ["'self'", `'${imports}'`, "'wasm-unsafe-eval'"],
    "style-src": ["'self'", "'unsafe-inline'"],
    "font-src": ["'self'"],
    "img-src": ["'self'", "blob:", "data:", ...faces],
    "media-src": ["'self'", "blob:"],
    "worker-src": ["'self'"],
    "connect-src": ["'self'", "blob:", "data:", api],
    "manifest-src": ["'self'"],
    "form-action": ["'none'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
  });
}

const written = (directives: Readonly<Record<string, readonly string[]>>): string =>
  Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(" ")}`)
    .join("; ");

const originsOf = (address: string | undefined): string[] => (address === undefined ? [] : [new URL(address).origin]);
