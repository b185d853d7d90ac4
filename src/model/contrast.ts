/** A colour of sRGB, as `#rrggbb` in lower case. */
export type Colour = `#${string}`;

/** What text needs on its ground (WCAG 2.2, 1.4.3 Contrast (Minimum), level AA), at any size. */
export const ENOUGH = 4.5;

/**
 * How a text stands out on a ground, from 1 (not at all) to 21 (black on white), whichever is the lighter (WCAG 2.2,
 * "contrast ratio", https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).
 */
export function contrastOf(text: Colour, ground: Colour): number {
  const [darker = 0, lighter = 0] = [luminanceOf(text), luminanceOf(ground)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** WCAG 2.2, "relative luminance". */
function luminanceOf(colour: Colour): number {
  const [red, green, blue] = linearOf(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Red, green and blue as amounts of light, from 0 to 1 (IEC 61966-2-1, the transfer function of sRGB). */
export function linearOf(colour: Colour): readonly [red: number, green: number, blue: number] {
  const at = (start: number) => {
    const value = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [at(1), at(3), at(5)];
}
