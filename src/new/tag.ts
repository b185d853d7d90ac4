import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isSeq, parseDocument, stringify } from "yaml";
import type { Registries } from "../content/registries.ts";
import { decode } from "../content/source.ts";
import { readTags } from "../content/tags.ts";
import type { Slug } from "../model/slugs.ts";
import { tagUrl } from "../model/urls.ts";
import { slugFor } from "./address.ts";
import { oneLine } from "./front-matter-text.ts";
import type { Refuse } from "./look-up.ts";
import type { Outcome } from "./story.ts";

/** What is said of a new tag. */
export interface TagWanted {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  /** Other words for it, one by one or with commas between. */
  readonly aliases: readonly string[];
  readonly slug?: string | undefined;
}

export const TAGS = "tags.yaml";

/** What `tags.yaml` holds now; empty where there is none. */
export async function textOfTags(root: string): Promise<string> {
  return readFile(join(root, TAGS), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
}

/** The registry with a tag more, and every byte of what it held before: comments too. */
export async function newTag(
  wanted: TagWanted,
  before: string,
  { tags }: Registries,
): Promise<Outcome<"name" | "slug">> {
  const refused: string[] = [];
  const refuse = (why: string) => void refused.push(why);
  const name = oneLine(wanted.name ?? "");
  const aliases = wanted.aliases
    .flatMap((one) => one.split(","))
    .map(oneLine)
    .filter((word) => word !== "");
  const slug = slugFor(name, wanted.slug, refuse);
  if (name === "") return { missing: ["name"], refused };
  if (!slug) return { missing: refused.length > 0 ? [] : ["slug"], refused };
  for (const word of new Set([name, slug, ...aliases])) {
    const known = tags.find(word);
    if (known) refuse(`"${word}" is a word for the tag "${known.name}" already.`);
  }
  const entry = { slug, name, description: oneLine(wanted.description ?? "") || undefined, aliases };
  const text = refused.length === 0 ? withEntry(before, entry, refuse) : undefined;
  if (text !== undefined) refuseMisread(text, name, slug, tags.tags.length + 1, refuse);
  const file = { path: TAGS, url: tagUrl(slug), text: text ?? "" };
  return { missing: [], refused, ...(refused.length === 0 ? { file } : {}) };
}

interface Entry {
  readonly slug: Slug;
  readonly name: string;
  readonly description: string | undefined;
  readonly aliases: readonly string[];
}

/** Puts an entry behind the last one, indented as they are and with their line ends. */
function withEntry(before: string, entry: Entry, refuse: Refuse): string | undefined {
  const { contents } = parseDocument(before, { schema: "failsafe" });
  const end = before.includes("\r\n") ? "\r\n" : "\n";
  const isBracketed = isSeq(contents) && contents.flow === true;
  if (isBracketed && contents.items.length > 0) {
    refuse(`${TAGS} has its list in brackets; add the tag there, or give every tag lines of its own.`);
    return undefined;
  }
  const [from = 0] = contents?.range ?? [];
  const indent = isSeq(contents) && !isBracketed ? from - (before.lastIndexOf("\n", from - 1) + 1) : 0;
  const added = printEntry(entry, " ".repeat(indent)).replaceAll("\n", end);
  // An empty list in brackets gives its place up.
  const kept = isBracketed
    ? before.slice(0, from) + before.slice(contents.range?.[1] ?? from).replace(/^[ \t]*\r?\n/, "")
    : before;
  return `${kept}${kept === "" || kept.endsWith("\n") ? "" : end}${added}`;
}

function printEntry({ slug, name, description, aliases }: Entry, indent: string): string {
  const plain = (text: string) => stringify(text, { lineWidth: 0, doubleQuotedAsJSON: true }).trimEnd();
  const inList = (words: readonly string[]) =>
    stringify(words, { lineWidth: 0, collectionStyle: "flow", flowCollectionPadding: false }).trimEnd();
  const lines = [
    `- slug: ${plain(slug)}`,
    `  name: ${plain(name)}`,
    ...(description === undefined ? [] : [`  description: ${plain(description)}`]),
    ...(aliases.length === 0 ? [] : [`  aliases: ${inList(aliases)}`]),
  ];
  return lines.map((line) => `${indent}${line}\n`).join("");
}

/** What would be read of the new text: the tags that there were, and one more. */
function refuseMisread(text: string, name: string, slug: Slug, count: number, refuse: Refuse): void {
  let sound = true;
  const report = ({ what, fix }: { what: string; fix: string }) => {
    sound = false;
    refuse(`${what} ${fix}`);
  };
  const source = decode(TAGS, TAGS, Buffer.from(text), report);
  const read = source && readTags(source, report);
  if (!sound) return;
  if (read?.tags.length !== count || read.tags.at(-1)?.slug !== slug || read.find(name)?.slug !== slug) {
    refuse(`${TAGS} is written in a way in which nothing can be added at its end; add the tag by hand.`);
  }
}
