import type { InterfaceLanguage } from "../model/languages.ts";
import { AR } from "./starters/ar.ts";
import { EN } from "./starters/en.ts";
import { ES } from "./starters/es.ts";
import { ZH_HANS } from "./starters/zh-Hans.ts";

export interface Named {
  readonly slug: string;
  readonly name: string;
}

export interface Described extends Named {
  readonly description: string;
}

/** What stands in a new site until somebody writes something better, in one language. */
export interface Starter {
  readonly tagline: string;
  /** What is proposed: a newsroom that signs as one. */
  readonly author: Named;
  /** The newsroom's. */
  readonly biography: string;
  /** Of somebody of whom only the name is known. */
  readonly biographyOf: (name: string) => string;
  readonly sections: readonly Described[];
  /** Of a section that only its name is known of. */
  readonly sectionDescription: (name: string) => string;
  readonly tag: Described;
  readonly about: {
    readonly title: string;
    readonly summary: (newspaper: string) => string;
    readonly text: (newspaper: string) => string;
  };
  readonly story: {
    readonly title: string;
    readonly summary: string;
    /** Markdown. `url` is the story's own address, `file` its file below the site's folder. */
    readonly text: (story: { readonly url: string; readonly file: string }) => string;
  };
}

/** By the languages of the interface. */
export const STARTERS: Readonly<Record<InterfaceLanguage, Starter>> = { en: EN, es: ES, "zh-Hans": ZH_HANS, ar: AR };
