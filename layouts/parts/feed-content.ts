import { absoluteHtml } from "../../src/model/absolute-html.ts";
import { directionOf } from "../../src/model/languages.ts";
import type { Bodies } from "../../src/model/newsroom.ts";
import type { FeedEntry, FeedProps } from "../feed.ts";
import { languageOfText } from "../forms/forms.tsx";
import { textForFeeds } from "../forms/plain-forms.tsx";
import { textNode, type Xml } from "./xml.ts";

/** The three formats of a feed are printed one after another, with the same stories in them. */
const AT_HAND = 64;

/** A story's whole text: in HTML, and as XML holds that as text. */
export interface FeedContent {
  readonly html: string;
  readonly escaped: Xml;
}

const made = new Map<string, FeedContent>();

/** A story's whole text for a feed; undefined where the summary is all there is. */
export function feedContent(entry: FeedEntry, feed: FeedProps, bodies: Bodies): FeedContent | undefined {
  if (entry.body === undefined) return undefined;
  const key = `${entry.body} ${entry.url} ${entry.language} ${feed.language}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const html = bodies.get(entry.body);
  if (html === undefined) throw new Error(`No body with the hash ${entry.body}`);
  const plain = textForFeeds(html, languageOfText(feed.language, entry.language));
  const whole = inItsLanguage(absoluteHtml(plain, feed.origin, entry.url), entry.language, feed.language);
  const content = { html: whole, escaped: textNode(whole) };
  made.set(key, content);
  const [oldest] = made.keys();
  if (made.size > AT_HAND && oldest !== undefined) made.delete(oldest);
  return content;
}

/** Readers put a text on a page of their own, whose language and direction it would have. */
function inItsLanguage(html: string, language: string, feedLanguage: string): string {
  const direction = directionOf(language);
  if (language === feedLanguage && direction === "ltr") return html;
  return `<div lang="${language}" dir="${direction}">${html}</div>`;
}
