import type { FeedProps } from "./feed.ts";
import type { TextLayout } from "./layout.ts";
import { feedContent } from "./parts/feed-content.ts";

/** JSON Feed 1.1 (jsonfeed.org/version/1.1). */
export const jsonFeed: TextLayout<FeedProps> = (feed, { bodies }) => {
  const items = feed.entries.map((entry) => {
    const content = feedContent(entry, feed, bodies);
    return {
      id: entry.url,
      url: entry.url,
      ...(entry.language === feed.language ? {} : { language: entry.language }),
      title: entry.title,
      summary: entry.summary,
      ...(content === undefined ? { content_text: entry.summary } : { content_html: content.html }),
      image: entry.image?.url,
      date_published: entry.published,
      date_modified: entry.updated,
      authors: entry.authors,
      tags: [...new Set(entry.categories.map(({ name }) => name))],
    };
  });
  const json = {
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    home_page_url: feed.home,
    feed_url: feed.self,
    description: feed.subtitle,
    language: feed.language,
    ...(feed.hub === undefined ? {} : { hubs: [{ type: "WebSub", url: feed.hub }] }),
    items,
  };
  return `${JSON.stringify(json, null, 1)}\n`;
};
