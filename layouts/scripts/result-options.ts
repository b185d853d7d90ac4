import { element } from "./element.ts";
import type { FoundStory } from "./found-story.ts";
import { excerptOf, languageOf } from "./result-item.ts";
import { words as siteWords } from "./site-words.ts";

/** Headings of a story that are offered too. */
const PARTS = 1;

/** A found story as options of a list: the story, then its headings under which the words stand. */
export function storyOptions(story: FoundStory): HTMLElement[] {
  const language = languageOf(story);
  return [
    optionOf(story.url, "found", [
      element("span", { class: "label" }, [
        element("bdi", {}, [story.section]),
        " · ",
        element("bdi", {}, [story.date]),
      ]),
      element("span", { ...language, class: "title" }, [story.title]),
      element("span", { ...language, class: "excerpt" }, excerptOf(story.excerpt)),
    ]),
    ...story.parts
      .slice(0, PARTS)
      .map(({ url, title, excerpt }) =>
        optionOf(url, "found-part", [
          element("span", { ...language, class: "title" }, [title]),
          element("span", { ...language, class: "excerpt" }, excerptOf(excerpt)),
        ]),
      ),
  ];
}

/** Words that the reader may have meant, as an option. */
export function suggestionOption(words: string, take: () => void): HTMLElement {
  const [before, after] = siteWords.answers.didYouMean;
  const option = element("div", { role: "option", class: "suggestion" }, [
    before,
    element("strong", {}, [words]),
    after,
  ]);
  option.addEventListener("click", take);
  return option;
}

// A link as an option can be opened in another tab, and is not one more stop of the tab key.
const optionOf = (href: string, kind: string, children: readonly Node[]): HTMLElement =>
  element("a", { href, role: "option", class: kind, tabindex: "-1" }, children);
