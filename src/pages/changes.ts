import type { ChangeProps } from "../../layouts/changes.tsx";
import type { StoryHistory } from "../model/history.ts";
import type { Correction } from "../model/newsroom.ts";
import type { Article } from "../model/publication.ts";
import type { Settings } from "../model/settings.ts";
import { changedPassages } from "../model/text-changes.ts";
import { type Moment, momentAt, printShort } from "../model/time.ts";
import { sectionUrl } from "../model/urls.ts";
import { type Edition, frameOf, wordsOf } from "./frame.ts";
import { type HtmlPage, type PlannedPage, planned } from "./page.ts";
import { foreignLanguage } from "./story-props.ts";

/** Of each corrected story: what changed in it since it came out, word by word, from its file's history. */
export function changesPages(edition: Edition): PlannedPage<HtmlPage>[] {
  const { articles, histories } = edition.publication;
  return articles.flatMap((article) => {
    const history = histories.get(article.url);
    if (!article.changesUrl || !history) return [];
    return [
      planned(
        article.changesUrl,
        (url) => changesPage(edition, article, history, url),
        () => [article, history],
      ),
    ];
  });
}

function changesPage(edition: Edition, article: Article, history: StoryHistory, url: HtmlPage["url"]): HtmlPage {
  const { settings } = edition.publication;
  const words = wordsOf(edition);
  return {
    kind: "html",
    url,
    source: article.file,
    layout: "changes",
    props: {
      frame: frameOf(edition, {
        sheet: "changes",
        url,
        title: `${words.changes.heading}: ${article.title}`,
        description: words.changes.of(article.title),
        menu: sectionUrl(article.section.slug),
        // Whoever looks for the story is to find what is right in it.
        hasAddress: false,
      }),
      headline: article.title,
      url: article.url,
      language: foreignLanguage(article, settings.language),
      changes: changesOf(article, history, settings),
    },
  };
}

/** What each public version changed in the one before it; the newest first. */
function changesOf(article: Article, history: StoryHistory, settings: Settings): ChangeProps[] {
  const { timeZone, language } = settings;
  const changes = history.flatMap(({ from, blocks }, index) => {
    const before = history[index - 1];
    const passages = before ? changedPassages(before.blocks, blocks, article.language) : [];
    return passages.length === 0 ? [] : [{ at: momentAt(from, timeZone), passages }];
  });
  const corrected = Map.groupBy(article.corrections, (correction) =>
    changeOf(
      correction,
      changes.map(({ at }) => at),
    ),
  );
  return changes
    .map(({ at, passages }) => ({
      time: printShort(at, timeZone, language),
      corrections: (corrected.get(at) ?? []).map(({ text }) => text),
      passages,
    }))
    .reverse();
}

/** The change with which a correction was made: on its day, and of that day's the nearest. */
function changeOf({ date }: Correction, changes: readonly Moment[]): Moment | undefined {
  const away = (change: Moment) => Math.abs(change.epochMs - date.epochMs);
  return changes
    .filter((change) => change.iso.slice(0, 10) === date.iso.slice(0, 10))
    .toSorted((a, b) => away(a) - away(b) || b.epochMs - a.epochMs)[0];
}
