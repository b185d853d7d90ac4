import { scaleBand, scaleLinear } from "d3-scale";
import type { Figures } from "../../../src/model/forms.ts";
import { Axes, marginOf } from "./Axes.tsx";
import { round, ticksThatFit, WIDTH, widthOf } from "./plane.ts";
import { labelPrinter, numberPrinter } from "./print.ts";

interface BarsProps {
  readonly figures: Figures;
  /** BCP 47. */
  readonly language: string;
}

const COLUMNS_HEIGHT = 220;
const [TOP, BOTTOM] = [20, 26];
/** Of bars under each other: a line for the label, a bar for each figure, and what parts a row from the next. */
const [LABEL, BAR, GAP] = [20, 18, 10];

const rowHeight = ({ series }: Figures): number => LABEL + series.length * BAR + GAP;

/** How high the bars are together. */
export const barsHeight = (figures: Figures): number =>
  figures.dates ? COLUMNS_HEIGHT : figures.labels.length * rowHeight(figures);

/** Dates go from side to side, as time does in charts; names have a line each, in which they can be read. */
export const Bars = (props: BarsProps) => (props.figures.dates ? <Columns {...props} /> : <Rows {...props} />);

/** With nought among them, where bars begin. */
function reachOf({ series }: Figures): [number, number] {
  const values = series.flatMap((one) => one.values.filter((value) => value !== null));
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  return least === most ? [0, 1] : [least, most];
}

function Columns({ figures, language }: BarsProps) {
  const { labels, dates, series } = figures;
  const y = scaleLinear(reachOf(figures), [COLUMNS_HEIGHT - BOTTOM, TOP]).nice(4);
  const x = scaleBand(labels, [marginOf(y, language), WIDTH]).paddingInner(0.25);
  const width = x.bandwidth() / series.length;
  const print = labelPrinter(language, dates);
  const ticks = labels.map((label) => ({ x: (x(label) ?? 0) + x.bandwidth() / 2, word: print(label) }));
  return (
    <>
      <Axes y={y} ticks={ticksThatFit(ticks)} height={COLUMNS_HEIGHT} language={language} />
      {series.flatMap(({ values }, index) =>
        values.map((value, row) => {
          if (value === null) return null;
          const [top, bottom] = [Math.min(y(value), y(0)), Math.max(y(value), y(0))];
          const left = (x(labels[row] ?? "") ?? 0) + index * width;
          return (
            <rect
              class={`bar s${index + 1}`}
              x={round(left)}
              y={round(top)}
              width={round(width)}
              height={round(bottom - top)}
            />
          );
        }),
      )}
    </>
  );
}

function Rows({ figures, language }: BarsProps) {
  const { labels, series } = figures;
  const number = numberPrinter(language);
  const reach = reachOf(figures);
  const words = series.flatMap(({ values }) => values.map((value) => (value === null ? "–" : number(value))));
  const x = scaleLinear(reach, [1, WIDTH - Math.max(...words.map(widthOf)) - 8]);
  return (
    <>
      {labels.map((label, row) => (
        <text class="name" y={row * rowHeight(figures) + 15}>
          {label}
        </text>
      ))}
      {series.flatMap(({ values }, index) =>
        values.flatMap((value, row) => {
          const top = row * rowHeight(figures) + LABEL + index * BAR;
          const [left, right] = [Math.min(x(value ?? 0), x(0)), Math.max(x(value ?? 0), x(0))];
          return [
            <rect
              class={`bar s${index + 1}`}
              x={round(left)}
              y={top + 2}
              width={round(Math.max(0.5, right - left))}
              height={BAR - 4}
            />,
            <text x={round(right + 6)} y={top + 14}>
              {value === null ? "–" : number(value)}
            </text>,
          ];
        }),
      )}
    </>
  );
}
