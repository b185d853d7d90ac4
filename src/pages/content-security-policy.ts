import { analyticsOf, type Edition } from "./frame.ts";

/**
 * What pages may load, run and send: everything comes from the site itself, but for what the settings name, a script
 * that counts visits and where a newsletter's form is sent. What stands in the pages' heads is named by its hash; data,
 * such as JSON-LD, needs no leave (HTML, 4.12.1).
 */
export function policyOfPages(edition: Edition): string {
  const { early, speculation, sheets } = edition.assets;
  const { newsletter } = edition.publication.settings;
  const analytics = analyticsOf(edition);
  return written({
    "default-src": ["'none'"],
    "script-src": ["'self'", `'${early}'`, `'${speculation}'`, ...originsOf(analytics?.script)],
    "style-src": ["'self'", ...Object.values(sheets).map((sheet) => `'${sheet}'`)],
    "worker-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "connect-src": ["'self'", ...originsOf(analytics?.sendsTo)],
    "manifest-src": ["'self'"],
    "form-action": ["'self'", ...originsOf(newsletter?.action)],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
    "require-trusted-types-for": ["'script'"],
    // One each in layouts/scripts/offline.ts, read-page.ts, search-engine.ts and layouts/worker.ts.
    "trusted-types": ["offline-worker", "own-pages", "search-worker", "worker-code"],
  });
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

const written = (directives: Readonly<Record<string, readonly string[]>>): string =>
  Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(" ")}`)
    .join("; ");

const originsOf = (address: string | undefined): string[] => (address === undefined ? [] : [new URL(address).origin]);
