import type { Colour } from "../src/model/contrast.ts";
import { directionOf } from "../src/model/languages.ts";
import type { SitePath } from "../src/model/urls.ts";
import type { TextLayout } from "./layout.ts";

export interface WebManifestProps {
  readonly name: string;
  readonly description: string;
  /** BCP 47. */
  readonly language: string;
  readonly home: SitePath;
  readonly icon: SitePath;
  /** In pixels, for devices that take no SVG; the last without transparency, to be cut into any shape. */
  readonly icons: { readonly small: SitePath; readonly large: SitePath; readonly maskable: SitePath };
  /** The colour of the page. */
  readonly paper: Colour;
}

/** For readers who put the site among their apps (W3C, Web Application Manifest). */
export const webManifest: TextLayout<WebManifestProps> = ({
  name,
  description,
  language,
  home,
  icon,
  icons,
  paper,
}) => {
  const manifest = {
    name,
    short_name: name,
    description,
    lang: language,
    dir: directionOf(language),
    id: home,
    start_url: home,
    scope: home,
    // Stories lead to other sites, so the way back and the address stay in sight.
    display: "minimal-ui",
    background_color: paper,
    theme_color: paper,
    icons: [
      { src: icon, type: "image/svg+xml", sizes: "any" },
      { src: icons.small, type: "image/png", sizes: "192x192" },
      { src: icons.large, type: "image/png", sizes: "512x512" },
      { src: icons.maskable, type: "image/png", sizes: "512x512", purpose: "maskable" },
    ],
  };
  return `${JSON.stringify(manifest)}\n`;
};
