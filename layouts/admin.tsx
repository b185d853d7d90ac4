import { renderToString } from "preact-render-to-string";
import type { InlineHash } from "../src/model/inserts.ts";
import type { SitePath } from "../src/model/urls.ts";
import type { TextLayout } from "./layout.ts";

export interface AdminProps {
  /** The site's. */
  readonly title: string;
  /** Where the editor's scripts find what they import. */
  readonly imports: InlineHash;
  /** What starts it. */
  readonly script: SitePath;
  readonly icon: SitePath;
}

/**
 * The editor in the browser, which draws itself. Text and not a sort of page: no reader sees it, so it has none of what
 * pages have around them. Its language is the editor's own until it has found that of whoever writes.
 */
export const admin: TextLayout<AdminProps> = ({ title, imports, script, icon }, { inlines }) => {
  const map = inlines.get(imports);
  if (map === undefined) throw new Error(`No import map with the hash ${imports}`);
  const page = (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <meta name="robots" content="noindex" />
        <link rel="icon" href={icon} />
        {/* Addresses of our own files, made by the build, and allowed by its hash in the Content-Security-Policy. */}
        <script type="importmap" dangerouslySetInnerHTML={{ __html: map }} />
        <script type="module" src={script} />
      </head>
      <body />
    </html>
  );
  return `<!doctype html>${renderToString(page)}`;
};
