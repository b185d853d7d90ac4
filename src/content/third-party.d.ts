/** Ships no types; it is handed to `use` and to nothing else. */
declare module "markdown-it-footnote" {
  import type { MarkdownIt } from "markdown-it";
  export default function footnote(parser: MarkdownIt): void;
}
