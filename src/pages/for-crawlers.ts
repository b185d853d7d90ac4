import { isOut } from "../model/publication.ts";
import {
  ATOM_FEED,
  absoluteUrl,
  LLMS,
  NEWS_SITEMAP,
  ROBOTS,
  SITEMAP,
  type SitePath,
  sectionUrl,
  staticPageUrl,
} from "../model/urls.ts";
import { type Edition, wordsOf } from "./frame.ts";
import type { TextPage } from "./page.ts";

/** `/robots.txt` */
export function robotsPage({ publication: { settings }, indexed }: Edition): TextPage {
  const sitemaps = indexed ? [SITEMAP, NEWS_SITEMAP].map((path) => absoluteUrl(settings.url, path)) : [];
  const { aiTraining, aiAnswers } = settings.crawlers;
  return { kind: "text", url: ROBOTS, layout: "robots", props: { sitemaps, aiTraining, aiAnswers } };
}

/** How many stories `/llms.txt` names. */
const NEWEST = 20;

/** `/llms.txt` */
export function llmsPage(edition: Edition): TextPage {
  const { settings, sections, articles, pages } = edition.publication;
  const words = wordsOf(edition);
  const link = (name: string, path: SitePath, about?: string) => ({
    name,
    url: absoluteUrl(settings.url, path),
    about,
  });
  const newest = articles.filter(isOut).slice(0, NEWEST);
  return {
    kind: "text",
    url: LLMS,
    layout: "llms",
    props: {
      title: settings.title,
      description: settings.description,
      lists: [
        {
          heading: words.sections,
          links: sections.map(({ subject }) => link(subject.name, sectionUrl(subject.slug), subject.description)),
        },
        { heading: words.latest, links: newest.map(({ title, url, summary }) => link(title, url, summary)) },
        {
          heading: words.aboutThisSite,
          links: pages.map(({ title, slug, summary }) => link(title, staticPageUrl(slug), summary)),
        },
        { heading: words.feeds, links: [link("Atom", ATOM_FEED), link("Sitemap", SITEMAP)] },
      ].filter(({ links }) => links.length > 0),
    },
  };
}
