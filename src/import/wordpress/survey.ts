import { slugFrom } from "../../model/slugs.ts";
import type { OldAuthor, OldTerm } from "../old-site.ts";
import { metaOf, textIn } from "./fields.ts";
import { postType } from "./item.ts";
import { Uploads } from "./uploads.ts";
import { type Group, isGroup } from "./wxr.ts";

/** What sorts nothing that readers see. */
const INNER_TAXONOMIES = new Set([
  "author",
  "nav_menu",
  "post_format",
  "link_category",
  "wp_theme",
  "wp_template_part_area",
  "wp_pattern_category",
]);

export const isShownTaxonomy = (taxonomy: string): boolean => !INNER_TAXONOMIES.has(taxonomy);

/** One id for a term, wherever it is named. */
export const termId = (taxonomy: string, slug: string): string =>
  taxonomy === "category" ? slug : `${taxonomy}:${slug}`;

/** What is taken down of an export when it is first read. */
export class WordPressSurvey {
  readonly uploads = new Uploads();
  /** Blocks that several texts share, by their ids. */
  readonly reusable = new Map<string, string>();
  readonly #fields = new Map<string, string>();
  readonly #terms = new Map<string, OldTerm>();
  readonly #users: Group[] = [];
  readonly #guests: Group[] = [];
  readonly #creators = new Set<string>();

  field = (name: string): string | undefined => this.#fields.get(name);

  add(part: Group): void {
    if (part.name === "wp:author") this.#users.push(part);
    else if (part.name === "item") this.#addItem(part);
    else if (isGroup(part.name)) this.#addTerm(part);
    else if (part.text.trim() !== "" && !this.#fields.has(part.name)) this.#fields.set(part.name, part.text.trim());
  }

  #addItem(item: Group): void {
    const type = postType(item);
    if (type === "attachment") this.uploads.add(item);
    if (type === "guest-author") this.#guests.push(item);
    if (type === "wp_block") this.reusable.set(textIn(item, "wp:post_id"), textIn(item, "content:encoded"));
    if (type !== "post" && type !== "page") return;
    this.#creators.add(textIn(item, "dc:creator"));
    for (const group of item.groups) {
      const { domain = "", nicename = "" } = group.attributes;
      if (group.name !== "category" || domain === "") continue;
      if (domain === "author") this.#creators.add(coAuthor(nicename, group.text));
      else if (isShownTaxonomy(domain)) this.#keepTerm({ taxonomy: domain, slug: nicename, name: group.text.trim() });
    }
  }

  #addTerm(part: Group): void {
    const prefix = part.name === "wp:term" ? "wp:term" : part.name === "wp:tag" ? "wp:tag" : "wp:cat";
    const taxonomy =
      part.name === "wp:category" ? "category" : part.name === "wp:tag" ? "post_tag" : textIn(part, "wp:term_taxonomy");
    const slug = textIn(part, part.name === "wp:category" ? "wp:category_nicename" : `${prefix}_slug`);
    const description = textIn(part, part.name === "wp:category" ? "wp:category_description" : `${prefix}_description`);
    if (isShownTaxonomy(taxonomy))
      this.#keepTerm({ taxonomy, slug, name: textIn(part, `${prefix}_name`), description });
  }

  #keepTerm({
    taxonomy,
    slug,
    name,
    description,
  }: {
    taxonomy: string;
    slug: string;
    name: string;
    description?: string;
  }): void {
    const id = termId(taxonomy, slug);
    if (this.#terms.has(id)) return;
    this.#terms.set(id, { taxonomy, id, name: name || slug, slug, description: description || undefined, urls: [] });
  }

  /** With the addresses that their pages have unless the site was set up otherwise. */
  terms(url: string | undefined): OldTerm[] {
    const base: Readonly<Record<string, string>> = { category: "category", post_tag: "tag" };
    return [...this.#terms.values()].map((term) => {
      const folder = base[term.taxonomy];
      return folder === undefined || !url
        ? term
        : { ...term, urls: [`${url.replace(/\/+$/, "")}/${folder}/${term.slug}/`] };
    });
  }

  /** Everybody whom a text names, users and guests, each once. */
  authors(url: string | undefined): { readonly all: OldAuthor[]; readonly idOf: (written: string) => string } {
    const all = new Map<string, OldAuthor>();
    const ids = new Map<string, string>();
    const keep = (author: OldAuthor, names: readonly string[]) => {
      if (!all.has(author.id)) all.set(author.id, author);
      for (const name of names) if (name !== "" && !ids.has(plain(name))) ids.set(plain(name), author.id);
    };
    const pageOf = (slug: string) => (url ? [`${url.replace(/\/+$/, "")}/author/${slug}/`] : []);
    for (const user of this.#users) {
      const id = textIn(user, "wp:author_login");
      const full = `${textIn(user, "wp:author_first_name")} ${textIn(user, "wp:author_last_name")}`.trim();
      const name = textIn(user, "wp:author_display_name") || full || id;
      const slug = slugFrom(id) ?? id;
      keep({ id, name, slug, urls: pageOf(slug) }, [id, slug]);
    }
    for (const guest of this.#guests) {
      const slug = textIn(guest, "wp:post_name").replace(/^cap-/, "") || metaOf(guest, "cap-user_login");
      const linked = metaOf(guest, "cap-linked_account");
      if (linked && ids.has(plain(linked))) {
        ids.set(plain(slug), ids.get(plain(linked)) ?? linked);
        continue;
      }
      const biography = metaOf(guest, "cap-description");
      keep(
        {
          id: slug,
          name: metaOf(guest, "cap-display_name") || textIn(guest, "title") || slug,
          slug,
          website: metaOf(guest, "cap-website") || undefined,
          biography: biography ? { format: "html", text: biography } : undefined,
          urls: pageOf(slug),
        },
        [slug, metaOf(guest, "cap-user_login")],
      );
    }
    for (const creator of this.#creators) {
      if (creator !== "" && !ids.has(plain(creator)))
        keep({ id: creator, name: creator, slug: slugFrom(creator), urls: [] }, [creator]);
    }
    return { all: [...all.values()], idOf: (written) => ids.get(plain(written)) ?? written };
  }
}

/** Whom a term of Co-Authors Plus means. */
export const coAuthor = (nicename: string, name: string): string => nicename.replace(/^cap-/, "") || name.trim();

const plain = (name: string): string => slugFrom(name) ?? name.toLowerCase();
