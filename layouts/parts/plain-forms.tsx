import { renderToString } from "preact-render-to-string";
import { holdsForms } from "../../src/model/forms.ts";
import { type FormPrinters, Text, type TextLanguage } from "./forms.tsx";

/** For feeds, whose readers have styles and widths of their own: complete, and plain. */
const IN_FEEDS: FormPrinters = {
  // Its words stand in the text.
  "pull-quote": () => null,
};

/** For the search: the words of the story, none of the interface, and no attribute with words in it. */
const IN_SEARCH: FormPrinters = {
  "pull-quote": () => null,
};

/** A rendered text as feeds have it. */
export const textForFeeds = (html: string, text: TextLanguage): string => plain(html, text, IN_FEEDS);

/** A rendered text as the search index has it. */
export const textForSearch = (html: string, text: TextLanguage): string => plain(html, text, IN_SEARCH);

const plain = (html: string, text: TextLanguage, printers: FormPrinters): string =>
  holdsForms(html) ? renderToString(<Text html={html} text={text} printers={printers} />) : html;
