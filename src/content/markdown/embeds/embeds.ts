import type { MarkdownIt, Token } from "markdown-it";
import { type Embed, type EmbedHosts, embedOf, frameOriginOf } from "../../../model/embeds.ts";
import { FORM_END, formStart } from "../../../model/forms.ts";
import { webAddressOf } from "../../web-address.ts";
import { plainText } from "../image.ts";
import { bareAddresses } from "./bare-addresses.ts";

/** What the parser is given beside a text of which links become cards. */
export interface EmbedEnv {
  readonly embedHosts?: EmbedHosts;
}

const OPEN = "embed_open";
const CLOSE = "embed_close";

/** What can stand in a title. */
const WORDS = new Set([
  ...["text", "code_inline", "softbreak", "hardbreak"],
  ...["em_open", "em_close", "strong_open", "strong_close"],
]);

/**
 * A link that is alone in its paragraph becomes a card where its address shows something that a frame can hold. In a list, a
 * quotation, a form or a footnote it stays a link.
 */
export function embeds(parser: MarkdownIt): void {
  parser.use(bareAddresses);
  parser.core.ruler.after("bare_addresses", "embeds", (state) => {
    const hosts = (state.env as EmbedEnv).embedHosts ?? false;
    if (hosts === false) return;
    let last: Token | undefined;
    state.tokens = state.tokens.flatMap((token, index, tokens) => {
      const embed = shownBy(token, tokens[index + 1], hosts);
      if (embed) {
        last = tokens[index + 2];
        const open = new state.Token(OPEN, "", 1);
        open.meta = { ...embed };
        return [open, token];
      }
      return token === last ? [token, new state.Token(CLOSE, "", -1)] : [token];
    });
  });
  parser.renderer.rules[OPEN] = (tokens, index) => {
    const [token, inline] = [tokens[index], tokens[index + 2]];
    const embed = token && embedOn(token);
    if (!embed || !inline) throw new Error("A card reached the renderer without its link");
    const { id: _, ...card } = embed;
    const words = plainText(inline).trim();
    const title = words === "" || webAddressOf(words) ? undefined : words;
    const isPaid = inline.children?.[0]?.attrGet("rel") === "sponsored" || undefined;
    return formStart("embed", { ...card, title, isPaid });
  };
  parser.renderer.rules[CLOSE] = () => FORM_END;
}

/** What a paragraph of nothing but a link shows. */
function shownBy(paragraph: Token | undefined, inline: Token | undefined, hosts: EmbedHosts): Embed | undefined {
  if (paragraph?.type !== "paragraph_open" || paragraph.level > 0 || !inline) return undefined;
  const [link, ...rest] = inline.children ?? [];
  if (link?.type !== "link_open" || rest.pop()?.type !== "link_close") return undefined;
  return rest.every(({ type }) => WORDS.has(type)) ? embedOf(String(link.attrGet("href")), hosts) : undefined;
}

/** What the parser has left on the token of a card's beginning. Between that and its end stands the link's paragraph. */
const embedOn = ({ type, meta }: Token): Embed | undefined => (type === OPEN ? (meta as unknown as Embed) : undefined);

/** The origins of the frames that a text's cards would load. */
export const framesIn = (tokens: readonly Token[]): string[] => [
  ...new Set(tokens.flatMap((token) => embedOn(token) ?? []).map(frameOriginOf)),
];
