import type { MarkdownIt } from "markdown-it";
import { webAddressOf } from "../../web-address.ts";

/** An address and nothing else. A stop behind it belongs to a sentence. */
const ADDRESS = /^https?:\/\/[^\s<>"`\\]+(?<!\p{Po})$/iu;

/** An address that is alone in its paragraph becomes a link, which CommonMark makes of one between < and > only. */
export function bareAddresses(parser: MarkdownIt): void {
  parser.core.ruler.before("smartquotes", "bare_addresses", ({ tokens, Token: Made }) => {
    for (const [index, inline] of tokens.entries()) {
      const paragraph = tokens[index - 1];
      if (inline.type !== "inline" || paragraph?.type !== "paragraph_open" || paragraph.level > 0) continue;
      // As it was written: parts of an address can look like Markdown.
      const written = inline.content.trim();
      if (!ADDRESS.test(written) || !webAddressOf(written)) continue;
      const text = new Made("text", "", 0);
      text.content = written;
      const open = new Made("link_open", "a", 1);
      open.attrs = [["href", parser.normalizeLink(written)]];
      inline.children = [open, text, new Made("link_close", "a", -1)];
    }
  });
}
