import { coloursOf } from "../model/theme.ts";
import { FRONT, MANIFEST } from "../model/urls.ts";
import type { Edition } from "./frame.ts";
import type { TextPage } from "./page.ts";

/** `/manifest.webmanifest` */
export function manifestPage({ publication: { settings }, assets }: Edition): TextPage {
  const { title, description, language, theme } = settings;
  const props = {
    name: title,
    description,
    language,
    home: FRONT,
    icon: assets.icon,
    icons: assets.icons,
    paper: coloursOf(theme).paper.light,
  };
  return { kind: "json", url: MANIFEST, layout: "web-manifest", props };
}
