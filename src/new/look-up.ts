import { nearest } from "../content/did-you-mean.ts";
import type { Registries } from "../content/registries.ts";
import { caseless, type Slug } from "../model/slugs.ts";

/** Takes down, in words, why something cannot be made. */
export type Refuse = (why: string) => void;

interface Named {
  readonly slug: Slug;
  readonly name: string;
}

/** The one that a person means by its slug or its name, in any case. */
function named<One extends Named>(written: string, all: readonly One[]): One | undefined {
  const word = caseless(written.trim());
  return all.find(({ slug }) => caseless(slug) === word) ?? all.find(({ name }) => caseless(name) === word);
}

/** The slug of an author, a section or a series; refused with the one that was meant. `what` is its word. */
export function slugOf(written: string, what: string, all: readonly Named[], otherwise: string, refuse: Refuse) {
  const found = named(written, all);
  if (!found) {
    const slugs = all.map(({ slug }) => slug);
    const near = nearest(written, [...slugs, ...all.map(({ name }) => name)]);
    const meant = near === undefined ? undefined : named(near, all);
    const few = choice(slugs, "");
    const fix = meant ? `Did you mean "${meant.slug}"?` : few ? `There are ${few}.` : otherwise;
    refuse(`There is no ${what} "${written}". ${fix}`);
  }
  return found?.slug;
}

/** As many as a line can name. */
const FEW = 12;

/** What there is to choose from, when it is little. */
export const choice = (words: readonly string[], otherwise: string): string =>
  words.length > 0 && words.length <= FEW ? words.join(", ") : otherwise;

/** The names of tags that are given by name, slug or alias, one by one or with commas between. */
export function tagsOf(written: readonly string[], { tags }: Registries, refuse: Refuse): string[] {
  const words = written.flatMap((one) => (tags.find(one.trim()) ? [one] : one.split(","))).map((word) => word.trim());
  const found = words
    .filter((word) => word !== "")
    .flatMap((word) => {
      const tag = tags.find(word);
      if (tag) return [tag.name];
      const near = nearest(word, tags.words);
      const fix = near ? `Did you mean "${near}"?` : "Add it with: npm run new -- tag, or choose one that is there.";
      refuse(`There is no tag "${word}". ${fix}`);
      return [];
    });
  return [...new Set(found)];
}

/** The slugs of authors, one by one or with commas between. */
export function authorsOf(written: readonly string[], { authors }: Registries, refuse: Refuse): Slug[] {
  const words = written.flatMap((one) => one.split(",")).map((word) => word.trim());
  const found = words
    .filter((word) => word !== "")
    .flatMap((word) => slugOf(word, "author", authors, "Make one with: npm run new -- author.", refuse) ?? []);
  return [...new Set(found)];
}
