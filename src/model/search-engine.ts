/** The version of Pagefind that package.json pins. */
export const PAGEFIND = "1.5.2";
