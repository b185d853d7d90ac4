import { hash } from "node:crypto";
import { CARD_RECIPE } from "../model/card-recipe.ts";
import { socialFile } from "../model/image-variants.ts";
import type { Article, Publication } from "../model/publication.ts";
import type { Settings } from "../model/settings.ts";
import { CARD, type SocialCard, siteCardOf, storiesWithCards, storyCardOf } from "../model/social-card.ts";
import { absoluteUrl, cardUrl, type SitePath } from "../model/urls.ts";

/** A picture for links that are shared; pixels. */
export interface SharedImage {
  readonly url: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

/** A card as a file of the site. */
export interface CardFile {
  readonly url: SitePath;
  readonly card: SocialCard;
}

/**
 * The cards of a publication: the site's own, and those of the newest stories without a photograph. Stories of one
 * headline have one card between them.
 */
export function cardFiles(publication: Publication): CardFile[] {
  const { settings } = publication;
  const stories = [...cardedIn(publication)].map((article) => storyCardOf(article, settings));
  const cards = [siteCardOf(settings), ...stories].map((card) => ({ url: urlOf(card), card }));
  return [...new Map(cards.map((file) => [file.url, file])).values()];
}

/** What is shown beside a shared link to a story: its cover, or else its card, or else the site's. */
export function imageOfStory(article: Article, publication: Publication): SharedImage {
  const { settings } = publication;
  const { cover } = article;
  const file = cover && socialFile(cover.image, cover.focus);
  if (file) return { url: absoluteUrl(settings.url, file.url), width: file.width, height: file.height, alt: cover.alt };
  if (cardedIn(publication).has(article)) return ofCard(storyCardOf(article, settings), settings);
  return imageOfSite(settings);
}

/** What is shown beside a shared link to any other page. */
export const imageOfSite = (settings: Settings): SharedImage => ofCard(siteCardOf(settings), settings);

/** What a story's picture depends on beyond the story and the settings: which others are newer. */
export const cardStateOf = (article: Article, publication: Publication): object =>
  cardedIn(publication).has(article) ? WITH_CARD : WITHOUT_CARD;

const WITH_CARD = { card: true };
const WITHOUT_CARD = { card: false };

const ofCard = (card: SocialCard, { url }: Settings): SharedImage => ({
  url: absoluteUrl(url, urlOf(card)),
  ...CARD,
  alt: card.headline,
});

/** Names all that a card is drawn from and by, so that its bytes never change. */
const urlOf = (card: SocialCard): SitePath =>
  cardUrl(hash("sha256", JSON.stringify([CARD_RECIPE, card]), "hex").slice(0, 16));

const carded = new WeakMap<Publication, ReadonlySet<Article>>();

function cardedIn(publication: Publication): ReadonlySet<Article> {
  const stories = carded.get(publication) ?? storiesWithCards(publication.articles, publication.settings.socialCards);
  carded.set(publication, stories);
  return stories;
}
