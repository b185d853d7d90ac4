import type { AuthorProps } from "../../layouts/parts/AboutTheAuthor.tsx";
import type { MarkProps } from "../../layouts/parts/Mark.tsx";
import type { StoryCardProps } from "../../layouts/parts/StoryCard.tsx";
import { wordsFor } from "../../layouts/words/dictionaries.ts";
import type { Slot } from "../model/image-slots.ts";
import type { Author } from "../model/newsroom.ts";
import type { Article } from "../model/publication.ts";
import type { Settings } from "../model/settings.ts";
import { printShort } from "../model/time.ts";
import { authorUrl, sectionUrl } from "../model/urls.ts";
import { imgProps } from "./pictures.ts";
import { share } from "./shared.ts";

/** The slots in which lists show pictures. */
type CardSlot = Extract<Slot, "card" | "tile">;

/** A story as lists show it. One object however often it is asked for: a story stands in some ten lists. */
export function storyCard(article: Article, settings: Settings, slot: CardSlot = "card"): StoryCardProps {
  const bySettings = cardsIn[slot];
  const cards = bySettings.get(settings) ?? new WeakMap<Article, StoryCardProps>();
  bySettings.set(settings, cards);
  const card = cards.get(article) ?? share(makeCard(article, settings, slot));
  cards.set(article, card);
  return card;
}

const cardsIn: { readonly [Name in CardSlot]: WeakMap<Settings, WeakMap<Article, StoryCardProps>> } = {
  card: new WeakMap(),
  tile: new WeakMap(),
};

function makeCard(article: Article, { timeZone, language }: Settings, slot: CardSlot): StoryCardProps {
  return {
    url: article.url,
    headline: article.title,
    standfirst: article.summary,
    section: { name: article.section.name, url: sectionUrl(article.section.slug) },
    time: printShort(article.date, timeZone, language),
    image: article.cover && imgProps(article.cover, slot),
    mark: markOf(article),
    sponsored: article.sponsored,
    language: foreignLanguage(article, language),
  };
}

export const markOf = ({ status, live }: Article): MarkProps["mark"] =>
  status !== "published" ? status : live?.isOn ? "live" : undefined;

/** The language of a story in another one than the site's. */
export const foreignLanguage = (article: Pick<Article, "language">, siteLanguage: string): string | undefined =>
  article.language === siteLanguage ? undefined : article.language;

/** One object however often it is asked for: an author stands under all of their stories. */
export function authorProps(author: Author): AuthorProps {
  const props = propsOf.get(author) ?? share(makeAuthorProps(author));
  propsOf.set(author, props);
  return props;
}

const propsOf = new WeakMap<Author, AuthorProps>();

function makeAuthorProps(author: Author): AuthorProps {
  return {
    name: author.name,
    url: authorUrl(author.slug),
    alsoKnownAs: author.alsoKnownAs,
    role: author.role,
    beats: author.beats,
    links: author.links,
    picture: author.picture && imgProps(author.picture, "portrait"),
    biography: author.biography,
  };
}

/** What a search result says of a story above its headline. */
export function labelOf({ section, sponsored }: Article, siteLanguage: string): string {
  return sponsored ? `${sponsored.label ?? wordsFor(siteLanguage).sponsored.label} · ${section.name}` : section.name;
}
