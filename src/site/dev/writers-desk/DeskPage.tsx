import type { DeskFigures } from "./figures.ts";
import { LackingList } from "./LackingList.tsx";
import { PlotFigure } from "./PlotFigure.tsx";
import { ProblemList } from "./ProblemList.tsx";
import type { DrawnPlot } from "./plots.ts";
import { StoryTable } from "./StoryTable.tsx";
import { Weights } from "./Weights.tsx";

export interface DeskPageProps extends DeskFigures {
  readonly styles: string;
  readonly plots: readonly DrawnPlot[];
}

/** What editors see of the whole newspaper while they write. In English, as the commands are. */
export function DeskPage({ styles, plots, ...desk }: DeskPageProps) {
  const { site, language, timeZone, counts, told, drafts, scheduled, changed, lacking, heaviest } = desk;
  return (
    <html lang="en" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="robots" content="noindex" />
        <title>{`Desk | ${site}`}</title>
        <link rel="stylesheet" href={styles} />
      </head>
      <body>
        <header>
          <p>
            <a href="/">
              <bdi lang={language}>{site}</bdi>
            </a>
          </p>
          <h1>Desk</h1>
          <p class="tally">
            {[
              plural(counts.published, "story", "stories"),
              plural(counts.draft, "draft", "drafts"),
              `${counts.scheduled} scheduled`,
              ...(counts.expired > 0 ? [`${counts.expired} expired`] : []),
            ].join(" · ")}
          </p>
        </header>
        <main>
          <ProblemList {...told} />
          <div class="columns">
            <StoryTable id="drafts" heading="Drafts" none="There is no draft." stories={drafts} />
            <StoryTable
              id="scheduled"
              heading="Scheduled"
              note={`Times are those of ${timeZone}.`}
              none="Nothing waits for its time."
              stories={scheduled}
            />
            <StoryTable
              id="changed"
              heading="Recently changed"
              note={'Published stories by "date", "updated" and corrections.'}
              none="Nothing is published yet."
              stories={changed}
              isAll={false}
            />
          </div>
          <div class="columns">
            <LackingList lacking={lacking} language={language} />
            <Weights weights={heaviest} />
          </div>
          {plots.length > 0 && (
            <section aria-labelledby="archive">
              <h2 id="archive">Archive</h2>
              <p class="note">Of the stories that are out.</p>
              <div class="plots">
                {plots.map((plot) => (
                  <PlotFigure plot={plot} language={language} />
                ))}
              </div>
            </section>
          )}
        </main>
        <footer>
          <p>This page is for you alone: it is made by the dev server, and no build has it.</p>
        </footer>
      </body>
    </html>
  );
}

const plural = (count: number, one: string, many: string) =>
  `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
