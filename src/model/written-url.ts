import type { WrittenArticle } from "./newsroom.ts";
import { monthOf, yearOf } from "./time.ts";
import { articleUrl, type SitePath } from "./urls.ts";

/** Where an article stands, shown or not. */
export const writtenUrl = ({ date, slug }: Pick<WrittenArticle, "date" | "slug">): SitePath =>
  articleUrl(yearOf(date), monthOf(date), slug);
