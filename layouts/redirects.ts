import type { SitePath } from "../src/model/urls.ts";
import type { TextLayout } from "./layout.ts";

export interface RedirectsProps {
  /** The first that fits an address is the one that counts. */
  readonly rules: readonly RedirectRule[];
}

export interface RedirectRule {
  readonly from: SitePath;
  readonly to: SitePath;
  readonly status: 301 | 410;
  /** Whether it counts where a file stands, too. */
  readonly force: boolean;
}

/** What a host is to answer instead of a file, as Netlify reads it (docs.netlify.com/routing/redirects). */
export const redirects: TextLayout<RedirectsProps> = ({ rules }) =>
  rules.map(({ from, to, status, force }) => `${from} ${to} ${status}${force ? "!" : ""}\n`).join("");
