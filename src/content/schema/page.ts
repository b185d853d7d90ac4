import { z } from "zod";
import { formerly, passage, prose } from "./fields.ts";

/** The front matter of `content/pages/slug.md`. */
export const pageSchema = z.strictObject({
  title: prose("About us"),
  /** For search engines and shared links. */
  summary: passage("Who makes this newspaper, and how.").optional(),
  /** Addresses that the page had before: they lead to it. */
  formerly: formerly.optional(),
});

export type PageFrontMatter = z.output<typeof pageSchema>;
