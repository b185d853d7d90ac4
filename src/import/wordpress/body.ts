import type { OldNote } from "../old-site.ts";
import { withParagraphs } from "./autop.ts";
import { hasBlocks, withoutBlocks } from "./blocks.ts";
import type { WordPressContext } from "./item.ts";
import { escapeAttribute } from "./kept.ts";
import { withoutShortcodes } from "./shortcodes.ts";

/** The HTML of a text as readers of the old site had it, as far as the export says. */
export function bodyOf(
  written: string,
  footnotes: string,
  context: WordPressContext,
): { readonly html: string; readonly notes: readonly OldNote[] } {
  // Our own element is for us to write.
  const text = written.replace(/\r\n?/g, "\n").replace(/<\/?x-kept\b[^>]*>/gi, "");
  const notes: OldNote[] = [];
  if (/<!--\s*nextpage\s*-->/.test(text)) {
    notes.push({ what: "It was divided into several pages, and is one now.", needsPerson: false });
  }
  const shown = rendered(text, context, 0);
  const list = footnoteList(footnotes);
  const html = shown.includes(FOOTNOTES) ? shown.replace(FOOTNOTES, () => list) : `${shown}${list}`;
  return { html, notes };
}

const FOOTNOTES = '<div class="wp-footnotes"></div>';

/** Shared blocks may share others, or themselves. */
const MOST_SHARED = 5;

function rendered(text: string, context: WordPressContext, depth: number): string {
  const shortcodes = (html: string) => withoutShortcodes(html, context.uploads);
  const classic = (html: string) => withParagraphs(shortcodes(withEmbeds(html)));
  if (!hasBlocks(text)) return classic(text);
  return shortcodes(
    withoutBlocks(text, {
      freeform: classic,
      shortcodes: classic,
      reusable: (id) => {
        const shared = depth < MOST_SHARED ? context.reusable.get(id) : undefined;
        return shared === undefined ? undefined : rendered(shared, context, depth + 1);
      },
    }),
  );
}

/** WordPress shows an address that is a line by itself as what it leads to. */
const withEmbeds = (text: string): string =>
  text.replace(
    /^[ \t]*(https?:\/\/[^\s<>"]+)[ \t]*$/gim,
    (_line, url: string) => `\n\n<iframe src="${escapeAttribute(url)}"></iframe>\n\n`,
  );

/** The block editor keeps footnotes beside the text, as JSON. */
function footnoteList(json: string): string {
  if (json.trim() === "") return "";
  try {
    const read: unknown = JSON.parse(json);
    if (!Array.isArray(read)) return "";
    const items = read.map(
      (note: { id?: unknown; content?: unknown }) =>
        `<li id="${escapeAttribute(String(note?.id))}">${String(note?.content)}</li>`,
    );
    return items.length === 0 ? "" : `<ol>${items.join("")}</ol>`;
  } catch (error) {
    if (error instanceof SyntaxError) return `<p>${escapeAttribute(json)}</p>`;
    throw error;
  }
}
