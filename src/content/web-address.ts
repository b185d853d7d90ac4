/**
 * An address on the web, or undefined when the text is not a whole one. `URL` alone is not enough: it reads
 * `https:example.org` as a host, where a browser on an https page takes it for a relative path.
 */
export function webAddressOf(written: string): URL | undefined {
  if (!/^https?:\/\/[^/\\?#]/i.test(written)) return undefined;
  return URL.parse(written) ?? undefined;
}
