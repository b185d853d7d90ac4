import type { Article } from "../model/publication.ts";
import { FRONT, LATEST, sectionUrl } from "../model/urls.ts";
import { type Edition, frameOf } from "./frame.ts";
import { webSite } from "./json-ld.ts";
import type { HtmlPage } from "./page.ts";
import { storyCard } from "./story-props.ts";

const LATEST_STORIES = 6;
const STORIES_A_SECTION = 4;

/** The front page: the newest story leads, then the latest, then each section with what is not yet above. */
export function frontPage(edition: Edition): HtmlPage {
  const { settings, articles, sections } = edition.publication;
  const [lead, ...others] = articles;
  const latest = others.slice(0, LATEST_STORIES);
  const above = new Set<Article | undefined>([lead, ...latest]);
  const card = (article: Article) => storyCard(article, settings);
  return {
    kind: "html",
    url: FRONT,
    layout: "front",
    props: {
      frame: frameOf(edition, {
        sheet: "front",
        url: FRONT,
        description: settings.description,
        jsonLd: webSite(settings),
      }),
      lead: lead && card(lead),
      latest: latest.map(card),
      allStories: LATEST,
      sections: sections
        .map(({ subject, articles: inSection }) => ({
          name: subject.name,
          url: sectionUrl(subject.slug),
          stories: inSection
            .filter((article) => !above.has(article))
            .slice(0, STORIES_A_SECTION)
            .map(card),
        }))
        .filter(({ stories }) => stories.length > 0),
    },
  };
}
