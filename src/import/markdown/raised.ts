const SUPERSCRIPT: Readonly<Record<string, string>> = {
  ...digits("⁰¹²³⁴⁵⁶⁷⁸⁹"),
  "+": "⁺",
  "-": "⁻",
  "−": "⁻",
  n: "ⁿ",
};

const SUBSCRIPT: Readonly<Record<string, string>> = { ...digits("₀₁₂₃₄₅₆₇₈₉"), "+": "₊", "-": "₋", "−": "₋" };

/** "1st", "M. le Dr", "TM": what reads the same when it is not raised. */
const SAME = /^(?:st|nd|rd|th|e|er|re|ère|o|a|r|me|tm|®|™)$/i;

/** Digits above or below the line as characters of their own, or undefined where there are none for a text. */
export function raised(text: string, way: "sup" | "sub"): string | undefined {
  const words = text.trim();
  if (way === "sup" && SAME.test(words)) return words;
  const table = way === "sup" ? SUPERSCRIPT : SUBSCRIPT;
  const made = [...words].map((character) => table[character]);
  return made.every((character) => character !== undefined) ? made.join("") : undefined;
}

function digits(characters: string): Record<string, string> {
  return Object.fromEntries([...characters].map((character, digit) => [String(digit), character]));
}
