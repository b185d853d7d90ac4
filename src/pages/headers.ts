import { HEADERS } from "../model/urls.ts";
import { analyticsOf, type Edition } from "./frame.ts";
import type { TextPage } from "./page.ts";

/** `/_headers`: what only a build knows of the headers to send. The others stand in netlify.toml, each in one place. */
export function headersPage(edition: Edition): TextPage {
  const policy = { name: "Content-Security-Policy", value: contentSecurityPolicy(edition) };
  return { kind: "text", url: HEADERS, layout: "headers", props: { rules: [{ path: "/*", headers: [policy] }] } };
}

/**
 * Everything comes from the site itself, but for what the settings name: a script that counts visits, and where a
 * newsletter's form is sent. What stands in the pages' heads is named by its hash; data, such as JSON-LD,
 * needs no leave (HTML, 4.12.1).
 */
function contentSecurityPolicy(edition: Edition): string {
  const { early, speculation, sheets } = edition.assets;
  const { newsletter } = edition.publication.settings;
  const analytics = analyticsOf(edition);
  const directives = {
    "default-src": ["'none'"],
    // Pagefind's engine is WebAssembly.
    "script-src": ["'self'", "'wasm-unsafe-eval'", `'${early}'`, `'${speculation}'`, ...originsOf(analytics?.script)],
    "style-src": ["'self'", ...Object.values(sheets).map((sheet) => `'${sheet}'`)],
    "worker-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "connect-src": ["'self'", ...originsOf(analytics?.sendsTo)],
    "manifest-src": ["'self'"],
    "form-action": ["'self'", ...originsOf(newsletter?.action)],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(" ")}`)
    .join("; ");
}

const originsOf = (address: string | undefined): string[] => (address === undefined ? [] : [new URL(address).origin]);
