import type { Registries } from "../content/registries.ts";
import { slugFor } from "./address.ts";
import type { AuthorWanted } from "./author.ts";
import type { StoryWanted } from "./story.ts";
import type { TagWanted } from "./tag.ts";
import type { Asker, Choice } from "./terminal.ts";

/** Says what is wrong with what has been answered so far; undefined when nothing is. */
type Check<Wanted> = (wanted: Wanted) => Promise<string | undefined>;

/** A story with all that a writer can say of it, asked for where nothing was said and there is a choice. */
export async function askStory(
  wanted: StoryWanted,
  { authors, settings: { sections }, tags: { tags } }: Registries,
  check: Check<StoryWanted>,
  ask: Asker,
): Promise<StoryWanted> {
  const named = await nameAndSlug("Headline", wanted.headline, wanted.slug, ask, (headline, slug) =>
    check({ ...wanted, headline, slug }),
  );
  const author =
    wanted.authors.length > 0 || authors.length === 1
      ? wanted.authors
      : [await ask.one("Author", authors.map(choiceOf))];
  const section =
    wanted.section ?? (sections.length === 1 ? undefined : await ask.one("Section", sections.map(choiceOf)));
  const topics =
    wanted.tags.length > 0 || tags.length === 0 ? wanted.tags : await ask.some("Topics", tags.map(topicOf));
  const summary = wanted.summary ?? (await ask.more("Summary, in one or two sentences"));
  return { ...wanted, headline: named.name, slug: named.slug, authors: author, section, tags: topics, summary };
}

/** Found by its other words too. */
const topicOf = ({ slug, name, aliases }: Registries["tags"]["tags"][number]): Choice => ({
  value: slug,
  label: name,
  hint: [slug, ...aliases].join(", "),
});

/** An author with all that is said of one. */
export async function askAuthor(wanted: AuthorWanted, check: Check<AuthorWanted>, ask: Asker): Promise<AuthorWanted> {
  const named = await nameAndSlug("Name, as in the byline", wanted.name, wanted.slug, ask, (name, slug) =>
    check({ ...wanted, name, slug }),
  );
  const type = wanted.type ?? (await ask.oneOfFew("Who is it?", TYPES));
  const role = wanted.role ?? (await ask.more("Role, such as Reporter"));
  return { ...named, type, role };
}

const TYPES: Choice[] = [
  { value: "person", label: "A person" },
  { value: "organisation", label: "A desk or an agency" },
];

/** A tag with all that is said of one. */
export async function askTag(wanted: TagWanted, check: Check<TagWanted>, ask: Asker): Promise<TagWanted> {
  const named = await nameAndSlug("Name of the topic", wanted.name, wanted.slug, ask, (name, slug) =>
    check({ ...wanted, name, slug }),
  );
  const description = wanted.description ?? (await ask.more("What it is, in a sentence"));
  const aliases =
    wanted.aliases.length > 0 ? wanted.aliases : [await ask.more("Other words for it, with commas between")];
  return { ...named, description, aliases };
}

async function nameAndSlug(
  message: string,
  givenName: string | undefined,
  givenSlug: string | undefined,
  ask: Asker,
  check: (name: string, slug: string | undefined) => Promise<string | undefined>,
): Promise<{ name: string; slug: string | undefined }> {
  const name = givenName ?? (await ask.line(message, async (line) => needed(line) ?? check(line, givenSlug)));
  if (givenSlug !== undefined || slugFor(name, undefined, () => {})) return { name, slug: givenSlug };
  const slug = await ask.line("Its address, in letters and digits", async (line) => needed(line) ?? check(name, line));
  return { name, slug };
}

const needed = (line: string): string | undefined => (line.trim() === "" ? "It needs one." : undefined);

const choiceOf = ({ slug, name }: { readonly slug: string; readonly name: string }): Choice =>
  slug === name ? { value: slug, label: slug } : { value: slug, label: name, hint: slug };
