import type { MarkdownIt } from "markdown-it";

/**
 * Gives each inline token `meta.offset`: where it starts in its block's text. markdown-it keeps lines for blocks and
 * nothing for what stands inside them, and a writer wants the column.
 */
export function rememberOffsets(parser: MarkdownIt): void {
  const seen = new WeakSet<object>();
  parser.inline.ruler.before("text", "remember_offsets", (state) => {
    if (!seen.has(state)) {
      seen.add(state);
      const push = state.push.bind(state);
      state.push = (type, tag, nesting) => {
        const offset = state.pos;
        const token = push(type, tag, nesting);
        token.meta = { ...token.meta, offset };
        return token;
      };
    }
    return false;
  });
}
