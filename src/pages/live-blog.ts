import type { BlogPosting, LiveBlogPosting } from "schema-dts";
import type { LiveCoverage, LivePost } from "../model/newsroom.ts";
import type { Article } from "../model/publication.ts";
import type { Settings } from "../model/settings.ts";
import { absoluteUrl } from "../model/urls.ts";
import { aboutStory, type CommentsData } from "./json-ld.ts";

/** A story that is told post by post. */
export type LiveArticle = Article & { readonly live: LiveCoverage };

/**
 * schema.org `LiveBlogPosting` (developers.google.com/search/docs/appearance/structured-data/article names it for live
 * coverage): the story's own data, and each post with its time. Coverage ends with its last post.
 */
export function liveBlogPosting(article: LiveArticle, settings: Settings, comments?: CommentsData): LiveBlogPosting {
  const { isOn, posts } = article.live;
  const oldest = posts.at(-1) ?? posts[0];
  return {
    "@type": "LiveBlogPosting",
    ...aboutStory(article, settings),
    coverageStartTime: oldest.at.iso,
    ...(isOn ? {} : { coverageEndTime: posts[0].at.iso }),
    liveBlogUpdate: posts.map((post) => blogPosting(post, absoluteUrl(settings.url, article.url))),
    ...comments,
  };
}

function blogPosting({ id, title, at, text }: LivePost, story: string): BlogPosting {
  return {
    "@type": "BlogPosting",
    headline: title,
    datePublished: at.iso,
    url: `${story}#${encodeURIComponent(id)}`,
    ...(text === "" ? {} : { articleBody: text }),
  };
}
