import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { z } from "zod";
import { ADVICE_RULES } from "../../prose/advice.ts";
import { articleSchema } from "../article.ts";
import { authorSchema } from "../author.ts";
import { commentSchema } from "../comment.ts";
import { frontSchema } from "../front.ts";
import { pageSchema } from "../page.ts";
import { seriesSchema } from "../series.ts";
import { settingsSchema } from "../settings.ts";
import { tagsSchema } from "../tags.ts";
import { type FieldComments, fieldComments } from "./field-comments.ts";
import { type JsonSchema, jsonSchemaOf } from "./json-schema.ts";

/** The words that a site has for its own things. */
export interface SiteNames {
  /** Slugs. */
  readonly authors: readonly string[];
  readonly sections: readonly string[];
  readonly series: readonly string[];
  readonly tags: readonly { readonly slug: string; readonly name: string; readonly aliases: readonly string[] }[];
  /** Files of the newest stories. */
  readonly stories: readonly string[];
}

/** What files of a kind are described by. */
interface Kind {
  readonly title: string;
  readonly schema: z.ZodType;
  readonly comments: FieldComments;
}

const sourceOf = (file: string) => readFileSync(new URL(`../${file}.ts`, import.meta.url), "utf8");
const commentsOf = (file: string) => fieldComments(sourceOf(file), `${file}Schema`);

/** The kinds of file that a writer edits; a zone of any name accepts the same texts. */
const KINDS = {
  article: () => ({ title: "A story", schema: articleSchema("UTC"), comments: commentsOf("article") }),
  author: () => ({ title: "An author", schema: authorSchema, comments: commentsOf("author") }),
  page: () => ({ title: "A page", schema: pageSchema, comments: commentsOf("page") }),
  comment: () => ({ title: "A reader's reply", schema: commentSchema("UTC"), comments: commentsOf("comment") }),
  settings: () => ({ title: "The settings", schema: settingsSchema, comments: settingsComments() }),
  tags: () => ({ title: "The tags", schema: tagsSchema, comments: commentsOf("tags") }),
  series: () => ({ title: "The series", schema: seriesSchema, comments: commentsOf("series") }),
  front: () => ({ title: "The front page", schema: frontSchema("UTC"), comments: commentsOf("front") }),
} as const satisfies Record<string, () => Kind>;

export type SchemaName = keyof typeof KINDS;
export const SCHEMA_NAMES = Object.keys(KINDS) as SchemaName[];

function settingsComments(): FieldComments {
  const theme = [...commentsOf("theme")].filter(([path]) => path !== "");
  return new Map([...commentsOf("settings"), ...theme.map(([path, text]) => [`theme.${path}`, text] as const)]);
}

const known = new Map<SchemaName, Plain>();

interface Plain extends Omit<Kind, "schema"> {
  readonly json: JsonSchema;
}

/** What is the same for every site takes longer than the rest. */
function withoutWords(name: SchemaName): Plain {
  const before = known.get(name);
  if (before) return before;
  const { title, schema, comments } = KINDS[name]();
  const plain = { title, comments, json: jsonSchemaOf(schema) };
  known.set(name, plain);
  return plain;
}

/** A JSON Schema for each kind of file, in which the site's own words are there to choose from. */
export function editorSchemas(names: SiteNames): Readonly<Record<SchemaName, JsonSchema>> {
  const story = storyOf(names.stories);
  const words: Partial<Record<SchemaName, Readonly<Record<string, JsonSchema>>>> = {
    article: {
      author: wordsOf(names.authors),
      section: wordsOf(names.sections),
      series: wordsOf(names.series),
      tags: inAnyCase(
        names.tags.flatMap(({ name, aliases }) => [name, ...aliases]),
        names.tags.map(({ slug }) => slug),
      ),
    },
    settings: { ignoreAdvice: wordsOf(ADVICE_RULES) },
    front: { "lead.story": story, order: story, "banner.story": story },
  };
  const made = SCHEMA_NAMES.map((name) => {
    const { title, json: plain, comments } = withoutWords(name);
    const json = described(plain, comments, words[name] ?? {}, "");
    // What more it says is for those who change the schema.
    const description = comments.get("")?.replace(/(?<=\.) .*$/, "");
    return [name, { ...json, title, ...(description ? { description } : {}) }] as const;
  });
  return Object.fromEntries(made) as Record<SchemaName, JsonSchema>; // each of SCHEMA_NAMES is in it
}

/** The schema with what its fields' comments say, and with `words` where a field takes words of the site. */
function described(
  json: JsonSchema,
  comments: FieldComments,
  words: Readonly<Record<string, JsonSchema>>,
  path: string,
): JsonSchema {
  const inside = (one: JsonSchema) => described(one, comments, words, path);
  const { properties, items, anyOf } = json;
  const own = words[path];
  if (own && !items && !anyOf) {
    const { type: _type, examples: _examples, errorMessage: _message, ...rest } = json;
    return Object.keys(own).length > 0 ? { ...rest, ...own } : json;
  }
  return {
    ...json,
    ...(items ? { items: inside(items) } : {}),
    ...(anyOf ? { anyOf: anyOf.map(inside) } : {}),
    ...(properties
      ? {
          properties: Object.fromEntries(
            Object.entries(properties).map(([name, field]) => {
              const at = path === "" ? name : `${path}.${name}`;
              const description = comments.get(at);
              return [name, { ...described(field, comments, words, at), ...(description ? { description } : {}) }];
            }),
          ),
        }
      : {}),
  };
}

/** One of these words; nothing is said where the site has none. */
const wordsOf = (words: readonly string[]): JsonSchema =>
  words.length === 0 ? {} : { enum: words.flatMap(asWritten) };

/** A word, and what it is to an editor where it is not in quotes: `5` a number, `yes` a text. */
const asWritten = (word: string): unknown[] => {
  const read: unknown = parse(word);
  return typeof read === "number" || typeof read === "boolean" ? [word, read] : [word];
};

/** One of some words, offered as they are written here, or of others that go without saying; all taken in any case. */
function inAnyCase(offered: readonly string[], others: readonly string[]): JsonSchema {
  if (offered.length === 0) return {};
  const pattern = [...offered, ...others].map((word) => [...word].map(anyCase).join("")).join("|");
  return { anyOf: [wordsOf(offered), { type: "string", pattern: `^\\s*(?:${pattern})\\s*$` }] };
}

function anyCase(letter: string): string {
  if (/\s/.test(letter)) return "\\s+";
  const forms = new Set([letter, letter.toLowerCase(), letter.toUpperCase()].filter((form) => [...form].length === 1));
  const escaped = [...forms].map((form) => form.replace(/[\\^$.*+?()[\]{}|/]/, "\\$&"));
  return escaped.length === 1 ? escaped.join("") : `[${escaped.join("")}]`;
}

/** One of these stories, or an older one. */
const storyOf = (stories: readonly string[]): JsonSchema => ({
  anyOf: [wordsOf(stories), { type: "string", pattern: "^\\s*articles/\\d{4}/\\d{2}/[^/]+\\.md\\s*$" }],
});
