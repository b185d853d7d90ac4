/**
 * How the files of `content/` are read and written in the browser, by the names that the collections call it by. The
 * editor's own reading takes `1.10` for a number and forgets what stands behind a `#`.
 */
export const FILE_FORMATS = {
  /** Front matter and Markdown, in which a switch for drafts is always there. */
  story: "dateline-story",
  markdown: "dateline-markdown",
  /** A list at the top of a file, which the editor has below a name. */
  tags: "dateline-tags",
  series: "dateline-series",
  mapping: "dateline-mapping",
} as const;

/** The fields that hold a time, wherever they stand: a test holds them to the forms. */
export const TIMES: readonly string[] = ["date", "updated", "expires", "until"];

/** The field to which the editor adds the address of what it moves, and takes for a list. */
export const FORMERLY = "formerly";
