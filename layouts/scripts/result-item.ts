import type { ExcerptPiece, FoundPart, FoundStory } from "./found-story.ts";

/** A found story as an item of the list of results. */
export function resultItem(story: FoundStory): HTMLLIElement {
  const label = element("p", { class: "label" }, [story.section]);
  const heading = element("h2", {}, [linkOf(story)]);
  const time = element("p", { class: "card-time" }, [story.date]);
  const parts = story.parts.map((found) => element("li", {}, [linkOf(found), " ", ...excerptOf(found.excerpt)]));
  return element("li", {}, [
    label,
    heading,
    time,
    element("p", { class: "excerpt" }, excerptOf(story.excerpt)),
    ...(parts.length > 0 ? [element("ul", { class: "parts" }, parts)] : []),
  ]);
}

const linkOf = ({ url, title }: FoundPart) => element("a", { href: url }, [title]);

function excerptOf(pieces: readonly ExcerptPiece[]): (Node | string)[] {
  return pieces.map(({ text, isMatch }) => (isMatch ? element("mark", {}, [text]) : text));
}

/** An element whose strings become text, never markup. */
function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  children: readonly (Node | string)[],
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
