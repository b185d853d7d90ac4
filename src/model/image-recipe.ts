/**
 * How variants are made. Photographs may lose what nobody sees; a drawing has thin lines and letters, some in colour.
 * AVIF at effort 3 takes a quarter of the time that it takes at 4, and comes out as small.
 */
export const ENCODING = {
  photograph: {
    avif: { quality: 42, effort: 3, chromaSubsampling: "4:2:0" },
    webp: { quality: 68, effort: 4 },
    jpg: { quality: 75, mozjpeg: true },
    png: { palette: true, effort: 7 },
  },
  drawing: {
    avif: { quality: 55, effort: 3, chromaSubsampling: "4:4:4" },
    webp: { quality: 80, effort: 4, smartSubsample: true },
    jpg: { quality: 80, mozjpeg: true },
    png: { palette: true, effort: 7 },
  },
} as const;

/** The release of sharp, whose encoders decide the bytes. */
export const SHARP_RELEASE = "0.35.5";

/** Raised when variants come out otherwise for another reason: another cut, or another step in their making. */
const FORM = 1;

/** Part of every variant's address, which promises the same bytes for ever: names all that they are made by. */
export const RECIPE = nameOf(JSON.stringify([FORM, SHARP_RELEASE, ENCODING]));

/** Four letters and digits for a text (FNV-1a, 32 bits): there are few recipes, and none is secret. */
function nameOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(36).slice(-4);
}
