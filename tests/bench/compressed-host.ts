import { execFileSync } from "node:child_process";
import { createHash, X509Certificate } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import type { OutgoingHttpHeaders } from "node:http";
import { createSecureServer } from "node:http2";
import { extname, join } from "node:path";
import { brotliCompressSync } from "node:zlib";

/** What the host answers to a path. */
export interface HostAnswer {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
}

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
};
/** What the site's headers have cached for ever. */
const LASTING = /^\/(?:assets|images|pagefind\/engine|pagefind\/[^/]+\/(?:index|filter|fragment))\//;

/** Answers as a host does that compresses with Brotli; Pagefind's own files are compressed as they lie. */
export function compressedHost(folder: string): (path: string) => HostAnswer {
  const known = new Map<string, HostAnswer>();
  const answer = (path: string): HostAnswer => {
    const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
    if (!statSync(file, { throwIfNoEntry: false })?.isFile())
      return { status: 404, headers: {}, body: Buffer.from("") };
    const caching = { "cache-control": LASTING.test(path) ? "public, max-age=31536000, immutable" : "no-cache" };
    const type = TYPES[extname(file)];
    if (!type) return { status: 200, headers: caching, body: readFileSync(file) };
    const headers = { ...caching, "content-type": type, "content-encoding": "br" };
    return { status: 200, headers, body: brotliCompressSync(readFileSync(file)) };
  };
  return (path) => {
    const answered = known.get(path) ?? answer(path);
    known.set(path, answered);
    return answered;
  };
}

interface SecureServer {
  readonly url: string;
  /** For Chromium, which caches nothing that comes under a certificate that it does not trust. */
  readonly trust: string;
  close(): void;
}

/** Serves a built site by HTTP/2, as hosts do, under a certificate of its own; openssl makes it. */
export async function serveByHttp2(folder: string): Promise<SecureServer> {
  const subject = ["-subj", "/CN=localhost", "-days", "1", "-nodes", "-keyout", "-", "-out", "-"];
  const options = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", ...subject];
  const pem = execFileSync("openssl", options, { stdio: ["ignore", "pipe", "ignore"] });
  const host = compressedHost(folder);
  const server = createSecureServer({ key: pem, cert: pem }, (request, response) => {
    const { status, headers, body } = host(decodeURIComponent(new URL(request.url, "https://localhost").pathname));
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  // Node's types allow for pipes, which have a text for an address.
  if (address === null || typeof address === "string") throw new Error(`Listening at ${address} and not on a port`);
  const publicKey = new X509Certificate(pem).publicKey.export({ type: "spki", format: "der" });
  const trust = `--ignore-certificate-errors-spki-list=${createHash("sha256").update(publicKey).digest("base64")}`;
  return { url: `https://127.0.0.1:${address.port}/`, trust, close: () => server.close() };
}
