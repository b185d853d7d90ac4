import { searchRecords } from "../pages/search-records.ts";
import type { Problem } from "../problems.ts";
import { printPages } from "./eleventy.ts";
import { checkOutput, replaceFolder } from "./output-folder.ts";
import { type Preparation, prepare } from "./prepare.ts";
import { writeSearchIndex } from "./search.ts";
import { writeFiles } from "./write.ts";

export interface BuildOptions extends Preparation {
  /** The folder that becomes the site. */
  readonly output: string;
}

export interface BuildResult {
  readonly problems: readonly Problem[];
  readonly filesRead: number;
  /** Undefined when an error among the problems stopped the build; then nothing was written. */
  readonly published?: { readonly stories: number; readonly pages: number } | undefined;
}

/** Is told what a build is about to do. */
export type Progress = (step: string) => void;

/**
 * Builds the site: reads, decides, prints, indexes, and puts the result in the place of the last one. Throws
 * `ForeignFolderError`, before anything is read, for an output folder that a build may not replace.
 */
export async function build(options: BuildOptions, progress: Progress): Promise<BuildResult> {
  const target = await checkOutput(options.output, options.content);
  progress("Reading the content");
  const { site, problems, filesRead } = await prepare(options);
  if (!site) return { problems, filesRead };
  await replaceFolder(target, async (folder) => {
    progress(`Printing ${site.pages.length} pages`);
    await printPages(site.pages, site.bodies, folder);
    await writeFiles(site, options.content, folder);
    progress(`Indexing ${site.publication.articles.length} stories`);
    await writeSearchIndex(searchRecords(site.publication, site.bodies), folder);
  });
  const published = { stories: site.publication.articles.length, pages: site.pages.length };
  return { problems, filesRead, published };
}
