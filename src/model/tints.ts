/**
 * The colours that stand in for a picture until it is there. A picture has the one that most of it is nearest to, as
 * the class `tint-N` of `layouts/styles/picture.css`: so few that they cost no bytes, and a style of its own no page
 * may have.
 */
export const TINTS: readonly string[] = [
  "#1a1a1a",
  "#555555",
  "#999999",
  "#e2e2e2",
  "#4a3226",
  "#a07a52",
  "#d8c4a2",
  "#7a2020",
  "#c4573c",
  "#d6a544",
  "#2e4429",
  "#7e9860",
  "#2d6b6e",
  "#203a5c",
  "#5e88b4",
  "#bcd2e4",
];

const COLOURS = TINTS.map((hex): readonly [number, number, number] => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
]);

/** Which of the tints most of some pixels are nearest to. `pixels` has a byte each of red, green and blue. */
export function tintOf(pixels: Uint8Array): number {
  const votes = TINTS.map(() => 0);
  for (let at = 0; at + 2 < pixels.length; at += 3) {
    const tint = nearest(pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0);
    votes[tint] = (votes[tint] ?? 0) + 1;
  }
  return votes.indexOf(Math.max(...votes));
}

function nearest(red: number, green: number, blue: number): number {
  let [best, least] = [0, Number.POSITIVE_INFINITY];
  for (const [tint, [r, g, b]] of COLOURS.entries()) {
    // The eye sees green best and blue worst (ITU-R BT.601 weighs them so).
    const distance = 3 * (red - r) ** 2 + 6 * (green - g) ** 2 + (blue - b) ** 2;
    if (distance < least) [best, least] = [tint, distance];
  }
  return best;
}
