import type { TextLayout } from "./layout.ts";

export interface RobotsProps {
  /** Absolute; absent on a site that is not to be indexed. */
  readonly sitemap?: string | undefined;
}

/**
 * robots.txt (RFC 9309). A site that is not to be indexed lets crawlers in all the same: they must read its pages to
 * see that these say noindex.
 */
export const robots: TextLayout<RobotsProps> = ({ sitemap }) =>
  ["User-agent: *", "Disallow:", ...(sitemap ? ["", `Sitemap: ${sitemap}`] : []), ""].join("\n");
