import type { OldMarkup, OldPlace } from "../old-site.ts";
import { replaceBlocks } from "../replace-blocks.ts";
import { cardHtml } from "./cards.ts";
import { escaped, kept } from "./html-text.ts";
import { lexicalHtml } from "./lexical.ts";
import { Listing } from "./listing.ts";
import { mobiledocHtml } from "./mobiledoc.ts";
import type { PostRow } from "./rows.ts";

/**
 * The text of a post. The editor's own document says most (an embed in it still is an address); Ghost's HTML stands in
 * for one that is not there or that cannot be read.
 */
export function bodyOf(row: PostRow, place: OldPlace, listing: Listing): OldMarkup {
  const made = new Listing(place);
  const html = documentHtml(row, made) ?? writtenHtml(row, made);
  listing.notes.push(...made.notes);
  return { format: "html", text: html, place };
}

function documentHtml(row: PostRow, listing: Listing): string | undefined {
  const lexical = row.lexical && parsed(row.lexical);
  const mobiledoc = row.mobiledoc && parsed(row.mobiledoc);
  const html = lexical ? lexicalHtml(lexical, listing) : mobiledoc ? mobiledocHtml(mobiledoc, listing) : undefined;
  // An editor's document that is empty beside a text is not where the text is.
  return html || undefined;
}

/** The editor's document is JSON in a text; what is none is not there. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function writtenHtml(row: PostRow, listing: Listing): string {
  if (row.html) return withoutGated(row.html);
  if (row.markdown) return cardHtml("markdown", { markdown: row.markdown }, listing);
  if (row.lexical || row.mobiledoc) listing.person("Its text is in a form that cannot be read.");
  return (row.plaintext ?? "")
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim() && `<p>${escaped(paragraph)}</p>`)
    .join("");
}

/** Ghost keeps what not every reader may see in its HTML, between comments that say who may. */
function withoutGated(html: string): string {
  const [begin, end] = [
    /<!--\s{0,9}kg-gated-block:begin([^>]{0,300}?)-->/,
    /<!--\s{0,9}kg-gated-block:end\s{0,9}-->|$(?![\s\S])/,
  ];
  return replaceBlocks(html, begin, end, ({ opening, inner }) =>
    /nonMember:\s*true/.test(opening[1] ?? "")
      ? inner
      : kept(`What only members saw was left out (${inner.length} characters).`),
  );
}
