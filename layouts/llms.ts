import type { TextLayout } from "./layout.ts";

export interface LlmsProps {
  readonly title: string;
  readonly description: string;
  /** Addresses are absolute. */
  readonly lists: readonly { readonly heading: string; readonly links: readonly LlmsLink[] }[];
}

export interface LlmsLink {
  readonly name: string;
  readonly url: string;
  readonly about?: string | undefined;
}

/** llms.txt (llmstxt.org): what the site has, in Markdown. */
export const llms: TextLayout<LlmsProps> = ({ title, description, lists }) => {
  const link = ({ name, url, about }: LlmsLink) =>
    `- [${plain(name)}](${url})${about === undefined ? "" : `: ${plain(about)}`}`;
  const parts = lists.map(({ heading, links }) => `## ${plain(heading)}\n\n${links.map(link).join("\n")}`);
  return `${[`# ${plain(title)}`, `> ${plain(description)}`, ...parts].join("\n\n")}\n`;
};

/** Text that stays text in Markdown. */
const plain = (text: string): string => text.replace(/[\\[\]<>*_`]/g, "\\$&");
