import type { TextLayout } from "./layout.ts";

export interface HeadersProps {
  readonly rules: readonly HeaderRule[];
}

export interface HeaderRule {
  /** A path of the site, which may have `:names` for a segment each and end in a star. */
  readonly path: string;
  readonly headers: readonly Header[];
}

export interface Header {
  readonly name: string;
  readonly value: string;
  /** Whether a rule before it has given the header to this path too. */
  readonly replaces: boolean;
}

/**
 * Headers that a host is to send, as Netlify and Cloudflare read them. Netlify takes the last value that a path is
 * given, and skips a line without a colon; Cloudflare joins the values with a comma, unless such a line, an exclamation
 * mark and the name, has taken away what was there (docs.netlify.com/routing/headers, developers.cloudflare.com/pages/configuration/headers).
 */
export const headers: TextLayout<HeadersProps> = ({ rules }) =>
  rules
    .map(({ path, headers }) => [path, ...headers.flatMap(linesOf)].join("\n  "))
    .join("\n\n")
    .concat("\n");

const linesOf = ({ name, value, replaces }: Header): string[] => [
  ...(replaces ? [`! ${name}`] : []),
  `${name}: ${value}`,
];
