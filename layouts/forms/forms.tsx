import type { ComponentChildren, VNode } from "preact";
import { jsxTemplate } from "preact/jsx-runtime";
import { type FormName, type FormProps, holdsForms, type Passage, passagesOf } from "../../src/model/forms.ts";
import { interfaceLanguageFor } from "../../src/model/languages.ts";
import { Chart } from "../parts/Chart.tsx";
import { DataTable } from "../parts/DataTable.tsx";
import { Embed } from "../parts/Embed.tsx";
import { FactBox } from "../parts/FactBox.tsx";
import { Gallery } from "../parts/Gallery.tsx";
import { KeyPoints } from "../parts/KeyPoints.tsx";
import { PullQuote } from "../parts/PullQuote.tsx";
import { wordsFor } from "../words/dictionaries.ts";
import type { Words } from "../words/words.ts";

/** In which language a text is. */
export interface TextLanguage {
  /** BCP 47, of the text. */
  readonly language: string;
  /** The interface's words in that language where there are some, and else in the page's. */
  readonly words: Words;
}

/** What the part of a form is given: what its writer says of it, and what stands inside. */
export type FormOnPage<Name extends FormName> = FormProps[Name] &
  TextLanguage & { readonly children: ComponentChildren };

/** What becomes of each form. A form that stands nowhere else than on pages is `null` there. */
export type FormPrinters = {
  readonly [Name in FormName]: (form: FormOnPage<Name>) => VNode | null;
};

const ON_PAGES: FormPrinters = {
  embed: Embed,
  "pull-quote": PullQuote,
  "fact-box": FactBox,
  "key-points": KeyPoints,
  "data-table": DataTable,
  chart: Chart,
  gallery: Gallery,
};

/** The language of a text, on a page in that language or in another. */
export function languageOfText(ofPage: string, ofText: string = ofPage): TextLanguage {
  return { language: ofText, words: wordsFor(interfaceLanguageFor(ofText) ? ofText : ofPage) };
}

/**
 * Rendered Markdown with its forms. Here markup of a writer's making is inserted as it is, and nowhere else: it was
 * rendered from checked Markdown, without raw HTML.
 */
export function Text({
  html,
  text,
  printers = ON_PAGES,
}: {
  readonly html: string;
  readonly text: TextLanguage;
  readonly printers?: FormPrinters;
}) {
  if (!holdsForms(html)) return jsxTemplate([html]);
  return <>{passagesOf(html).map((passage) => printed(passage, text, printers))}</>;
}

function printed(passage: Passage, text: TextLanguage, printers: FormPrinters): VNode | null {
  if (typeof passage === "string") return jsxTemplate([passage]);
  const { name, props, inside } = passage;
  // A form's name ties its props to its printer; TypeScript cannot follow that through an indexed call.
  const Printer = printers[name] as (form: object) => VNode | null;
  return (
    <Printer {...props} {...text}>
      {inside.map((within) => printed(within, text, printers))}
    </Printer>
  );
}
