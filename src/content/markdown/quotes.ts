/** Outer and inner quotation marks: open, close, inner open, inner close. */
type Quotes = [string, string, string, string];

const ENGLISH: Quotes = ["“", "”", "‘", "’"];

// Unicode CLDR 47, delimiters, for the languages whose marks differ from English; French with its inner spaces.
const BY_LANGUAGE: Partial<Record<string, Quotes>> = {
  bg: ["„", "“", "„", "“"],
  cs: ["„", "“", "‚", "‘"],
  da: ["“", "”", "‘", "’"],
  de: ["„", "“", "‚", "‘"],
  el: ["«", "»", "“", "”"],
  es: ["«", "»", "“", "”"],
  fi: ["”", "”", "’", "’"],
  fr: ["«\u00a0", "\u00a0»", "“", "”"],
  hu: ["„", "”", "»", "«"],
  it: ["«", "»", "“", "”"],
  ja: ["「", "」", "『", "』"],
  nb: ["«", "»", "‘", "’"],
  pl: ["„", "”", "«", "»"],
  pt: ["“", "”", "‘", "’"],
  ro: ["„", "”", "«", "»"],
  ru: ["«", "»", "„", "“"],
  sk: ["„", "“", "‚", "‘"],
  sv: ["”", "”", "’", "’"],
  uk: ["«", "»", "„", "“"],
};

/** The quotation marks of a BCP 47 language; English ones where no others are known. */
export function quotesOf(language: string): Quotes {
  const { language: code, region } = new Intl.Locale(language).maximize();
  if (code === "de" && region === "CH") return ["«", "»", "‹", "›"];
  if (code === "zh" && (region === "TW" || region === "HK")) return ["「", "」", "『", "』"];
  return BY_LANGUAGE[code] ?? ENGLISH;
}
