import { type InterfaceLanguage, interfaceLanguageFor } from "../../src/model/languages.ts";
import { words as arabic } from "./ar.ts";
import { words as english } from "./en.ts";
import { words as spanish } from "./es.ts";
import type { Words } from "./words.ts";
import { words as chinese } from "./zh-Hans.ts";

const DICTIONARIES: Readonly<Record<InterfaceLanguage, Words>> = {
  en: english,
  es: spanish,
  "zh-Hans": chinese,
  ar: arabic,
};

/** The interface's words for a site in a BCP 47 language: English where there are no others, which `check` warns of. */
export function wordsFor(language: string): Words {
  const words = chosen.get(language) ?? DICTIONARIES[interfaceLanguageFor(language) ?? "en"];
  chosen.set(language, words);
  return words;
}

/** Asked for by each page. */
const chosen = new Map<string, Words>();
