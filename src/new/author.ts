import type { Registries } from "../content/registries.ts";
import { authorUrl } from "../model/urls.ts";
import { refuseTaken, slugFor } from "./address.ts";
import { markdownOf, oneLine } from "./front-matter-text.ts";
import { readBack } from "./read-back.ts";
import type { Outcome } from "./story.ts";

/** What is said of a new author. */
export interface AuthorWanted {
  readonly name?: string | undefined;
  /** `person`, which it is when left out, or `organisation`. */
  readonly type?: string | undefined;
  readonly role?: string | undefined;
  readonly slug?: string | undefined;
}

/** A new author, whose biography is still to be written. */
export async function newAuthor(
  wanted: AuthorWanted,
  root: string,
  registries: Registries,
): Promise<Outcome<"name" | "slug">> {
  const refused: string[] = [];
  const refuse = (why: string) => void refused.push(why);
  const name = oneLine(wanted.name ?? "");
  const slug = slugFor(name, wanted.slug, refuse);
  if (name === "") return { missing: ["name"], refused };
  if (!slug) return { missing: refused.length > 0 ? [] : ["slug"], refused };
  const path = `authors/${slug}.md`;
  const text = markdownOf({ name, type: wanted.type ?? "person", role: oneLine(wanted.role ?? "") || undefined });
  await refuseTaken(root, path, registries, refuse);
  readBack("author", path, text, registries.settings.timeZone, refuse);
  return { missing: [], refused, ...(refused.length === 0 ? { file: { path, url: authorUrl(slug), text } } : {}) };
}
