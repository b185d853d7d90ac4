import { directionOf } from "../../src/model/languages.ts";
import { element } from "./element.ts";
import type { ExcerptPiece, FoundPart, FoundStory } from "./found-story.ts";

/** A found story as an item of the list of results. */
export function resultItem(story: FoundStory): HTMLLIElement {
  const label = element("p", { class: "label" }, [story.section]);
  const language = languageOf(story);
  const heading = element("h2", language, [linkOf(story)]);
  const time = element("p", { class: "time" }, [story.date]);
  const parts = story.parts.map((found) => element("li", {}, [linkOf(found), " ", ...excerptOf(found.excerpt)]));
  return element("li", {}, [
    label,
    heading,
    time,
    element("p", { ...language, class: "excerpt" }, excerptOf(story.excerpt)),
    ...(parts.length > 0 ? [element("ul", { ...language, class: "parts" }, parts)] : []),
  ]);
}

/** Attributes of what is written in another language than the page. */
export const languageOf = ({ language }: FoundStory): Record<string, string> =>
  language ? { lang: language, dir: directionOf(language) } : {};

const linkOf = ({ url, title }: FoundPart) => element("a", { href: url }, [title]);

/** An excerpt with its matches marked. */
export function excerptOf(pieces: readonly ExcerptPiece[]): (Node | string)[] {
  return pieces.map(({ text, isMatch }) => (isMatch ? element("mark", {}, [text]) : text));
}
