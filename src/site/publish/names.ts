/** What lies in the folder of a publication: the new files, */
export const SITE = "site";
/** the folder that they replace, when it is replaced whole, */
export const OLD = "old";
/** or else the files that they replace, */
export const KEPT = "kept";
/** and the mark that the site has meanwhile. */
export const BETWEEN = "between";
