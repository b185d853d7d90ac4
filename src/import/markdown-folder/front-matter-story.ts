import type { OldNote, OldPicture, OldPlace, OldStatus } from "../old-site.ts";
import { authorsIn, type NamedAuthor } from "./byline.ts";
import { dateFrom } from "./dates.ts";
import { flagIn, shown, textIn, textsIn } from "./field-values.ts";
import type { Field } from "./front-matter.ts";
import { type Meaning, meaningOf } from "./known-fields.ts";

/** What front matter says of a story, whatever its fields are called. */
export interface SaidOfStory {
  readonly title: string | undefined;
  readonly date: string | undefined;
  readonly updated: string | undefined;
  readonly expires: string | undefined;
  readonly summary: string | undefined;
  readonly authors: readonly NamedAuthor[];
  readonly tags: readonly string[];
  readonly categories: readonly string[];
  readonly picture: OldPicture | undefined;
  readonly status: OldStatus;
  readonly slug: string | undefined;
  readonly address: string | undefined;
  readonly formerly: readonly string[];
  readonly language: string | undefined;
  readonly notes: readonly OldNote[];
}

/** Tags by which Eleventy's sites choose what is a post, and which no reader sees. */
const COLLECTIONS = new Set(["post", "posts", "blog", "all", "nav", "page", "pages", "article", "articles"]);

/** Reads the fields of a story; what none of them is understood to say is in the notes, with its line. */
export function saidIn(fields: readonly Field[], file: string, isEleventy: boolean, isJekyll: boolean): SaidOfStory {
  return new Reader(fields, file).read(isEleventy, isJekyll);
}

class Reader {
  readonly #by = new Map<Meaning, Field[]>();
  readonly #notes: OldNote[] = [];
  readonly #file: string;

  constructor(fields: readonly Field[], file: string) {
    this.#file = file;
    const known: { readonly field: Field; readonly meaning: Meaning; readonly rank: number }[] = [];
    for (const field of flattened(fields)) {
      const meant = meaningOf(field.key);
      if (meant) known.push({ field, ...meant });
      else this.#note(field, `The field ${field.key} was left out: ${shown(field.value)}`);
    }
    for (const { field, meaning } of known.toSorted((a, b) => a.rank - b.rank)) {
      this.#by.set(meaning, [...(this.#by.get(meaning) ?? []), field]);
    }
  }

  read(isEleventy: boolean, isJekyll: boolean): SaidOfStory {
    const tags = this.#all("tags").flatMap(({ value }) => textsIn(value, isJekyll));
    const collections = isEleventy ? tags.filter((tag) => COLLECTIONS.has(tag.toLowerCase())) : [];
    const [tagField] = this.#all("tags");
    if (tagField && collections.length > 0) {
      this.#note(tagField, `A tag that only sorts files was left out: ${collections.join(", ")}`);
    }
    const published = this.#all("published").find(({ value }) => flagIn(value) === undefined);
    const summaries = this.#texts("summary");
    for (const { field } of summaries.slice(1))
      this.#note(field, `A second summary was left out: ${shown(field.value)}`);
    return {
      title: this.#first("title"),
      date: this.#date("date") ?? (published && dateFrom(published.value)),
      updated: this.#date("updated"),
      expires: this.#date("expires"),
      summary: summaries[0]?.text,
      authors: uniqueById(this.#all("authors").flatMap(({ value }) => authorsIn(value))),
      tags: unique(tags.filter((tag) => !collections.includes(tag))),
      categories: unique(
        this.#all("categories").flatMap(({ value, key }) => textsIn(value, isJekyll && key === "categories")),
      ),
      picture: this.#picture(),
      status: this.#status(),
      slug: this.#first("slug")?.replace(/^\/|\/$/g, ""),
      address: this.#address(),
      formerly: this.#all("formerly").flatMap(({ value }) => textsIn(value)),
      language: this.#first("language"),
      notes: this.#notes,
    };
  }

  #all = (meaning: Meaning): readonly Field[] => this.#by.get(meaning) ?? [];

  #note({ line, file }: Field, what: string, needsPerson = false): void {
    const place: OldPlace = { file: file ?? this.#file, at: { line, column: 1, length: 1 } };
    this.#notes.push({ what, needsPerson, place });
  }

  #texts(meaning: Meaning): { readonly field: Field; readonly text: string }[] {
    return this.#all(meaning).flatMap((field) => {
      const text = textIn(field.value);
      if (text === undefined && field.value !== null && field.value !== "") {
        this.#note(field, `The field ${field.key} cannot be read: ${shown(field.value)}`, true);
      }
      return text === undefined ? [] : [{ field, text }];
    });
  }

  /** The others are listed: nobody knows which of them readers saw. */
  #first(meaning: Meaning): string | undefined {
    const [first, ...others] = this.#texts(meaning);
    for (const { field, text } of others) {
      if (text !== first?.text) this.#note(field, `The field ${field.key} was left out: ${shown(field.value)}`);
    }
    return first?.text;
  }

  #date(meaning: "date" | "updated" | "expires"): string | undefined {
    let found: string | undefined;
    for (const field of this.#all(meaning)) {
      if (field.value === null || field.value === "") continue;
      const date = dateFrom(field.value);
      if (date === undefined)
        this.#note(field, `The ${field.key} cannot be read, or may be two days: ${shown(field.value)}`, true);
      found ??= date;
    }
    return found;
  }

  /** A wrong guess would publish what was private: only a plain yes publishes, and only a plain no is open. */
  #status(): OldStatus {
    const closed = this.#all("private").some(({ value }) => flagIn(value) !== false && value !== null && value !== "");
    if (closed) return "password";
    if (this.#all("draft").some(({ value }) => flagIn(value) !== false && value !== null)) return "draft";
    if (this.#all("published").some(({ value }) => flagIn(value) === false)) return "draft";
    for (const field of this.#all("status")) {
      const status = textIn(field.value)?.toLowerCase() ?? "";
      if (/^(?:publish(?:ed)?|public|live|final|done|)$/.test(status)) continue;
      if (/^(?:private|hidden|members|paid|unlisted)$/.test(status)) return "private";
      if (!/^(?:draft|wip|scheduled)$/.test(status)) {
        this.#note(field, `Its status is unknown, and is taken for a draft's: ${shown(field.value)}`, true);
      }
      return "draft";
    }
    return "published";
  }

  #address(): string | undefined {
    for (const field of this.#all("address")) {
      const text = textIn(field.value);
      if (text === undefined || field.value === false) continue;
      if (!/\{[{%]/.test(text)) return text;
      this.#note(field, `Its address is made by a template, and is taken to be the usual one: ${shown(text)}`, true);
    }
    return undefined;
  }

  #picture(): OldPicture | undefined {
    const pictures = this.#all("picture").flatMap((field) => {
      const found = pictureIn(field.value);
      if (!found && field.value) this.#note(field, `The field ${field.key} was left out: ${shown(field.value)}`);
      return found ? [{ field, found }] : [];
    });
    const [first, ...others] = pictures;
    for (const { field, found } of others) {
      if (found.src !== first?.found.src)
        this.#note(field, `A second main picture was left out: ${shown(field.value)}`);
    }
    if (!first) {
      for (const meaning of ["alt", "caption", "credit"] as const) this.#leaveOut(meaning);
      return undefined;
    }
    const { src, alt, caption, credit } = first.found;
    return {
      src,
      alt: alt ?? this.#first("alt"),
      caption: caption ?? this.#first("caption"),
      credit: credit ?? this.#first("credit"),
    };
  }

  #leaveOut(meaning: Meaning): void {
    for (const field of this.#all(meaning))
      this.#note(field, `The field ${field.key} was left out: ${shown(field.value)}`);
  }
}

/** Themes keep a picture as its address, or as a mapping around it; `header: { image }` holds more than that. */
function pictureIn(value: unknown): OldPicture | undefined {
  if (Array.isArray(value)) return pictureIn(value[0]);
  if (!(value instanceof Map)) {
    const src = textIn(value);
    return src === undefined || typeof value !== "string" ? undefined : { src };
  }
  const text = (...names: string[]) => names.map((name) => textIn(value.get(name))).find((one) => one !== undefined);
  const src = text(
    "src",
    "url",
    "path",
    "image",
    "file",
    "filename",
    "relative",
    "overlay_image",
    "teaser",
    "feature",
    "thumbnail",
  );
  if (src === undefined) return undefined;
  return {
    src,
    alt: text("alt", "image_description"),
    caption: text("caption", "title"),
    credit: text("credit", "attribution"),
  };
}

/** Hugo's `params` and Zola's `taxonomies` and `extra` are fields as well. */
function flattened(fields: readonly Field[]): Field[] {
  return fields.flatMap((field) => {
    if (!/^(?:params|taxonomies|extra)$/.test(field.key) || !(field.value instanceof Map)) return [field];
    return [...field.value].map(([key, value]): Field => ({ key: String(key), value, line: field.line }));
  });
}

const unique = (texts: readonly string[]): string[] => [...new Set(texts)];

const uniqueById = (authors: readonly NamedAuthor[]): NamedAuthor[] => [
  ...new Map(authors.map((author) => [author.id, author])).values(),
];
