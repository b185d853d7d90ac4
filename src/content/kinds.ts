/** What a file of `content/` is for. */
export type FileKind =
  | { readonly kind: "settings" }
  | { readonly kind: "tags" }
  | { readonly kind: "series" }
  | { readonly kind: "front" }
  | { readonly kind: "addresses" }
  | { readonly kind: "article"; readonly year: number; readonly month: number; readonly name: string }
  | { readonly kind: "author"; readonly name: string }
  | { readonly kind: "page"; readonly name: string }
  | { readonly kind: "comment"; readonly story: string; readonly id: string }
  | { readonly kind: "image" }
  | { readonly kind: "figures" };

/** The files that are Markdown, each with an address of its own. */
export type MarkdownKind = "article" | "author" | "page";

type Parts = readonly (string | undefined)[];

/** Which kinds of file may stand where. Whatever matches no line is a problem. */
const PLACES: readonly { readonly pattern: RegExp; readonly kind: (parts: Parts) => FileKind }[] = [
  { pattern: /^settings\.yaml$/, kind: () => ({ kind: "settings" }) },
  { pattern: /^tags\.yaml$/, kind: () => ({ kind: "tags" }) },
  { pattern: /^series\.yaml$/, kind: () => ({ kind: "series" }) },
  { pattern: /^front\.yaml$/, kind: () => ({ kind: "front" }) },
  { pattern: /^addresses\.json$/, kind: () => ({ kind: "addresses" }) },
  {
    pattern: /^articles\/(\d{4})\/(0[1-9]|1[0-2])\/([^/]+)\.md$/,
    kind: ([year, month, name = ""]) => ({ kind: "article", year: Number(year), month: Number(month), name }),
  },
  { pattern: /^authors\/([^/]+)\.md$/, kind: ([name = ""]) => ({ kind: "author", name }) },
  { pattern: /^pages\/([^/]+)\.md$/, kind: ([name = ""]) => ({ kind: "page", name }) },
  {
    pattern: /^comments\/(\d{4}\/(?:0[1-9]|1[0-2])\/[^/]+)\/([a-z0-9][a-z0-9-]{0,63})\.yaml$/,
    kind: ([story, id = ""]) => ({ kind: "comment", story: `articles/${story}.md`, id }),
  },
  {
    pattern: /^(?:articles\/\d{4}\/(?:0[1-9]|1[0-2])|authors|pages)\/[^/]+\.(?:avif|gif|jpe?g|png|svg|webp)$/,
    kind: () => ({ kind: "image" }),
  },
  {
    pattern: /^(?:articles\/\d{4}\/(?:0[1-9]|1[0-2])|pages)\/[^/]+\.csv$/,
    kind: () => ({ kind: "figures" }),
  },
  // The logo, whatever it is called.
  { pattern: /^[^/]+\.svg$/, kind: () => ({ kind: "image" }) },
];

export const WHERE_FILES_STAND =
  "Stories are articles/YYYY/MM/slug.md, people authors/slug.md, pages pages/slug.md; images " +
  "(avif, gif, jpg, png, svg, webp) and figures (csv) lie beside them; replies are comments/YYYY/MM/slug/id.yaml; settings.yaml, tags.yaml, series.yaml, front.yaml, addresses.json and a logo (svg) stand at the top.";

/** What operating systems and editors leave behind; nobody wrote it, so nobody is told. */
const LITTER = [/^\.DS_Store$/, /^\._/, /^Thumbs\.db$/i, /^desktop\.ini$/i, /^\..*\.sw[a-p]$/, /~$/, /^\.#/];

export const isLitter = (fileName: string): boolean => LITTER.some((pattern) => pattern.test(fileName));

/** The kind of the file at `path` (below `content/`, `/` between folders), or undefined where none may stand. */
export function kindOf(path: string): FileKind | undefined {
  for (const { pattern, kind } of PLACES) {
    const match = pattern.exec(path);
    if (match) return kind(match.slice(1));
  }
  return undefined;
}
