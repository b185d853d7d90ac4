import type { MarkdownIt, Token } from "markdown-it";
import { FORM_END, formStart } from "../../model/forms.ts";
import type { Image } from "../../model/image.ts";
import { type ShownImage, shownIn } from "../../model/image-variants.ts";
import type { FormMeta } from "./forms/check-forms.ts";
import type { TableMeta } from "./forms/data-table.ts";

/** What `check.ts` leaves on an image's token for the renderer. */
export interface ImageMeta {
  readonly image?: Image;
}

/** What `live-posts.ts` leaves on the token of a post's time; its content is the time as it was written. */
export interface PostTimeMeta {
  readonly datetime: string;
}

/** How a few tokens print: images with their size, tables that scroll by themselves, footnotes a reader can name, forms. */
export function renderRules(parser: MarkdownIt): void {
  const { escapeHtml } = parser.utils;
  const { rules } = parser.renderer;

  rules["image"] = (tokens, index, options, env, renderer) => {
    const token = tokens[index];
    const { image } = (token?.meta ?? {}) as ImageMeta;
    if (!token || !image) throw new Error("An image reached the renderer without having been found");
    const alt = escapeHtml(renderer.renderInlineAsText(token.children ?? [], options, env));
    return pictureMarkup(shownIn("figure", image), alt);
  };

  // A wide table must not make the page scroll sideways; the tabindex lets a keyboard scroll it (WCAG 2.1.1).
  rules["table_open"] = (tokens, index) => {
    const { label } = (tokens[index]?.meta ?? {}) as TableMeta;
    const name = label === undefined ? "" : ` aria-label="${escapeHtml(label)}"`;
    return `<div class="table" role="group" tabindex="0"${name}><table>\n`;
  };
  rules["table_close"] = () => "</table></div>\n";
  for (const kind of ["th", "td"]) {
    rules[`${kind}_open`] = (tokens, index) => {
      if (isRowHead(tokens[index])) return `<th scope="row"${sideOf(tokens[index])}>`;
      const cell = cellOf(kind, tokens[index + 1]);
      return `<${cell}${cell === "th" ? ' scope="col"' : ""}${sideOf(tokens[index])}>`;
    };
    rules[`${kind}_close`] = (tokens, index) =>
      `</${isRowHead(tokens[index]) ? "th" : cellOf(kind, tokens[index - 1])}>\n`;
  }

  rules["post_time"] = (tokens, index) => {
    const token = tokens[index];
    if (!token) throw new Error("The renderer asked for a token that is not there");
    const { datetime } = token.meta as unknown as PostTimeMeta;
    return `<time datetime="${datetime}">${token.content}</time> `;
  };

  // Layouts make of it what readers see.
  rules["container_form_open"] = (tokens, index) => {
    const meta = tokens[index]?.meta as FormMeta | null | undefined;
    if (!meta) throw new Error("A form reached the renderer without having been read");
    return formStart(meta.name, meta.props);
  };
  rules["container_form_close"] = () => FORM_END;

  rules["footnote_block_open"] = () => '<section class="footnotes" role="doc-endnotes">\n<ol>\n';
  rules["footnote_block_close"] = () => "</ol>\n</section>\n";

  // Long lines of code are scrolled, by a keyboard too.
  for (const kind of ["fence", "code_block"]) {
    const print = rules[kind];
    if (!print) throw new Error(`The renderer has no rule for ${kind}`);
    rules[kind] = (...given) => print(...given).replace(/^<pre/, '<pre tabindex="0"');
  }

  // Slugs hold no underscore, so a heading's id can never be a footnote's.
  const number = (meta: unknown) => `_${(meta as { id: number }).id + 1}`;
  const use = (meta: unknown) => ((meta as { subId: number }).subId > 0 ? `:${(meta as { subId: number }).subId}` : "");
  rules["footnote_ref"] = (tokens, index) => {
    const id = number(tokens[index]?.meta);
    const text = id.slice(1);
    const source = `fnref${id}${use(tokens[index]?.meta)}`;
    return `<sup class="footnote-ref"><a href="#fn${id}" id="${source}" role="doc-noteref">${text}</a></sup>`;
  };
  rules["footnote_open"] = (tokens, index) => `<li id="fn${number(tokens[index]?.meta)}">`;
  rules["footnote_anchor"] = (tokens, index) =>
    ` <a href="#fnref${number(tokens[index]?.meta)}${use(tokens[index]?.meta)}" role="doc-backlink">\u21a9\ufe0e</a>`;

  const refuseHtml = () => {
    throw new Error("Raw HTML reached the renderer, which the checks should have refused");
  };
  rules["html_block"] = refuseHtml;
  rules["html_inline"] = refuseHtml;
}

/** An empty corner is the heading of nothing (WCAG 1.3.1). */
const cellOf = (kind: string, content: Token | undefined): string => (content?.content === "" ? "td" : kind);

const isRowHead = (cell: Token | undefined): boolean => ((cell?.meta ?? {}) as TableMeta).isRowHead === true;

/** Where a column is aligned to, as a class: the parser writes a style, which a Content-Security-Policy keeps out. */
function sideOf(cell: Token | undefined): string {
  const [, side] = /^text-align:(left|right|center)$/.exec(String(cell?.attrGet("style") ?? "")) ?? [];
  return side === undefined ? "" : ` class="${side}"`;
}

/** As `layouts/parts/Img.tsx` prints one that waits until a reader is near. `alt` is escaped, and no address needs to be. */
function pictureMarkup({ src, width, height, sources, sizes, tint }: ShownImage, alt: string): string {
  const choices = sources.map(({ type, srcset }) => `<source type="${type}" srcset="${srcset}" sizes="${sizes}">`);
  const look = tint === undefined ? "" : ` class="tint-${tint}"`;
  const img = `<img${look} src="${src}" alt="${alt}" width="${width}" height="${height}" loading="lazy" decoding="async">`;
  return `<picture>${choices.join("")}${img}</picture>`;
}
