import type { OldComment, OldItem, OldNote, OldStatus, OldText } from "../old-site.ts";
import { withParagraphs } from "./autop.ts";
import { bodyOf } from "./body.ts";
import { dateOf, metaOf, metasOf, textIn } from "./fields.ts";
import { coAuthor, isShownTaxonomy, termId } from "./survey.ts";
import type { Uploads } from "./uploads.ts";
import type { Group } from "./wxr.ts";

/** What an item is read with. */
export interface WordPressContext {
  readonly file: string;
  readonly url: string | undefined;
  readonly uploads: Uploads;
  readonly reusable: ReadonlyMap<string, string>;
  readonly authorOf: (written: string) => string;
}

export const postType = (item: Group): string => textIn(item, "wp:post_type") || "post";

/** What an export's other items are, to a person. */
const OTHERS: Readonly<Record<string, string>> = {
  custom_css: "styles of the theme",
  customize_changeset: "settings of the theme",
  "guest-author": "a guest author, who has a file of their own if a text names them",
  nav_menu_item: "an entry of a menu",
  oembed_cache: "a kept embed",
  revision: "an earlier version of a text",
  wp_block: "a block that texts share, which stands in each now",
  wp_font_face: "a typeface",
  wp_font_family: "a typeface",
  wp_global_styles: "styles of the theme",
  wp_navigation: "a menu",
  wp_template: "a template of the theme",
  wp_template_part: "a part of the theme",
};

const STATUSES: Readonly<Record<string, OldStatus>> = {
  publish: "published",
  future: "scheduled",
  private: "private",
  trash: "trash",
};

/** One item of an export. */
export function itemOf(item: Group, context: WordPressContext): OldItem {
  const type = postType(item);
  const id = textIn(item, "wp:post_id") || textIn(item, "guid") || `line ${item.line}`;
  const place = placeAt(context.file, item.line);
  const title = textIn(item, "title");
  if (type !== "post" && type !== "page") {
    return { kind: "other", id, place, what: OTHERS[type] ?? `an item of the type "${type.slice(0, 60)}"`, title };
  }
  const written = textIn(item, "wp:status");
  const isLocked = textIn(item, "wp:post_password") !== "";
  const status: OldStatus = isLocked && written !== "trash" ? "password" : (STATUSES[written] ?? "draft");
  const body = bodyOf(item.fields.get("content:encoded")?.text ?? "", metaOf(item, "footnotes"), context);
  const categories = item.groups.filter(({ name }) => name === "category");
  const byCoAuthors = categories
    .filter(({ attributes }) => attributes["domain"] === "author")
    .map(({ attributes, text }) => context.authorOf(coAuthor(attributes["nicename"] ?? "", text)));
  const creator = textIn(item, "dc:creator");
  const authors = byCoAuthors.length > 0 ? byCoAuthors : creator === "" ? [] : [context.authorOf(creator)];
  const comments = item.groups.filter(({ name }) => name === "wp:comment");
  const replies = comments.filter((comment) => /^(?:|comment)$/.test(textIn(comment, "wp:comment_type")));
  const thumbnail = metaOf(item, "_thumbnail_id").trim();
  const picture = thumbnail === "" ? undefined : context.uploads.ofId(thumbnail);
  const notes: OldNote[] = [...body.notes];
  const note = (what: string, needsPerson: boolean) => void notes.push({ what, needsPerson });
  if (thumbnail !== "" && !picture) note(`Its picture (upload ${thumbnail}) is not in the export.`, true);
  if (textIn(item, "wp:is_sticky") === "1") note("It was sticky: front.yaml says what leads here.", false);
  if (written === "pending") note("It was waiting for review.", false);
  const others = comments.length - replies.length;
  if (others > 0) note(`${others} ${others === 1 ? "pingback was" : "pingbacks were"} left out.`, false);
  return {
    kind: type === "page" ? "page" : "story",
    id,
    place,
    title,
    slug: textIn(item, "wp:post_name") || undefined,
    urls: urlsOf(item),
    status,
    date: dateOf(item, "wp:post_date"),
    updated: dateOf(item, "wp:post_modified"),
    authors: [...new Set(authors)],
    terms: termsOf(categories),
    summary: textIn(item, "excerpt:encoded") || undefined,
    body: {
      format: "html",
      text: body.html,
      place: placeAt(context.file, item.fields.get("content:encoded")?.line ?? item.line),
    },
    picture,
    comments: replies.map((comment) => commentOf(comment)),
    notes,
  } satisfies OldText;
}

const placeAt = (file: string, line: number) => ({ file, at: { line, column: 1, length: 1 } });

/** Its address, those that it had before, and the one by its number. */
function urlsOf(item: Group): string[] {
  const link = textIn(item, "link");
  const before = metasOf(item, "_wp_old_slug").map((slug) => link.replace(/[^/]+(\/?)$/, `${slug}$1`));
  return [link, ...(/[?]/.test(link) ? [] : before), textIn(item, "guid")].filter((url) => url !== "");
}

function termsOf(categories: readonly Group[]): string[] {
  return categories.flatMap(({ attributes: { domain = "", nicename = "" } }) =>
    domain !== "" && isShownTaxonomy(domain) ? [termId(domain, nicename)] : [],
  );
}

/** Without what says who the reader is beyond the name under the reply. */
function commentOf(comment: Group): OldComment {
  const parent = textIn(comment, "wp:comment_parent");
  return {
    id: textIn(comment, "wp:comment_id"),
    parent: parent === "0" || parent === "" ? undefined : parent,
    name: textIn(comment, "wp:comment_author"),
    date: dateOf(comment, "wp:comment_date"),
    body: { format: "html", text: withParagraphs(textIn(comment, "wp:comment_content")) },
    isApproved: textIn(comment, "wp:comment_approved") === "1",
  };
}
