import { lastChangeOf } from "../model/changed.ts";
import type { Month, Year } from "../model/publication.ts";
import { monthName } from "../model/time.ts";
import { FRONT, monthUrl, type SitePath, yearUrl } from "../model/urls.ts";
import { type Edition, frameOf, wordsOf } from "./frame.ts";
import { structuredData } from "./json-ld.ts";
import { collectionPage } from "./json-ld-of-pages.ts";
import { type HtmlPage, type PlannedPage, planned } from "./page.ts";
import { storyCard } from "./story-props.ts";

const NEWEST_OF_MONTH = 3;

const newestOf = ({ articles }: Pick<Month, "articles">) => articles.slice(0, NEWEST_OF_MONTH);

/** `/2020/`: the year's months, each with its newest stories. */
export function yearPages(edition: Edition): PlannedPage<HtmlPage>[] {
  return edition.publication.years.map((year) =>
    planned(
      yearUrl(year.year),
      (url) => yearPage(edition, year, url),
      undefined,
      () => lastChangeOf(year.months.flatMap(newestOf)),
    ),
  );
}

function yearPage(edition: Edition, { year, months }: Year, url: SitePath): HtmlPage {
  const { settings } = edition.publication;
  const words = wordsOf(edition);
  const heading = String(year);
  const ways = [
    { name: words.home, url: FRONT },
    { name: heading, url },
  ];
  return {
    kind: "html",
    url,
    layout: "year",
    props: {
      frame: frameOf(edition, {
        sheet: "list",
        url,
        title: heading,
        description: words.storiesOfYear(heading, settings.title),
        jsonLd: structuredData(collectionPage({ name: heading, url, ways }, settings)),
      }),
      heading,
      months: months.map(({ month, articles }) => ({
        name: monthName(year, month, settings.language),
        url: monthUrl(year, month),
        storyCount: articles.length,
        newest: newestOf({ articles }).map((article) => storyCard(article, settings)),
      })),
    },
  };
}
