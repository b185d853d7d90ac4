import type { SitePath } from "../../src/model/urls.ts";
import type { Words } from "../words/words.ts";

export interface BannerProps {
  readonly text: string;
  readonly url?: SitePath | undefined;
}

/** A line above everything, while news breaks. */
export function Banner({ text, url, words }: BannerProps & { readonly words: Words }) {
  return (
    <p class="banner">
      <strong>{words.breaking}</strong> {url ? <a href={url}>{text}</a> : text}
    </p>
  );
}
