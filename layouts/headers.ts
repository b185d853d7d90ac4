import type { TextLayout } from "./layout.ts";

export interface HeadersProps {
  readonly rules: readonly HeaderRule[];
}

export interface HeaderRule {
  /** A path of the site, which may end in a star. */
  readonly path: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
}

/** Headers that a host is to send, as Netlify and Cloudflare read them (docs.netlify.com/routing/headers). */
export const headers: TextLayout<HeadersProps> = ({ rules }) =>
  rules
    .map(({ path, headers }) => [path, ...headers.map(({ name, value }) => `  ${name}: ${value}`)].join("\n"))
    .join("\n\n")
    .concat("\n");
