import bidiFactory, { type Bidi } from "bidi-js";
import { Direction, type Font, Buffer as Shaping, shape } from "harfbuzzjs";
import { directionOf } from "../../model/languages.ts";
import { fontFor, type Typeface } from "./typefaces.ts";

const bidi = (bidiFactory as unknown as () => Bidi)(); // its types are those of a CommonJS module, which it is not

/** What a text is set in, and the language that it is in (BCP 47). */
export interface Setting {
  readonly typeface: Typeface;
  readonly language: string;
}

/** A line of text as outlines, drawn from the left end of its baseline at a size of 1. */
export interface SetLine {
  /** In em. */
  readonly width: number;
  readonly glyphs: readonly Glyph[];
}

interface Glyph {
  /** SVG path data in the font's own units, upwards from the baseline. */
  readonly path: string;
  /** In em, from the left end of the line. */
  readonly x: number;
  readonly y: number;
  /** Of one of the font's units, in em. */
  readonly scale: number;
}

/**
 * Sets a line, shaped by HarfBuzz and in the order of the Unicode Bidirectional Algorithm (UAX 9). Undefined when no
 * font of ours has one of its characters: better no text than boxes.
 */
export function setLine(text: string, setting: Setting): SetLine | undefined {
  const runs = runsOf(text, setting);
  if (!runs) return undefined;
  const glyphs: Glyph[] = [];
  let width = 0;
  for (const run of inVisualOrder(runs)) {
    const scale = 1 / run.font.face.upem;
    for (const { glyph, xOffset, yOffset, xAdvance } of shapedGlyphs(run, setting)) {
      const path = outlineOf(glyph, run.font);
      if (path !== "") glyphs.push({ path, x: width + xOffset * scale, y: yOffset * scale, scale });
      width += xAdvance * scale;
    }
  }
  return { width, glyphs };
}

/** How wide a line would be, in em; undefined when it cannot be set. */
export function widthOfLine(text: string, setting: Setting): number | undefined {
  const runs = runsOf(text, setting);
  if (!runs) return undefined;
  let width = 0;
  for (const run of runs) {
    for (const { xAdvance } of shapedGlyphs(run, setting)) width += xAdvance / run.font.face.upem;
  }
  return width;
}

const outlines = new WeakMap<Font, Map<number, string>>();

/** In whole units of the font, of which there are a thousand in an em: nobody sees a part of one. */
function outlineOf(glyph: number, font: Font): string {
  const ofFont = outlines.get(font) ?? new Map<number, string>();
  outlines.set(font, ofFont);
  const outline =
    ofFont.get(glyph) ?? font.glyphToPath(glyph).replace(/-?\d*\.\d+/g, (units) => `${Math.round(Number(units))}`);
  ofFont.set(glyph, outline);
  return outline;
}

/** Characters beside each other that one font has and that run in one direction. */
interface Run {
  readonly text: string;
  readonly font: Font;
  /** Odd from right to left (UAX 9, BD2). */
  readonly level: number;
}

const GRAPHEMES = new Intl.Segmenter("en", { granularity: "grapheme" });

function runsOf(text: string, { typeface, language }: Setting): Run[] | undefined {
  const { levels } = bidi.getEmbeddingLevels(text, directionOf(language));
  const runs: Run[] = [];
  for (const { segment, index } of GRAPHEMES.segment(text)) {
    const font = fontFor(segment, typeface, language);
    if (!font) return undefined;
    const level = levels[index] ?? 0;
    const last = runs.at(-1);
    if (last?.font === font && last.level === level) runs[runs.length - 1] = { ...last, text: last.text + segment };
    else runs.push({ text: segment, font, level });
  }
  return runs;
}

/** From left to right (UAX 9, rule L2). */
function inVisualOrder(runs: readonly Run[]): Run[] {
  const ordered = [...runs];
  const highest = Math.max(0, ...runs.map(({ level }) => level));
  for (let level = highest; level > 0; level--) {
    for (let start = 0; start < ordered.length; start++) {
      let end = start;
      while ((ordered[end]?.level ?? -1) >= level) end++;
      if (end - start > 1) ordered.splice(start, end - start, ...ordered.slice(start, end).reverse());
      if (end > start) start = end;
    }
  }
  return ordered;
}

function* shapedGlyphs({ text, font, level }: Run, { language }: Setting) {
  const shaping = new Shaping();
  shaping.addText(text);
  shaping.guessSegmentProperties();
  shaping.setDirection(level % 2 === 1 ? Direction.RTL : Direction.LTR);
  shaping.setLanguage(language);
  shape(font, shaping);
  const positions = shaping.getGlyphPositions();
  for (const [index, { codepoint }] of shaping.getGlyphInfos().entries()) {
    const position = positions[index];
    // HarfBuzz gives one for each glyph, and calls a glyph's number its code point.
    if (!position) throw new Error(`HarfBuzz put a glyph of "${text}" nowhere`);
    yield { glyph: codepoint, ...position };
  }
}
