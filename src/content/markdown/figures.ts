import type { MarkdownIt, StateCore, Token } from "markdown-it";

/**
 * An image alone in its paragraph becomes a figure, and its title the caption, as plain text.
 * Before "smartquotes", so that a caption has the language's quotation marks.
 */
export function figures(parser: MarkdownIt): void {
  parser.core.ruler.before("smartquotes", "figures", (state) => {
    for (const [index, inline] of state.tokens.entries()) {
      const [open, close] = [state.tokens[index - 1], state.tokens[index + 1]];
      const image = onlyImage(inline);
      if (!image || !open || !close || open.type !== "paragraph_open" || open.hidden) continue;
      Object.assign(open, { type: "figure_open", tag: "figure" });
      Object.assign(close, { type: "figure_close", tag: "figure" });
      const caption = image.attrGet("title");
      image.attrs = (image.attrs ?? []).filter(([name]) => name !== "title");
      if (caption) inline.children?.push(...figcaption(String(caption), state));
    }
  });
}

/** The image of an inline token that holds nothing else, or nothing but a link around it. */
function onlyImage(inline: Token): Token | undefined {
  const children = inline.children ?? [];
  const [first, second, third] = children;
  if (children.length === 1 && first?.type === "image") return first;
  const linked = children.length === 3 && first?.type === "link_open" && third?.type === "link_close";
  return linked && second?.type === "image" ? second : undefined;
}

function figcaption(caption: string, state: StateCore): Token[] {
  const text = new state.Token("text", "", 0);
  text.content = caption;
  return [
    new state.Token("figcaption_open", "figcaption", 1),
    text,
    new state.Token("figcaption_close", "figcaption", -1),
  ];
}
