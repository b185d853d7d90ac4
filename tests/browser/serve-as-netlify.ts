import { statSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { promisify } from "node:util";
import { brotliCompress } from "node:zlib";
import { type Header, parseAllHeaders } from "@netlify/headers-parser";
import sirv from "sirv";
import { listen, type RunningServer, staticHost } from "../../src/site/serve.ts";

/** A form as it came. */
export interface SentForm {
  readonly path: string;
  readonly type: string | undefined;
  readonly body: string;
}

/**
 * Serves a built site with the headers of netlify.toml and of its own `_headers`, as Netlify's parser reads them and its
 * command line sends them (the last value counts), so that the tests run under its Content-Security-Policy; and
 * compressed, so that they see what a reader is sent. Keeps the compressed files in a folder of its own, until it is closed.
 * Answers a form with the page at its address once `onForm` has taken it.
 */
export async function serveAsNetlify(
  folder: string,
  onForm: (form: SentForm) => unknown = () => {},
): Promise<RunningServer> {
  const headersFiles = [join(folder, "_headers")];
  const { headers, errors } = await parseAllHeaders({
    headersFiles,
    configHeaders: undefined,
    netlifyConfigPath: "netlify.toml",
    minimal: false,
  });
  if (errors.length > 0) throw new AggregateError(errors, "Netlify cannot read the headers");
  // Whoever asks for more than the minimum gets it; the parser's types do not say so.
  const rules = headers as readonly Header[];
  const sent = await mkdtemp(join(tmpdir(), "dateline-sent-"));
  const serveCompressed = sirv(sent, { dev: true, etag: true, brotli: true });
  const serveAsItIs = staticHost(folder);
  const compressed = new Map<string, { readonly version: string; readonly ready: Promise<void> }>();
  const server = await listen((request, response, path) => {
    for (const rule of rules.filter(({ forRegExp }) => forRegExp.test(path))) {
      for (const [name, value] of Object.entries(rule.values)) response.setHeader(name, value);
    }
    const file = path.endsWith("/") ? `${path}index.html` : path;
    const version = versionOf(join(folder, file));
    const known = compressed.get(file);
    const compressNow = () => (IS_TEXT.test(file) ? compress(join(folder, file), join(sent, file)) : Promise.resolve());
    const current = known?.version === version ? known : { version, ready: compressNow() };
    compressed.set(file, current);
    const taken =
      request.method === "POST"
        ? text(request).then((body) => onForm({ path, type: request.headers["content-type"], body }))
        : undefined;
    Promise.all([current.ready, taken]).then(
      () => serveCompressed(request, response, () => serveAsItIs(request, response)),
      (error) => response.destroy(error),
    );
  }, 0);
  const closed = server.closed.then(async () => {
    // Who asked for a file that cannot be compressed has been told.
    await Promise.allSettled([...compressed.values()].map(({ ready }) => ready));
    await rm(sent, { recursive: true });
  });
  return { ...server, closed };
}

const IS_TEXT = /\.(?:html|css|js|json|svg|xml|txt|webmanifest)$/;
const brotli = promisify(brotliCompress);

/** Changes when a site is published again while it is served. */
function versionOf(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false });
  return found ? `${found.mtimeMs} ${found.size} ${found.ino}` : "gone";
}

/** Makes a compressed file of one of text, where there is such a file. */
async function compress(file: string, to: string): Promise<void> {
  const text = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    // Nothing stands at such an address: below a file, or at a folder's without its slash.
    if (error.code === "ENOENT" || error.code === "ENOTDIR" || error.code === "EISDIR") return undefined;
    throw error;
  });
  if (!text) return rm(`${to}.br`, { force: true });
  await mkdir(dirname(to), { recursive: true });
  await writeFile(`${to}.br`, await brotli(text));
}
