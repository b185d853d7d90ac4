import { textIn } from "./field-values.ts";

/** One author as front matter names them. */
export interface NamedAuthor {
  readonly id: string;
  readonly name: string;
  readonly website?: string | undefined;
  readonly biography?: string | undefined;
  readonly picture?: string | undefined;
}

/** Characters of a name. */
const LONGEST = 500;

/** Without an e-mail address: `Ann Example <ann@example.com>` is Ann Example. */
const withoutMail = (name: string): string =>
  name
    .slice(0, LONGEST)
    .replace(/[<(]?\s*[^\s<>()@]+@[^\s<>()@]+\s*[>)]?/g, " ")
    .replace(/\s+/g, " ")
    .trim();

/** The id by which the same author is known however a story spells the case. */
export const authorId = (name: string): string =>
  name
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\s_-]+/g, "-");

/** Authors of a field: a name, a list of names or of mappings, or names with commas or "and" between them. */
export function authorsIn(value: unknown): NamedAuthor[] {
  if (Array.isArray(value)) return value.flatMap(authorsIn);
  if (value instanceof Map) return authorIn(value);
  const text = textIn(value);
  if (text === undefined) return [];
  return text
    .split(/\s*[,;&]\s*|\s+and\s+/)
    .map(withoutMail)
    .filter((name) => name !== "")
    .map((name) => ({ id: authorId(name), name }));
}

/** Of a mapping only what an author's page shows is taken; e-mail addresses are not. */
export function authorIn(map: ReadonlyMap<unknown, unknown>, key?: string): NamedAuthor[] {
  const text = (...names: string[]) => names.map((name) => textIn(map.get(name))).find((found) => found !== undefined);
  const name = withoutMail(text("name", "display_name", "title", "label", "id", "slug") ?? key ?? "");
  if (name === "") return [];
  const website = text("url", "website", "web", "link", "homepage", "uri");
  return [
    {
      id: authorId(key ?? name),
      name,
      website: website && /^https?:/.test(website) ? website : undefined,
      biography: text("bio", "biography", "description", "about"),
      picture: text("avatar", "image", "picture", "photo"),
    },
  ];
}
