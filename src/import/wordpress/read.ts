import { refuseExport } from "../export-error.ts";
import type { Reading, ReadOldSite } from "../formats.ts";
import type { OldItem, OldSite } from "../old-site.ts";
import { itemOf, postType, type WordPressContext } from "./item.ts";
import { WordPressSurvey } from "./survey.ts";
import { uploadPaths } from "./uploads.ts";
import { partsOf } from "./wxr.ts";

/** Opens a WordPress export: once through, for authors, terms and what is known of uploads. */
export const readWordPress: ReadOldSite = async (reading: Reading): Promise<OldSite> => {
  const known = new WordPressSurvey();
  for await (const part of partsOf(reading)) known.add(part);
  if (known.field("wp:wxr_version") === undefined) {
    const what = "This is RSS, but no WordPress export: nothing in it says wp:wxr_version.";
    refuseExport(reading.path, what, "Export it in WordPress: Tools, Export.");
  }
  const url = known.field("wp:base_blog_url") ?? known.field("link");
  const authors = known.authors(url);
  const context: WordPressContext = {
    file: reading.path,
    url,
    uploads: known.uploads,
    reusable: known.reusable,
    authorOf: authors.idOf,
  };
  return {
    title: known.field("title"),
    url,
    language: known.field("language"),
    authors: authors.all,
    terms: known.terms(url),
    uploads: known.uploads.count,
    describe: (src) => known.uploads.at(src),
    media: { pathsOf: uploadPaths },
    async *items(): AsyncGenerator<OldItem> {
      for await (const part of partsOf(reading)) {
        if (part.name === "item" && postType(part) !== "attachment") yield itemOf(part, context);
      }
    },
  };
};
