import { escapeAttribute, kept } from "./kept.ts";

/** The comments with which WordPress's block editor says what its HTML is. */
const DELIMITER = /<!--\s+(\/?)wp:([a-z][\w-]*(?:\/[a-z][\w-]*)?)\s+(?:(\{.*?\})\s+)?(\/?)-->/gs;

export const hasBlocks = (html: string): boolean => /<!--\s+wp:/.test(html);

/** Blocks whose HTML says by itself what they are, or that only hold others. */
const PLAIN =
  /^(?:accordion|accordion-heading|accordion-item|accordion-panel|audio|button|buttons|code|column|columns|cover|details|file|freeform|gallery|group|heading|html|image|list|list-item|media-text|missing|more|nextpage|paragraph|preformatted|pullquote|quote|separator|shortcode|social-links|spacer|table|verse|video|text-columns|subhead)$/;

/** What reads a part of a text that no block holds, and what a shortcode block holds. */
export interface BlockReading {
  readonly freeform: (html: string) => string;
  readonly shortcodes: (html: string) => string;
  readonly reusable: (id: string) => string | undefined;
}

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  parts: string[];
}

/** The HTML of a text of the block editor, without its comments, and with what only they said. */
export function withoutBlocks(html: string, reading: BlockReading): string {
  const root: Open = { name: "", attributes: {}, parts: [] };
  const open: Open[] = [root];
  let end = 0;
  const words = (to: number) => {
    const text = html.slice(end, to);
    if (text.trim() === "") return;
    const inside = open.at(-1);
    inside?.parts.push(inside === root || inside.name === "freeform" ? reading.freeform(text) : text);
  };
  const close = () => {
    const block = open.pop();
    if (block) open.at(-1)?.parts.push(rendered(block, reading));
  };
  for (const match of html.matchAll(DELIMITER)) {
    const [whole, slash, written = "", json, alone] = match;
    const name = written.replace(/^core\//, "");
    words(match.index);
    end = match.index + whole.length;
    if (slash) {
      // What was opened and never closed ends with what is around it.
      if (open.some((block) => block.name === name)) {
        while (open.length > 1 && open.at(-1)?.name !== name) close();
        close();
      }
    } else {
      if (open.length > 100) continue;
      open.push({ name, attributes: attributesOf(json), parts: [] });
      if (alone) close();
    }
  }
  words(html.length);
  while (open.length > 1) close();
  return root.parts.join("\n");
}

function rendered({ name, attributes, parts }: Open, reading: BlockReading): string {
  const inside = parts.join("\n");
  const text = (key: string) => (typeof attributes[key] === "string" ? attributes[key] : "");
  if (name === "embed" || name.startsWith("core-embed/")) {
    const caption = /<figcaption\b.*?<\/figcaption>/is.exec(inside)?.[0] ?? "";
    return `<figure><iframe src="${escapeAttribute(text("url"))}"></iframe>${caption}</figure>`;
  }
  if (name === "shortcode") return reading.shortcodes(inside);
  if (name === "footnotes") return '<div class="wp-footnotes"></div>';
  if (name === "block") {
    const shared = reading.reusable(String(attributes["ref"] ?? ""));
    return shared ?? kept(`Here was the shared block ${String(attributes["ref"] ?? "")}, which is not in the export.`);
  }
  if (PLAIN.test(name)) return inside;
  if (inside.trim() === "") return kept(`Here was a block "${name}", which made its words on each visit.`);
  return kept(`Here was a block "${name}": its words are kept.`, inside);
}

function attributesOf(json: string | undefined): Readonly<Record<string, unknown>> {
  if (json === undefined) return {};
  try {
    const read: unknown = JSON.parse(json);
    return typeof read === "object" && read !== null ? (read as Record<string, unknown>) : {};
  } catch (error) {
    // Attributes that cannot be read say nothing; the block's HTML is there all the same.
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}
