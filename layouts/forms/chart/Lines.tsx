import { scaleLinear, scalePoint, scaleUtc } from "d3-scale";
import { line } from "d3-shape";
import type { Figures } from "../../../src/model/forms.ts";
import { Axes, marginOf } from "./Axes.tsx";
import { round, ticksThatFit, WIDTH } from "./plane.ts";
import { labelPrinter, timeOf } from "./print.ts";

export const LINES_HEIGHT = 240;
const [TOP, BOTTOM, SIDE] = [20, 26, 5];
const TICKS = 5;

/** A line for each column of figures; where one is missing, the line has a gap. */
export function Lines({ figures, language }: { readonly figures: Figures; readonly language: string }) {
  const { series } = figures;
  const values = series.flatMap((one) => one.values.filter((value) => value !== null));
  const [least, most] = [Math.min(...values), Math.max(...values)];
  // From nought where that leaves the lines room: a line that fills the plane makes much of little.
  const from = least > 0 && least <= most / 2 ? 0 : least;
  const y = scaleLinear([from, most === from ? from + 1 : most], [LINES_HEIGHT - BOTTOM, TOP]).nice(4);
  const { xs, ticks } = acrossOf(figures, marginOf(y, language), language);
  return (
    <>
      <Axes y={y} ticks={ticksThatFit(ticks)} height={LINES_HEIGHT} language={language} />
      {series.map((one, index) => {
        const draw = line<number | null>(
          (_, row) => xs[row] ?? 0,
          (value) => y(value ?? 0),
        )
          .defined((value) => value !== null)
          .digits(1);
        return <path class={`line s${index + 1}`} d={draw(one.values) ?? ""} />;
      })}
      {series.map(({ values }, index) => {
        const last = values.findLastIndex((value) => value !== null);
        return <circle class={`s${index + 1}`} cx={round(xs[last] ?? 0)} cy={round(y(values[last] ?? 0))} r="4" />;
      })}
    </>
  );
}

/** Where the rows stand from left to right, and what is written under them. */
function acrossOf({ labels, dates }: Figures, margin: number, language: string) {
  const range = [margin, WIDTH - SIDE] as const;
  const print = labelPrinter(language, dates);
  if (!dates) {
    const x = scalePoint(labels, range);
    const xs = labels.map((label) => x(label) ?? 0);
    return { xs, ticks: labels.map((label, row) => ({ x: xs[row] ?? 0, word: label })) };
  }
  const times = labels.map(timeOf);
  const x = scaleUtc([times[0] ?? 0, times.at(-1) ?? 1], range);
  const xs = times.map((time) => x(time));
  const isRound = (date: string) => dates === "day" || date.endsWith(dates === "year" ? "-01-01" : "-01");
  const length = { year: 4, month: 7, day: 10 }[dates];
  const days = x.ticks(TICKS).map((time) => time.toISOString());
  const fits = days.every((iso) => iso.endsWith("T00:00:00.000Z") && isRound(iso.slice(0, 10)));
  const shown = fits && days.length > 1 ? days.map((iso) => iso.slice(0, length)) : labels;
  return { xs, ticks: shown.map((date) => ({ x: x(timeOf(date)), word: print(date) })) };
}
