import type { MarkdownIt, Token } from "markdown-it";
import type { FootnoteEnv } from "./limits.ts";

/** A footnote's text, `[^label]: …`, and the body's line (from 0) on which it starts. */
export interface FootnoteText {
  readonly label: string;
  readonly line: number;
}

/** Takes down where footnotes have their texts, before the plugin throws away those that no mark calls. */
export function rememberFootnotes(parser: MarkdownIt): void {
  parser.core.ruler.before("footnote_tail", "remember_footnotes", (state) => {
    const texts = footnoteTextsOf(state.env);
    let line = 0;
    for (const [index, token] of state.tokens.entries()) {
      if (token.type === "footnote_reference_open") {
        texts.push({ label: footnoteOf(token).label ?? "", line: state.tokens[index + 1]?.map?.[0] ?? line });
      }
      line = token.map?.[0] ?? line;
    }
  });
}

/** What the plugin says of a footnote on its tokens. One inside a sentence, `^[…]`, has no label. */
export const footnoteOf = (token: Token) => token.meta as unknown as { readonly id: number; readonly label?: string };

/** The list in an environment, made when it is not there. */
export function footnoteTextsOf(env: object): FootnoteText[] {
  const holder = env as { footnoteTexts?: FootnoteText[] };
  holder.footnoteTexts ??= [];
  return holder.footnoteTexts;
}

/** The footnote texts that no reader would see: those that no mark calls, and those whose label is taken again. */
export function unseenFootnotes(env: object): (FootnoteText & { readonly why: "twice" | "never called" })[] {
  const texts = footnoteTextsOf(env);
  const refs = (env as FootnoteEnv).footnotes?.refs ?? {};
  const last = new Map(texts.map((text) => [text.label, text]));
  const twice = texts.filter((text) => last.get(text.label) !== text);
  const idle = [...last.values()].filter(({ label }) => refs[`:${label}`] === -1);
  return [
    ...twice.map((text) => ({ ...text, why: "twice" as const })),
    ...idle.map((text) => ({ ...text, why: "never called" as const })),
  ];
}
