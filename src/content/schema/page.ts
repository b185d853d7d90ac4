import { z } from "zod";
import { prose } from "./fields.ts";

/** The front matter of `content/pages/slug.md`. */
export const pageSchema = z.strictObject({
  title: prose("About us"),
  /** For search engines and shared links. */
  summary: prose("Who makes this newspaper, and how.").optional(),
});

export type PageFrontMatter = z.output<typeof pageSchema>;
