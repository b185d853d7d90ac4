import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isMap, isScalar, isSeq, parseDocument, stringify } from "yaml";
import { caseless, type Slug } from "../model/slugs.ts";
import { replaceWhole } from "../whole-file.ts";
import type { Existing } from "./existing.ts";
import type { Finding } from "./findings.ts";
import type { OldTerm } from "./old-site.ts";

/** A section or a tag that the newspaper does not have yet. */
export interface NewEntry {
  readonly slug: Slug;
  readonly name: string;
  readonly description?: string | undefined;
  readonly formerly: readonly string[];
}

/** Adds sections to `settings.yaml` and tags to `tags.yaml`; what stands there, comments too, stays as it is. */
export async function addToRegistries(
  existing: Existing,
  sections: readonly NewEntry[],
  tags: readonly NewEntry[],
): Promise<void> {
  if (sections.length > 0) {
    const path = join(existing.root, "settings.yaml");
    const text = await readFile(path, "utf8");
    const entries = sections.map(({ slug, name, description, formerly }) => ({
      slug,
      name,
      description: description || name,
      ...(formerly.length > 0 ? { formerly } : {}),
    }));
    const added = withEntries(text, ["sections"], entries);
    await replaceWhole(path, added);
  }
  if (tags.length > 0) {
    const path = join(existing.root, "tags.yaml");
    const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return "";
      throw error;
    });
    const entries = tags.map(({ slug, name, description, formerly }) => ({
      slug,
      name,
      ...(description ? { description } : {}),
      ...(formerly.length > 0 ? { formerly } : {}),
    }));
    await replaceWhole(path, withEntries(text, [], entries));
  }
}

/** A YAML text with more entries at the end of one of its lists. */
export function withEntries(text: string, list: readonly string[], entries: readonly object[]): string {
  const document = parseDocument(text);
  if (list.length === 0 && document.contents === null) return `${text}${stringify(entries, { lineWidth: 0 })}`;
  const node = list.length === 0 ? document.contents : document.getIn(list, true);
  const first = isSeq(node) ? node.items[0] : undefined;
  const starts = isMap(first) || isScalar(first) ? first.range?.[0] : undefined;
  if (!isSeq(node) || node.flow || starts === undefined || !node.range) {
    for (const entry of entries) document.addIn(list, document.createNode(entry));
    return document.toString({ lineWidth: 0 });
  }
  // As deep as the list's own entries, which begin with a hyphen and a space.
  const column = starts - (text.lastIndexOf("\n", starts - 1) + 1);
  const hyphen = text.lastIndexOf("-", starts) - (text.lastIndexOf("\n", starts - 1) + 1);
  const indent = " ".repeat(Math.max(0, Math.min(hyphen, column)));
  const end = node.range[1];
  const before = text.slice(0, end);
  const added = stringify(entries, { lineWidth: 0 }).replace(/^(?=.)/gm, indent);
  return `${before}${before.endsWith("\n") ? "" : "\n"}${added}${text.slice(end).replace(/^\n/, "")}`;
}

/** The entries with names that no other tag has for a name, a slug or an alias; where it is taken, with the slug too. */
export function withOwnNames(existing: Existing, tags: readonly NewEntry[]): NewEntry[] {
  const known = existing.tags.tags.flatMap(({ slug, name, aliases }) => [slug, name, ...aliases]);
  const taken = new Set([...known, ...tags.map(({ slug }) => slug)].map(caseless));
  return tags.map((tag) => {
    const isOwn = caseless(tag.name) === tag.slug || !taken.has(caseless(tag.name));
    const name = isOwn ? tag.name : `${tag.name} (${tag.slug})`;
    taken.add(caseless(name));
    return { ...tag, name };
  });
}

export const descriptionOf = ({ description }: OldTerm): string | undefined =>
  description
    ?.replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 1000) || undefined;

/** The sections of an import that nobody has described yet. */
export async function undescribed(existing: Existing, slugs: ReadonlySet<string>): Promise<Finding[]> {
  const text = await readFile(join(existing.root, "settings.yaml"), "utf8");
  const document = parseDocument(text);
  const sections = document.get("sections");
  if (!isSeq(sections)) return [];
  return sections.items.flatMap((section): Finding[] => {
    if (!isMap(section) || !slugs.has(String(section.get("slug")))) return [];
    const name = String(section.get("name"));
    if (String(section.get("description")) !== name) return [];
    const line = text.slice(0, section.range?.[0] ?? 0).split("\n").length;
    const what = `The section "${name}" has its name for a description: say in a sentence what stands there.`;
    return [{ sort: "person", file: `${existing.shownRoot}/settings.yaml`, line, what }];
  });
}
