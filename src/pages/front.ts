import { lastChangeOf } from "../model/changed.ts";
import type { Article, Publication } from "../model/publication.ts";
import type { Moment } from "../model/time.ts";
import { FRONT, LATEST, sectionUrl } from "../model/urls.ts";
import { type Edition, frameOf } from "./frame.ts";
import { structuredData } from "./json-ld.ts";
import { webSite } from "./json-ld-of-pages.ts";
import type { HtmlPage } from "./page.ts";
import { imgProps } from "./pictures.ts";
import { storyCard } from "./story-props.ts";

/** With their standfirsts, beside the lead. */
const SECOND_STORIES = 2;
/** Headlines with their times. */
const LATEST_STORIES = 7;
const STORIES_A_SECTION = 4;

/**
 * Which stories stand where: those that the editor has put there, then the newest, then each section with what is not yet
 * above.
 */
function placesOf({ articles, sections, front }: Publication) {
  const chosen = new Set([...(front.lead ? [front.lead] : []), ...front.order]);
  const newest = articles.filter((article) => !chosen.has(article));
  const lead = front.lead ?? newest.shift();
  const others = [...front.order, ...newest];
  const seconds = others.slice(0, SECOND_STORIES);
  const latest = others.slice(SECOND_STORIES, SECOND_STORIES + LATEST_STORIES);
  const above = new Set<Article | undefined>([lead, ...seconds, ...latest]);
  return {
    lead,
    seconds,
    latest,
    sections: sections
      .map(({ subject, articles: inSection }) => ({
        subject,
        stories: inSection.filter((article) => !above.has(article)).slice(0, STORIES_A_SECTION),
      }))
      .filter(({ stories }) => stories.length > 0),
  };
}

/** When a story that the front page shows was last changed. */
export function frontChanged(publication: Publication): Moment | undefined {
  const { lead, seconds, latest, sections } = placesOf(publication);
  const inSections = sections.flatMap(({ stories }) => stories);
  return lastChangeOf([...(lead ? [lead] : []), ...seconds, ...latest, ...inSections]);
}

export function frontPage(edition: Edition): HtmlPage {
  const { settings, front } = edition.publication;
  const { lead, seconds, latest, sections } = placesOf(edition.publication);
  const card = (article: Article) => storyCard(article, settings, "tile");
  return {
    kind: "html",
    url: FRONT,
    layout: "front",
    props: {
      frame: frameOf(edition, {
        sheet: "front",
        url: FRONT,
        description: settings.description,
        jsonLd: structuredData(webSite(settings, edition.assets.icons.large)),
      }),
      banner: front.banner,
      lead: lead && { ...card(lead), image: lead.cover && imgProps(lead.cover, "lead") },
      seconds: seconds.map(card),
      latest: latest.map(card),
      allStories: LATEST,
      sections: sections.map(({ subject, stories }) => ({
        name: subject.name,
        url: sectionUrl(subject.slug),
        stories: stories.map(card),
      })),
      newsletter: settings.newsletter,
    },
  };
}
