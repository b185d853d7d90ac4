import type { SitePath } from "../src/model/urls.ts";
import type { TextLayout } from "./layout.ts";

/** What a browser asks for that was sent to a reply which is on another page by now. */
export interface CommentPlacesProps {
  /** Pages, and on each the beginnings of its replies' ids: no reply to the story has another's longest. */
  readonly pages: readonly { readonly url: SitePath; readonly ids: readonly string[] }[];
}

/** An object of pages, each with its ids between spaces. */
export const commentPlaces: TextLayout<CommentPlacesProps> = ({ pages }) =>
  JSON.stringify(Object.fromEntries(pages.map(({ url, ids }) => [url, ids.join(" ")])));
