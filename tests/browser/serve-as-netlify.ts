import { existsSync, statSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress } from "node:zlib";
import { resolveConfig } from "@netlify/config";
import sirv from "sirv";
import { listen, type RunningServer, staticHost } from "../../src/site/serve.ts";

interface HeaderRule {
  readonly for: string;
  readonly values: Readonly<Record<string, string>>;
}

/**
 * Serves a built site with the headers of netlify.toml and of its own `_headers`, so that the tests run under its
 * Content-Security-Policy, and compressed, so that they see what a reader is sent. Keeps the compressed files in the
 * folder, and is closed when the last of them is written: then the folder can be removed.
 */
export async function serveAsNetlify(folder: string): Promise<RunningServer> {
  const { config } = await resolveConfig({
    config: "netlify.toml",
    offline: true,
    context: "production",
    inlineConfig: { build: { publish: folder } },
  });
  const rules = config.headers as readonly HeaderRule[];
  const serve = sirv(folder, { dev: true, etag: true, brotli: true });
  const compressed = new Map<string, { readonly version: string; readonly ready: Promise<void> }>();
  const serveMissing = staticHost(folder);
  const server = await listen((request, response, path) => {
    for (const rule of rules.filter((rule) => matches(rule.for, request.url ?? "/"))) {
      for (const [name, value] of Object.entries(rule.values)) response.setHeader(name, value);
    }
    const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
    const version = versionOf(file);
    const known = compressed.get(file);
    const current =
      known?.version === version ? known : { version, ready: IS_TEXT.test(file) ? compress(file) : Promise.resolve() };
    compressed.set(file, current);
    current.ready.then(
      () => serve(request, response, () => serveMissing(request, response)),
      (error) => response.destroy(error),
    );
  }, 0);
  const closed = server.closed.then(async () => {
    // Who asked for a file that cannot be compressed has been told.
    await Promise.allSettled([...compressed.values()].map(({ ready }) => ready));
  });
  return { ...server, closed };
}

/** Netlify's paths may have `:names` for a segment each, and end in a star. */
function matches(rule: string, url: string): boolean {
  const pattern = rule.replace(/[.?+]/g, "\\$&").replace(/:\w+/g, "[^/]+").replace(/\*$/, ".*");
  return new RegExp(`^${pattern}$`).test(url);
}

const IS_TEXT = /\.(?:html|css|js|json|svg|xml|txt|webmanifest)$/;
const brotli = promisify(brotliCompress);

/** Changes when a site is published again while it is served. */
function versionOf(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false });
  return found ? `${found.mtimeMs} ${found.size} ${found.ino}` : "gone";
}

/** Puts a compressed file beside one of text, where there is such a file. */
async function compress(file: string): Promise<void> {
  const text = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    // Nothing stands at such an address: below a file, or at a folder's without its slash.
    if (error.code === "ENOENT" || error.code === "ENOTDIR" || error.code === "EISDIR") return undefined;
    throw error;
  });
  if (text) await writeFile(`${file}.br`, await brotli(text));
  else if (existsSync(`${file}.br`)) await rm(`${file}.br`);
}
