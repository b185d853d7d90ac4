import { type Direction, directionOf } from "../../src/model/languages.ts";

/** The attributes of a text in another language than the site's; none where it is in the site's. */
export interface Spoken {
  readonly lang?: string;
  readonly dir?: Direction;
}

export const spokenIn = (language: string | undefined): Spoken =>
  language === undefined ? {} : { lang: language, dir: directionOf(language) };
