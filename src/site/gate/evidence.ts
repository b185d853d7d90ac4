import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Spot } from "../../problems.ts";
import { ifThere } from "../publish/system-error.ts";

/** A place in a file that a person wrote. */
export interface Written {
  /** As the person would type it. */
  readonly file: string;
  readonly at: Spot;
}

/** What a person has written that may stand on a page: by which a finding is led back to its line. */
export class Evidence {
  readonly #content: string;
  readonly #shownContent: string;
  readonly #ownLayouts: string | undefined;
  readonly #texts = new Map<string, string>();

  /** The folders of the content, as it is and as the person typed it, and of the site's own layouts, if it has any. */
  constructor(content: string, shownContent: string, ownLayouts: string | undefined) {
    this.#content = content;
    this.#shownContent = shownContent;
    this.#ownLayouts = ownLayouts;
  }

  /** A file of the content as the person would type it. */
  shownAs(source: string): string {
    return `${this.#shownContent}/${source}`;
  }

  /** The text of a file of the content; undefined when it has gone since it was read. */
  textOf(source: string): string | undefined {
    return this.#read(join(this.#content, source));
  }

  /**
   * Where one of some texts is written: in the file that the page is made from, in one of the site's own layouts, or in
   * what all pages are made from. The first text that is found anywhere counts.
   */
  find(texts: readonly string[], source: string | undefined): Written | undefined {
    const files = [
      ...(source === undefined ? [] : [[join(this.#content, source), this.shownAs(source)] as const]),
      ...this.#layouts(),
      ...SHARED.map((name) => [join(this.#content, name), this.shownAs(name)] as const),
    ];
    for (const text of texts) {
      if (text === "") continue;
      for (const [path, file] of files) {
        const at = spotOf(text, this.#read(path));
        if (at) return { file, at };
      }
    }
    return undefined;
  }

  #layouts(): (readonly [path: string, shown: string])[] {
    const folder = this.#ownLayouts;
    if (folder === undefined) return [];
    return entriesOf(folder).map((name) => [join(folder, name), `layouts/${name.replaceAll("\\", "/")}`]);
  }

  #read(path: string): string | undefined {
    const known = this.#texts.get(path);
    if (known !== undefined) return known;
    const text = ifThere(() => readFileSync(path, "utf8"));
    if (text !== undefined) this.#texts.set(path, text);
    return text;
  }
}

/** What stands on pages that are made from no file of their own. */
const SHARED = ["settings.yaml", "front.yaml", "tags.yaml", "series.yaml"];

const entriesOf = (folder: string): string[] =>
  (ifThere(() => readdirSync(folder, { recursive: true, encoding: "utf8" })) ?? [])
    .filter((name) => /\.(?:tsx?|svg)$/.test(name))
    .sort();

const CONTINUES = /[\p{L}\p{N}_%/-]/u;

function spotOf(needle: string, text: string | undefined): Spot | undefined {
  if (text === undefined) return undefined;
  let index = text.indexOf(needle);
  // /sections/ is not what /sections/news/ names.
  while (index >= 0 && CONTINUES.test(text.charAt(index + needle.length))) index = text.indexOf(needle, index + 1);
  if (index < 0) return undefined;
  const before = text.slice(0, index).split("\n");
  const line = before.length;
  return {
    line,
    column: (before.at(-1)?.length ?? 0) + 1,
    length: needle.length,
    excerpt: text.split("\n")[line - 1] ?? "",
  };
}
