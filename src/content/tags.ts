import type { Tag } from "../model/newsroom.ts";
import { caseless, slugFrom } from "../model/slugs.ts";
import type { Report } from "./report.ts";
import { tagsSchema } from "./schema/tags.ts";
import { readSlug } from "./settings.ts";
import type { Source } from "./source.ts";
import { validate } from "./validate.ts";
import { readYaml, type YamlTree } from "./yaml.ts";

/** The registry of tags, and the words that writers may use for each. */
export interface TagRegistry {
  readonly tags: readonly Tag[];
  /** The tag that a word means: its name, slug or alias, in any case. */
  find(word: string): Tag | undefined;
  readonly words: readonly string[];
  /** What it was read from; undefined for a site without the file. */
  readonly written?: { readonly source: Source; readonly tree: YamlTree } | undefined;
}

/** `content/tags.yaml` as a registry. A word that two tags claim is a problem. */
export function readTags(source: Source, report: Report): TagRegistry | undefined {
  const tree = readYaml(source, 0, source.text.length, report);
  if (tree?.isEmpty) return noTags();
  const file = tree && validate(tagsSchema, tree, source, report);
  if (!tree || !file) return undefined;
  const byWord = new Map<string, Tag>();
  const tags: Tag[] = [];
  for (const [index, entry] of file.entries()) {
    const path = [index, entry.slug === undefined ? "name" : "slug"];
    const slug = readSlug(entry.slug ?? slugFrom(entry.name) ?? entry.name, path, tree, source, report);
    if (!slug) continue;
    const tag: Tag = {
      ...entry,
      slug,
      aliases: entry.aliases ?? [],
      timeline: entry.timeline ?? false,
      formerly: entry.formerly ?? [],
    };
    tags.push(tag);
    for (const word of [slug, tag.name, ...tag.aliases]) {
      const other = byWord.get(caseless(word));
      if (other && other !== tag) {
        const what = `"${word}" means two tags: "${other.name}" and "${tag.name}".`;
        report({
          severity: "error",
          file: source.shownAs,
          at: tree.spotOf(path),
          what,
          fix: "Keep it with one of them.",
        });
      }
      byWord.set(caseless(word), tag);
    }
  }
  return { ...registry(tags, byWord), written: { source, tree } };
}

/** What a site without `tags.yaml` has. */
export const noTags = (): TagRegistry => registry([], new Map());

function registry(tags: readonly Tag[], byWord: ReadonlyMap<string, Tag>): TagRegistry {
  return {
    tags,
    find: (word) => byWord.get(caseless(word)),
    words: tags.flatMap((tag) => [tag.name, ...tag.aliases]),
  };
}
