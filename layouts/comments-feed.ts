import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import type { Passage } from "../src/model/comment-text.ts";
import type { TextLayout } from "./layout.ts";
import { type AtomHead, atomFeedElement } from "./parts/atom-feed-element.ts";
import { CommentText } from "./parts/CommentText.tsx";
import { element, xmlDocument } from "./parts/xml.ts";
import { wordsFor } from "./words/dictionaries.ts";

export interface CommentsFeedProps extends AtomHead {
  /** Newest first. */
  readonly entries: readonly CommentsFeedEntry[];
}

/** A reply. Addresses are absolute. */
export interface CommentsFeedEntry {
  readonly id: string;
  readonly url: string;
  readonly name: string;
  /** RFC 3339. */
  readonly published: string;
  readonly text: readonly Passage[];
  /** The story, or the reply that is answered. */
  readonly inReplyTo: { readonly id: string; readonly url: string; readonly name?: string | undefined };
}

/** Atom with threads (RFC 4287, RFC 4685). */
export const commentsFeed: TextLayout<CommentsFeedProps> = (feed) =>
  xmlDocument(
    atomFeedElement(
      feed,
      { "xmlns:thr": "http://purl.org/syndication/thread/1.0" },
      ...feed.entries.map((entry) => entryElement(entry, feed.language)),
    ),
    feed.sheet,
  );

function entryElement({ id, url, name, published, text, inReplyTo }: CommentsFeedEntry, language: string) {
  const { comments } = wordsFor(language);
  const title = inReplyTo.name === undefined ? name : `${name} · ${comments.inAnswerTo} ${inReplyTo.name}`;
  const { id: ref, url: href } = inReplyTo;
  return element(
    "entry",
    {},
    element("id", {}, id),
    element("title", {}, title),
    element("link", { rel: "alternate", type: "text/html", href: url }),
    element("published", {}, published),
    element("updated", {}, published),
    element("author", {}, element("name", {}, name)),
    element("h:a", { href: url }, title),
    element("thr:in-reply-to", { ref, type: "text/html", href }),
    element("content", { type: "html" }, renderToString(CommentText({ text }) as VNode)),
  );
}
