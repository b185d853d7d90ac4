import type { Colour } from "./contrast.ts";
import type { Article } from "./publication.ts";
import type { Settings } from "./settings.ts";
import { coloursOf, type Theme } from "./theme.ts";

/** Pixels: what services crop least (ogp.me names no size; Facebook and LinkedIn ask for 1200 × 630 or more). */
export const CARD = { width: 1200, height: 630 } as const;

/** A picture for links that are shared, drawn for what has no photograph. */
export interface SocialCard {
  /** Above the headline. */
  readonly kicker?: string | undefined;
  readonly headline: string;
  /** Under the headline. */
  readonly standfirst?: string | undefined;
  /** At the foot. */
  readonly site?: string | undefined;
  /** Of the headline, BCP 47. */
  readonly language: string;
  readonly headlines: Theme["headlines"];
  readonly colours: Readonly<Record<"paper" | "ink" | "muted" | "rule" | "accent", Colour>>;
}

/** The card of a story. */
export const storyCardOf = ({ title, section, language }: Article, settings: Settings): SocialCard => ({
  kicker: section.name,
  headline: title,
  site: settings.title,
  language,
  ...look(settings),
});

/** The card of the site, for everything that has none of its own. */
export const siteCardOf = (settings: Settings): SocialCard => ({
  headline: settings.title,
  standfirst: settings.tagline,
  language: settings.language,
  ...look(settings),
});

function look({ theme }: Settings): Pick<SocialCard, "headlines" | "colours"> {
  const { paper, ink, muted, rule, accent } = coloursOf(theme);
  return {
    headlines: theme.headlines,
    colours: { paper: paper.light, ink: ink.light, muted: muted.light, rule: rule.light, accent: accent.light },
  };
}

const BLOCKS = 5;

/**
 * The stories that have a card of their own, of `articles`, newest first: those without a photograph, while they are
 * new, and `most` of them at most. They are numbered from the oldest and taken in blocks of a fifth of `most`, of which the
 * newest, as far as it has come, and the four before have cards. So a new story takes no card away but at the end of a
 * block, when as many old pages change at once, and the builds between change none.
 */
export function storiesWithCards(articles: readonly Article[], most: number): ReadonlySet<Article> {
  if (most === 0) return new Set();
  const without = articles.filter(({ cover }) => !cover?.image.look);
  const block = Math.ceil(most / BLOCKS);
  const inNewest = without.length % block || block;
  return new Set(without.slice(0, most - block + inNewest));
}
