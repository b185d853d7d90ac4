import type { ReadOldSite } from "../formats.ts";
import type { OldAuthor, OldItem, OldOther, OldTerm } from "../old-site.ts";
import { routesIn } from "./addresses.ts";
import { authorData } from "./author-data.ts";
import { authorsIn, type NamedAuthor } from "./byline.ts";
import { directoryData } from "./directory-data.ts";
import { type OldFolder, openFolder } from "./folder.ts";
import { type ReadFile, readFileOf } from "./read-file.ts";
import { systemOf } from "./system.ts";
import { textFrom } from "./text.ts";
import { type OtherFile, type TextFile, textOrOther } from "./text-files.ts";
import { FilesByName } from "./texts-by-path.ts";

/**
 * Opens the folder of a site that Jekyll, Hugo, Astro or Eleventy have made, or any folder of Markdown. Nothing in it is
 * run, and nothing outside it is read. Its texts are read once for their names and addresses, and again as items.
 */
export const readMarkdownFolder: ReadOldSite = async ({ path, url, now, progress }) => {
  const folder = await openFolder(path);
  const found = await systemOf(folder);
  const system = { ...found, url: url ?? found.url };
  const sorted = [...folder.files].map((file) => textOrOther(file, system)).filter((one) => one !== undefined);
  const texts = sorted.filter((one): one is TextFile => "slug" in one);
  const others = sorted.filter((one): one is OtherFile => !("slug" in one));
  const data = await directoryData(folder, system);
  const given = {
    folder,
    system,
    now,
    routes: routesIn(folder.files),
    data: data.fieldsOf,
    authors: authorsIn(system.settings.get("author")),
  };
  const byName = new FilesByName(folder.files, system.root);
  const authors = new Map<string, NamedAuthor>();
  const terms = new Map<string, OldTerm>();
  for (const [index, text] of texts.entries()) {
    const file = await readFileOf(text, given);
    if (!("why" in file)) {
      byName.add(text.file, file.urls[0]);
      for (const author of file.authors) authors.set(author.id, authors.get(author.id) ?? author);
      for (const term of termsOf(file)) terms.set(term.id, term);
    }
    if (index % 50 === 0) progress(index / texts.length);
  }
  for (const author of await authorData(folder)) if (authors.has(author.id)) authors.set(author.id, author);
  const isUnread = new Set(data.read);
  const listed = [...others.filter(({ file }) => !isUnread.has(file)), ...linksOf(folder)];
  return {
    title: system.title,
    url: system.url,
    language: system.language,
    authors: [...authors.values()].map(authorOf),
    terms: [...terms.values()],
    notes: [...system.notes, ...data.notes],
    async *items(): AsyncGenerator<OldItem> {
      for (const [index, text] of texts.entries()) {
        const file = await readFileOf(text, given);
        yield "why" in file
          ? other({ file: text.file, what: `a text that cannot be read: ${file.why}` }, folder, file.line)
          : textFrom(text, file, given, byName);
        if (index % 50 === 0) progress(index / texts.length);
      }
      for (const one of listed) yield other(one, folder);
      progress(1);
    },
    addressOf: (href, from) => byName.addressOfLink(href, below(folder, from)),
    media: { folder: path, pathsOf: (src, from) => byName.picturesAt(src, below(folder, from)) },
  };
};

const below = ({ path }: OldFolder, shown: string): string =>
  shown.startsWith(`${path}/`) ? shown.slice(path.length + 1) : shown;

const linksOf = ({ links }: OldFolder): OtherFile[] =>
  links.map((file) => ({ file, what: "a symbolic link or the like, which is not followed" }));

const other = ({ file, what }: OtherFile, { path }: OldFolder, line?: number): OldOther => ({
  kind: "other",
  id: file,
  place: { file: `${path}/${file}`, at: line === undefined ? undefined : { line, column: 1, length: 1 } },
  what,
  title: file,
});

function termsOf({ said, terms }: ReadFile): OldTerm[] {
  const names = [...said.categories.map((name) => ["category", name]), ...said.tags.map((name) => ["tag", name])];
  return names.map(
    ([taxonomy = "", name = ""], index): OldTerm => ({ taxonomy, id: terms[index] ?? "", name, urls: [] }),
  );
}

function authorOf({ id, name, website, biography, picture }: NamedAuthor): OldAuthor {
  return {
    id,
    name,
    website,
    biography: biography === undefined ? undefined : { format: "markdown", text: biography },
    picture: picture === undefined ? undefined : { src: picture },
    urls: [],
  };
}
