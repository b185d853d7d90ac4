import type { TextLayout } from "./layout.ts";

export interface RobotsProps {
  /** Absolute; none of a site that is not to be indexed. */
  readonly sitemaps: readonly string[];
  /** Whether texts may be gathered to train models. */
  readonly aiTraining: boolean;
  /** Whether texts may be fetched to answer somebody's question. */
  readonly aiAnswers: boolean;
}

/**
 * The names by which those who gather texts to train models say that they can be told off, or under which texts that
 * another crawler has fetched are held back. Each as its vendor documents it:
 *
 * - GPTBot: developers.openai.com/docs/bots
 * - ClaudeBot: support.claude.com/en/articles/8896518
 * - Google-Extended: developers.google.com/crawling/docs/crawlers-fetchers/google-common-crawlers
 * - Applebot-Extended: support.apple.com/en-us/119829
 * - meta-externalagent: developers.facebook.com/docs/sharing/webmasters/web-crawlers
 * - Amazonbot: developer.amazon.com/amazonbot
 * - MistralAI-Training: docs.mistral.ai/en/robots
 * - CCBot, whose archive most models are trained on: commoncrawl.org/ccbot
 */
const TRAINING = [
  "GPTBot",
  "ClaudeBot",
  "Google-Extended",
  "Applebot-Extended",
  "meta-externalagent",
  "Amazonbot",
  "MistralAI-Training",
  "CCBot",
];

/**
 * Those who index or fetch texts to answer questions with them. Some that fetch what a person asks for come all the same,
 * as their vendors say: ChatGPT-User, Perplexity-User, Amzn-User, meta-externalfetcher.
 *
 * - OAI-SearchBot, ChatGPT-User: developers.openai.com/docs/bots
 * - Claude-SearchBot, Claude-User: support.claude.com/en/articles/8896518
 * - PerplexityBot, Perplexity-User: docs.perplexity.ai/guides/bots
 * - Amzn-SearchBot, Amzn-User: developer.amazon.com/amazonbot
 * - meta-externalfetcher: developers.facebook.com/docs/sharing/webmasters/web-crawlers
 * - MistralAI-Index, MistralAI-User: docs.mistral.ai/en/robots
 * - DuckAssistBot: duckduckgo.com/duckduckgo-help-pages/results/duckassistbot
 */
const ANSWERS = [
  "OAI-SearchBot",
  "ChatGPT-User",
  "Claude-SearchBot",
  "Claude-User",
  "PerplexityBot",
  "Perplexity-User",
  "Amzn-SearchBot",
  "Amzn-User",
  "meta-externalfetcher",
  "MistralAI-Index",
  "MistralAI-User",
  "DuckAssistBot",
];

/**
 * robots.txt (RFC 9309). A site that is not to be indexed lets crawlers in all the same: they must read its pages to
 * see that these say noindex.
 */
export const robots: TextLayout<RobotsProps> = ({ sitemaps, aiTraining, aiAnswers }) => {
  const refused = [...(aiTraining ? [] : TRAINING), ...(aiAnswers ? [] : ANSWERS)];
  const groups = [
    ["User-agent: *", "Disallow:"],
    ...(refused.length > 0 ? [[...refused.map((name) => `User-agent: ${name}`), "Disallow: /"]] : []),
    ...(sitemaps.length > 0 ? [sitemaps.map((url) => `Sitemap: ${url}`)] : []),
  ];
  return `${groups.map((lines) => lines.join("\n")).join("\n\n")}\n`;
};
