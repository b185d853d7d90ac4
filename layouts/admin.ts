import type { InlineHash } from "../src/model/inserts.ts";
import type { SitePath } from "../src/model/urls.ts";
import type { TextLayout } from "./layout.ts";
import { element } from "./parts/xml.ts";

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
  const page = element("html", { lang: "en" }, [
    element("head", {}, [
      element("meta", { charset: "utf-8" }),
      element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
      element("title", {}, title),
      element("meta", { name: "robots", content: "noindex" }),
      element("link", { rel: "icon", href: icon }),
      // Addresses of our own files, made by the build, and allowed by its hash in the Content-Security-Policy.
      element("script", { type: "importmap" }, { xml: map }),
      // To HTML a script without a text is not closed by its slash.
      element("script", { type: "module", src: script }, "\n"),
    ]),
    element("body", {}, "\n"),
  ]);
  return `<!doctype html>${page.xml}`;
};
