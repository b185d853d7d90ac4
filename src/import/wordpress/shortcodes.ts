import { escapeAttribute, escapeText, kept } from "./kept.ts";
import type { Uploads } from "./uploads.ts";

/** A word in brackets that is more than that: with attributes, or closed, or named as no word is. */
const SHORTCODE = /\[(\[?)(\/?)([a-z][\w-]{1,60})((?:\s+[^[\]]{0,2000})?)(\/?)\](\]?)/gi;

interface Found {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly inside: string;
  readonly whole: string;
}

type Render = (found: Found, uploads: Uploads) => string;

const RENDERED: Readonly<Record<string, Render>> = {
  caption: captioned,
  wp_caption: captioned,
  gallery,
  embed: ({ inside, attributes }) => embedded(inside.trim() || attributes.get("src") || ""),
  audio: (found) => player("audio", found),
  video: (found) => player("video", found),
  playlist: ({ attributes }, uploads) =>
    listOf(attributes, uploads)
      .map(({ src }) => `<audio src="${escapeAttribute(src)}"></audio>`)
      .join("\n") || kept("A playlist was left out."),
  youtube: ({ attributes, inside }) => embedded(attributes.get("0") ?? attributes.get("url") ?? inside),
  vimeo: ({ attributes, inside }) => embedded(attributes.get("0") ?? attributes.get("url") ?? inside),
};

/** Shortcodes that only say how their words look. */
const PLAIN =
  /^(?:dropcap|center|left|right|highlight|one_half|one_third|two_third|column|columns|row|clear|divider|spacer|vc_row|vc_column|vc_column_text|et_pb_section|et_pb_row|et_pb_column|et_pb_text)$/i;

/** WordPress's own shortcodes as HTML; the words inside others stay, and a person is told which they were. */
export function withoutShortcodes(html: string, uploads: Uploads): string {
  if (!html.includes("[")) return html;
  const closings = new Map<string, number[]>();
  for (const match of html.matchAll(/\[\/([a-z][\w-]{1,60})\]/gi)) {
    const name = (match[1] ?? "").toLowerCase();
    closings.set(name, [...(closings.get(name) ?? []), match.index]);
  }
  let result = "";
  let end = 0;
  for (const match of html.matchAll(SHORTCODE)) {
    if (match.index < end) continue;
    const [whole, escapedBefore = "", slash, written = "", attributesWritten = "", , escapedAfter = ""] = match;
    const name = written.toLowerCase();
    if (escapedBefore && escapedAfter) {
      result += html.slice(end, match.index) + whole.slice(1, -1);
      end = match.index + whole.length;
      continue;
    }
    const after = match.index + whole.length;
    const closing = slash ? undefined : closings.get(name)?.find((at) => at >= after);
    const isOurs = Object.hasOwn(RENDERED, name);
    const isCode = isOurs || closing !== undefined || slash || /=/.test(attributesWritten) || /[_-]/.test(name);
    if (!isCode || inTag(html, match.index)) continue;
    result += html.slice(end, match.index);
    end = after;
    if (slash) continue;
    const inside = closing === undefined ? "" : html.slice(after, closing);
    const found: Found = { name, attributes: attributesOf(attributesWritten), inside, whole };
    if (isOurs) {
      const render = RENDERED[name];
      result += `\n\n${render?.(found, uploads) ?? ""}\n\n`;
      if (closing !== undefined) end = closing + name.length + 3;
    } else if (!PLAIN.test(name)) {
      result += kept(
        `Here was the shortcode ${whole.length > 80 ? `${whole.slice(0, 80)}…` : whole}: ${closing === undefined ? "what it made is not in the export" : "its words are kept"}.`,
      );
    }
  }
  return result + html.slice(end);
}

/** Whether a place is inside a tag, where brackets are part of an address or a value. */
function inTag(html: string, at: number): boolean {
  const opened = html.lastIndexOf("<", at);
  return (
    opened !== -1 &&
    at - opened < 2000 &&
    /^<\/?[a-z]/i.test(html.slice(opened, opened + 3)) &&
    !html.slice(opened, at).includes(">")
  );
}

function attributesOf(written: string): Map<string, string> {
  const attributes = new Map<string, string>();
  let place = 0;
  const text = written.replace(/&#8220;|&#8221;|&#8243;|[“”″]/g, '"');
  for (const [, name, double, single, bare, alone] of text.matchAll(
    /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))|"?([^\s"]+)"?/g,
  )) {
    if (name !== undefined) attributes.set(name.toLowerCase(), double ?? single ?? bare ?? "");
    else if (alone !== undefined) attributes.set(String(place++), alone);
  }
  return attributes;
}

function captioned({ attributes, inside }: Found): string {
  const [picture] = /(?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?/i.exec(inside) ?? [""];
  const words = attributes.get("caption")
    ? escapeText(attributes.get("caption") ?? "")
    : inside.replace(picture, "").trim();
  return `<figure>${picture}${words === "" ? "" : `<figcaption>${words}</figcaption>`}</figure>`;
}

function gallery({ attributes, whole }: Found, uploads: Uploads): string {
  const pictures = listOf(attributes, uploads);
  if (pictures.length === 0)
    return kept(`Here was a gallery of which the export does not say what is in it: ${whole}.`);
  const figures = pictures.map(
    ({ src, alt, caption }) =>
      `<figure><img src="${escapeAttribute(src)}" alt="${escapeAttribute(alt ?? "")}">${caption ? `<figcaption>${caption}</figcaption>` : ""}</figure>`,
  );
  return `<div class="gallery">${figures.join("\n")}</div>`;
}

const listOf = (attributes: ReadonlyMap<string, string>, uploads: Uploads) =>
  (attributes.get("ids") ?? attributes.get("include") ?? "").split(/[\s,]+/).flatMap((id) => uploads.ofId(id) ?? []);

const embedded = (url: string): string => `<iframe src="${escapeAttribute(url.replace(/&amp;/g, "&"))}"></iframe>`;

function player(tag: "audio" | "video", { attributes, inside }: Found): string {
  const keys = ["src", "mp3", "m4a", "ogg", "wav", "flac", "mp4", "m4v", "webm", "ogv", "wmv", "flv", "0"];
  const src = keys.map((key) => attributes.get(key)).find((value) => value) ?? inside.trim();
  return `<${tag} src="${escapeAttribute(src)}"></${tag}>`;
}
