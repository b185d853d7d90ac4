import { Bars, barsHeight } from "../forms/chart/Bars.tsx";
import { LINES_HEIGHT, Lines } from "../forms/chart/Lines.tsx";
import { WIDTH } from "../forms/chart/plane.ts";
import { labelPrinter } from "../forms/chart/print.ts";
import type { FormOnPage } from "../forms/forms.tsx";
import { joined } from "../words/lists.ts";
import { FiguresTable } from "./FiguresTable.tsx";
import { FormSource } from "./FormSource.tsx";

/** Figures, drawn, and under the drawing as a table. */
export function Chart(chart: FormOnPage<"chart">) {
  const { type, title, unit, source, figures, language, words } = chart;
  const height = type === "line" ? LINES_HEIGHT : barsHeight(figures);
  return (
    <figure class="chart">
      <figcaption>
        {title}
        {unit && <span class="unit">{unit}</span>}
      </figcaption>
      {figures.series.length > 1 && <Legend chart={chart} />}
      <svg role="img" viewBox={`0 0 ${WIDTH} ${height}`} direction="ltr">
        <title>{title}</title>
        <desc>{descriptionOf(chart)}</desc>
        {type === "line" ? (
          <Lines figures={figures} language={language} />
        ) : (
          <Bars figures={figures} language={language} />
        )}
      </svg>
      <details>
        <summary>{words.forms.figures}</summary>
        {/* biome-ignore lint/a11y/useSemanticElements: a group of fields is something else */}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard must be able to scroll it (WCAG 2.1.1) */}
        <div class="table" role="group" tabIndex={0} aria-label={title}>
          <FiguresTable figures={figures} language={language} />
        </div>
      </details>
      <FormSource source={source} words={words} />
    </figure>
  );
}

/** What sort of chart it is, of what, and from when to when. */
function descriptionOf({ type, figures: { labels, dates, series }, language, words }: FormOnPage<"chart">): string {
  const print = labelPrinter(language, dates);
  const names = joined(
    series.map(({ name }) => name),
    language,
  );
  const [first = "", last = ""] = [labels[0], labels.at(-1)];
  return `${words.forms[type]}: ${names}, ${print(first)} – ${print(last)}.`;
}

/** Which line or bar is whose. Nobody needs colours to tell: lines are broken in other ways, and bars are filled or not. */
function Legend({ chart: { type, figures } }: { readonly chart: FormOnPage<"chart"> }) {
  return (
    <ul class="legend">
      {figures.series.map(({ name }, index) => (
        <li>
          <svg viewBox="0 0 28 12" aria-hidden="true">
            {type === "line" ? (
              <path class={`line s${index + 1}`} d="M2 6H26" />
            ) : (
              <rect class={`bar s${index + 1}`} x="8" y="1" width="12" height="10" />
            )}
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
