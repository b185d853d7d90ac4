import { wordsFor } from "../../layouts/words/dictionaries.ts";

/** What the interface says of itself on the pages of a site in this language (BCP 47). */
export const interfaceWords = (language: string): object => wordsFor(language);
