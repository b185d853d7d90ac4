/** The languages in which the interface has words. A dictionary of each stands in `layouts/words`. */
export const INTERFACE_LANGUAGES = ["en", "es", "zh-Hans", "ar"] as const;

export type InterfaceLanguage = (typeof INTERFACE_LANGUAGES)[number];

/**
 * The interface's language that a reader of a BCP 47 language reads: the same language in the same script. Undefined
 * where there is none.
 */
export function interfaceLanguageFor(language: string): InterfaceLanguage | undefined {
  const wanted = writtenLanguage(language);
  return INTERFACE_LANGUAGES.find((known) => writtenLanguage(known) === wanted);
}

/** "zh-CN" and "zh" are both Chinese in simplified characters (Unicode CLDR, likely subtags). */
function writtenLanguage(language: string): string {
  const { language: code, script } = new Intl.Locale(language).maximize();
  return `${code}-${script}`;
}

export type Direction = "ltr" | "rtl";

/** The scripts in use today that run from right to left (Unicode CLDR, characterOrder). */
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(["Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Syrc", "Thaa"]);

/** The direction in which a BCP 47 language is written, for HTML's `dir`. */
export function directionOf(language: string): Direction {
  const known = directions.get(language);
  if (known) return known;
  const { script = "" } = new Intl.Locale(language).maximize();
  const direction = RIGHT_TO_LEFT.has(script) ? "rtl" : "ltr";
  directions.set(language, direction);
  return direction;
}

/** Asked for each story of each list, of the few languages that a site has. */
const directions = new Map<string, Direction>();
