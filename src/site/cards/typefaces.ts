import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { Blob, Face, Font, Variation } from "harfbuzzjs";
import { decompress } from "wawoff2";

const require = createRequire(import.meta.url);

/** The typefaces that we have, by their Fontsource packages, which cut each into files by characters. */
const FAMILIES = {
  serif: ["source-serif-4", "noto-naskh-arabic", "noto-serif-sc"],
  sans: ["source-sans-3", "noto-naskh-arabic", "noto-sans-sc"],
} as const;

/** What a text is set in. */
export type Typeface = keyof typeof FAMILIES;

/** Characters are of as much weight as headlines are on pages. */
const WEIGHT = 700;

/** Punctuation that Chinese shares with other languages, and sets as wide as its characters. */
const WIDE_IN_CHINESE = /^[“”‘’…—·]$/u;

/** Opens the fonts that a text may need. */
export async function openFonts(text: string, typeface: Typeface): Promise<void> {
  const files = [...text].flatMap((character) =>
    FAMILIES[typeface].flatMap((family) => filesWith(pointOf(character), family)),
  );
  await Promise.all([...new Set(files)].filter((file) => !opened.has(file)).map(open));
}

/**
 * The font that has a character (or characters that are one, with their accents), of those that are open, or undefined
 * when none of ours has. `language` is that of the text.
 */
export function fontFor(character: string, typeface: Typeface, language: string): Font | undefined {
  const isWide = language.startsWith("zh") && WIDE_IN_CHINESE.test(character);
  const families = isWide ? FAMILIES[typeface].toReversed() : FAMILIES[typeface];
  const points = [...character].filter((one) => !/\p{Default_Ignorable_Code_Point}/u.test(one)).map(pointOf);
  for (const family of families) {
    for (const file of filesWith(points[0] ?? 0, family)) {
      const font = opened.get(file);
      if (font && points.every((point) => font.nominalGlyph(point))) return font;
    }
  }
  return undefined;
}

const pointOf = (character: string): number => character.codePointAt(0) ?? 0;

interface Subset {
  readonly has: (point: number) => boolean;
  readonly file: string;
}

const files = new Map<string, readonly string[]>();

/** The files that Fontsource says have a character, in its order. */
function filesWith(point: number, family: string): readonly string[] {
  const name = `${family} ${point}`;
  const found = files.get(name) ?? subsetsOf(family).flatMap(({ has, file }) => (has(point) ? [file] : []));
  files.set(name, found);
  return found;
}

const known = new Map<string, readonly Subset[]>();

function subsetsOf(family: string): readonly Subset[] {
  const subsets = known.get(family) ?? readSubsets(family);
  known.set(family, subsets);
  return subsets;
}

function readSubsets(family: string): Subset[] {
  const list = readFileSync(require.resolve(`@fontsource-variable/${family}/unicode.json`), "utf8");
  // Its form is Fontsource's: "latin": "U+0000-00FF,U+0131", and "[5]" for a file that has a number.
  return Object.entries(JSON.parse(list) as Record<string, string>).map(([subset, written]) => {
    const spans = written.split(",").map((span): readonly [number, number] => {
      const [from = "", to = from] = span.replace(/^U\+/i, "").split("-");
      return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
    });
    return {
      has: (point) => spans.some(([from, to]) => from <= point && point <= to),
      file: `@fontsource-variable/${family}/files/${family}-${subset.replace(/[[\]]/g, "")}-wght-normal.woff2`,
    };
  });
}

const opened = new Map<string, Font>();

async function open(file: string): Promise<void> {
  const bytes = await decompress(await readFile(require.resolve(file)));
  const font = new Font(new Face(new Blob(bytes)));
  font.setVariations([new Variation("wght", WEIGHT)]);
  // Another card may have opened it meanwhile; runs are told apart by their fonts.
  if (!opened.has(file)) opened.set(file, font);
}
