import type { DrawnPlot } from "./plots.ts";

interface PlotFigureProps {
  readonly plot: DrawnPlot;
  /** BCP 47: of names in it. */
  readonly language: string;
}

/** A plot, and its figures as a table for whoever cannot see it, or wants to know exactly. */
export function PlotFigure({ plot, language }: PlotFigureProps) {
  const { id, title, summary, narrow, wide, columns, rows } = plot;
  return (
    <figure aria-labelledby={`plot-${id}`}>
      <figcaption>
        <h3 id={`plot-${id}`}>{title}</h3>
        <p class="note" dir="auto">
          {summary}
        </p>
      </figcaption>
      <Drawing svg={narrow} width="narrow" />
      <Drawing svg={wide} width="wide" />
      <details>
        <summary>{`${title}, as a table`}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled with the keyboard too */}
        <section class="scrolls" tabIndex={0} aria-label={`${title}, as a table`}>
          <table>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th scope="col">{column}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(([name, ...figures]) => (
                <tr>
                  <th scope="row" lang={language} dir="auto">
                    {name}
                  </th>
                  {figures.map((figure) => (
                    <td>{figure}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </figure>
  );
}

const Drawing = ({ svg, width }: { readonly svg: string; readonly width: "narrow" | "wide" }) => (
  // Plot escapes what stands in its texts
  <div class={`drawing ${width}`} dangerouslySetInnerHTML={{ __html: svg }} />
);
