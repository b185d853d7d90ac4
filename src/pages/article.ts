import type { SourceProps } from "../../layouts/parts/Sources.tsx";
import type { Way } from "../../layouts/parts/WaysOn.tsx";
import { lastChangeOf } from "../model/changed.ts";
import type { Source } from "../model/newsroom.ts";
import type { Article } from "../model/publication.ts";
import { relationsOf, withinReach } from "../model/relations.ts";
import { type Moment, printInFull, printShort } from "../model/time.ts";
import { absoluteUrl, authorUrl, FRONT, mailWith, sectionUrl, tagUrl } from "../model/urls.ts";
import { commentsOf, headOfComments } from "./comments.ts";
import { commentsData } from "./comments-json-ld.ts";
import { numbered } from "./corrections.ts";
import { type Edition, frameOf, wordsOf } from "./frame.ts";
import { breadcrumbList, newsArticle, structuredData } from "./json-ld.ts";
import { type ArticlePage, liveStoryPage } from "./live-story.ts";
import { type HtmlPage, type PlannedPage, planned } from "./page.ts";
import { imgProps } from "./pictures.ts";
import { partsOf, seriesNote } from "./series.ts";
import { cardStateOf, imageOfStory } from "./social-images.ts";
import { authorProps, foreignLanguage, markOf, storyCard } from "./story-props.ts";

/** The story's own page. */
export function articlePages(edition: Edition): PlannedPage<HtmlPage>[] {
  const { articles, discussions } = edition.publication;
  return articles.map((article, index) => {
    const discussion = discussions.get(article.url);
    return planned(
      article.url,
      () => {
        const page = articlePage(edition, article, index);
        return article.live ? liveStoryPage(page, { ...article, live: article.live }, edition) : page;
      },
      () => [
        ...withinReach(articles, index),
        ...partsOf(edition.publication, article),
        cardStateOf(article, edition.publication),
        ...(discussion ? [discussion] : []),
      ],
      () => lastChangeOf([article]),
    );
  });
}

function articlePage(edition: Edition, article: Article, index: number): ArticlePage {
  const { settings, articles } = edition.publication;
  const inFull = (moment: Moment) => printInFull(moment, settings.timeZone, settings.language);
  const corrections = numbered(article);
  const parts = partsOf(edition.publication, article);
  const { earlier, later, related } = relationsOf(articles, index);
  const comments = commentsOf(edition, article);
  const { scripts, ...headOf } = headOfComments(edition, article, comments);
  const breadcrumbs: Way[] = [
    { name: wordsOf(edition).home, url: FRONT },
    { name: article.section.name, url: sectionUrl(article.section.slug) },
  ];
  return {
    kind: "html",
    url: article.url,
    source: article.file,
    layout: "article",
    props: {
      frame: frameOf(edition, {
        sheet: "story",
        forms: article.forms,
        ...headOf,
        scripts: [...(article.frames ? [edition.assets.embeds] : []), ...scripts],
        url: article.url,
        title: article.title,
        description: article.summary,
        menu: sectionUrl(article.section.slug),
        type: "article",
        image: imageOfStory(article, edition.publication),
        story: { published: article.date.iso, authors: article.authors },
        jsonLd: structuredData(
          newsArticle(article, settings, commentsData(edition.publication, article)),
          breadcrumbList(breadcrumbs, settings),
        ),
      }),
      mark: markOf(article),
      sponsored: article.sponsored,
      disclosure: article.disclosure,
      series: seriesNote(article, parts, parts.indexOf(article)),
      breadcrumbs,
      share: { mail: mailWith(article.title, absoluteUrl(settings.url, article.url)) },
      language: foreignLanguage(article, settings.language),
      headline: article.title,
      standfirst: article.summary,
      byline: article.authors.map(({ name, slug }) => ({ name, url: authorUrl(slug) })),
      place: article.place,
      published: inFull(article.date),
      minutesToRead: article.minutesToRead,
      updated: article.updated && inFull(article.updated),
      corrected: corrections[0] && inFull(corrections[0].date),
      cover: article.cover && {
        image: imgProps(article.cover, "story"),
        caption: article.cover.caption,
        credit: article.cover.credit,
      },
      contents: article.contents,
      body: article.body,
      changes: article.changesUrl,
      corrections: corrections.map(({ id, date, text }) => ({
        id,
        time: printShort(date, settings.timeZone, settings.language),
        text,
      })),
      sources: article.sources.map((source) => sourceProps(source, inFull)),
      tags: article.tags.map(({ name, slug }) => ({ name, url: tagUrl(slug) })),
      authors: article.authors.map(authorProps),
      ...(comments ? { comments } : {}),
      neighbours: { earlier: earlier && storyLink(earlier), later: later && storyLink(later) },
      related: related.map((story) => storyCard(story, settings, "tile")),
      topic: topicOf(article, related),
      newsletter: settings.newsletter,
    },
  };
}

/** The first of a story's topics that as many of its related stories as possible share. */
function topicOf({ tags }: Article, related: readonly Article[]): Way | undefined {
  const shared = tags.map((tag) => related.filter((story) => story.tags.includes(tag)).length);
  const tag = tags[shared.indexOf(Math.max(...shared))];
  return tag && { name: tag.name, url: tagUrl(tag.slug) };
}

const storyLink = (story: Article) => ({ headline: story.title, url: story.url, mark: markOf(story) });

function sourceProps(source: Source, inFull: (moment: Moment) => SourceProps["date"]): SourceProps {
  return { ...source, date: source.date && inFull(source.date) };
}
