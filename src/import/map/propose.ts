import { caseless, isDevice, type Slug, slugFrom } from "../../model/slugs.ts";
import type { Existing } from "../existing.ts";
import type { OldAuthor, OldSite, OldTerm } from "../old-site.ts";
import { oneLine } from "../one-line.ts";
import type { Survey } from "../survey.ts";
import type { ImportMap, MappedAuthor, MappedTerm } from "./map.ts";

/** A front page and a menu hold no more. */
const MOST_SECTIONS = 8;
/** A category with fewer of the stories is a topic. */
const LEAST_SHARE = 0.03;

/** Which taxonomies sort a newspaper into its parts; whatever else there is are topics. */
const SECTIONS_OF_OLD = new Set(["category", "categories", "section"]);

/** What systems put a story into that nobody has sorted. */
const UNSORTED = /^(?:uncategori[sz]ed|unsorted|sin-categoria|non-classe|allgemein|未分类)$/;

/**
 * What an import would do by itself: the categories with the most stories are sections, the others and all tags are
 * tags. A section, a topic or an author that the newspaper has already, by slug or name, is the same one.
 */
export function proposeMap(site: OldSite, survey: Survey, existing: Existing): ImportMap {
  const { settings } = existing.settings;
  const sections = settings.sections;
  const stories = survey.texts.filter(({ kind }) => kind === "story").length;
  const use = (term: OldTerm) => survey.termUse.get(term.id) ?? 0;
  const candidates = site.terms
    .filter((term) => SECTIONS_OF_OLD.has(term.taxonomy) && use(term) >= Math.max(1, stories * LEAST_SHARE))
    .filter((term) => !UNSORTED.test(slugOf(term)))
    .sort((a, b) => use(b) - use(a));
  const made = new Set(candidates.slice(0, MOST_SECTIONS));
  const words = new Map<string, Slug>();
  const terms = site.terms.map((term): MappedTerm => {
    const { taxonomy, id } = term;
    const name = oneLine(term.name) || id;
    const same = sections.find((section) => isSame(section, term));
    if (same && SECTIONS_OF_OLD.has(taxonomy)) return { taxonomy, id, name, to: "section", slug: same.slug };
    if (UNSORTED.test(slugOf(term)) || use(term) === 0) return { taxonomy, id, name, to: "none", slug: slugOf(term) };
    if (made.has(term)) return { taxonomy, id, name, to: "section", slug: slugOf(term) };
    const slug =
      existing.tags.find(name)?.slug ??
      existing.tags.find(slugOf(term))?.slug ??
      words.get(caseless(name)) ??
      words.get(slugOf(term)) ??
      slugOf(term);
    // A category and a tag of one name are one topic.
    for (const word of [caseless(name), slug]) words.set(word, slug);
    return { taxonomy, id, name, to: "tag", slug };
  });
  const author = slugFrom(site.title ?? "") ?? slugFrom(settings.title) ?? ("newsroom" as Slug);
  return {
    section: terms.find(({ to }) => to === "section")?.slug ?? sections[0]?.slug ?? ("news" as Slug),
    author,
    terms,
    authors: numbered(site.authors.filter(({ id }) => survey.authorUse.has(id))),
  };
}

const slugOf = (named: { readonly slug?: string | undefined; readonly name: string; readonly id: string }): Slug => {
  const slug =
    slugFrom(decoded(named.slug ?? "")) ?? slugFrom(oneLine(named.name)) ?? slugFrom(named.id) ?? ("unnamed" as Slug);
  return isDevice(slug) ? (`${slug}-1` as Slug) : slug;
};

/** Old sites keep slugs of other scripts percent-encoded. */
export function decoded(slug: string): string {
  try {
    return decodeURIComponent(slug);
  } catch (error) {
    if (error instanceof URIError) return slug;
    throw error;
  }
}

const isSame = (ours: { readonly slug: Slug; readonly name: string }, old: OldTerm): boolean =>
  ours.slug === slugOf(old) || caseless(ours.name) === caseless(old.name);

/** Two people may have one name; none is taken for the other. */
function numbered(authors: readonly OldAuthor[]): MappedAuthor[] {
  const taken = new Set<string>();
  return authors.map(({ id, name, slug }) => {
    const shown = oneLine(name);
    const plain = slugOf({ id, name: shown, slug: slugFrom(shown) ? undefined : slug });
    let [unique, number] = [plain, 1];
    while (taken.has(unique)) unique = `${plain}-${++number}` as Slug;
    taken.add(unique);
    return { id, name: shown || id, slug: unique, type: "person" };
  });
}
