import { fromHtml } from "hast-util-from-html";
import { CONTROL, OVERRIDE, VISIBLE } from "../content/source.ts";
import { wordsIn } from "./markdown/elements.ts";
import { isTooDeep, textOfTags } from "./markdown/too-deep.ts";

const UNPRINTABLE = new RegExp(`${CONTROL.source}|${OVERRIDE.source}|[\u2066-\u2069]`, "g");

/** A headline, a name, a caption: one line of plain text, whatever markup it came in. "" when nothing is left. */
export function oneLine(written: string, most = 1000): string {
  const isMarkup = /[<&]/.test(written);
  const words = !isMarkup
    ? written
    : isTooDeep(written)
      ? textOfTags(written)
      : wordsIn(fromHtml(written, { fragment: true }));
  const line = words.replace(UNPRINTABLE, "").toWellFormed().replace(/\s+/g, " ").trim().normalize("NFC");
  return VISIBLE.test(line) ? shortened(line, most) : "";
}

/** Cut at a word, with an ellipsis. */
export function shortened(line: string, most: number): string {
  if (line.length <= most) return line;
  const cut = line
    .slice(0, most - 1)
    .toWellFormed()
    .replace(/\ufffd$/, "");
  const atWord = cut.replace(/\s+\S*$/, "");
  return `${(atWord.length > most / 2 ? atWord : cut).replace(/[\s,;:–—-]+$/, "")}…`;
}

/** The first sentences of a text, as many as a standfirst may have. */
export function firstSentences(words: string, language: string, most = 200): string {
  let summary = "";
  for (const { segment } of new Intl.Segmenter(language, { granularity: "sentence" }).segment(words.slice(0, 2000))) {
    if (summary.length + segment.trimEnd().length > most) break;
    summary += segment;
  }
  return summary.trim() || shortened(words, most);
}
