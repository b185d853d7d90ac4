import type { ScaleLinear } from "d3-scale";
import { round, type Tick, WIDTH, widthOf } from "./plane.ts";
import { axisPrinter } from "./print.ts";

const TICKS = 4;

/** How wide the numbers of an axis are at most, with what parts them from what is drawn. */
export function marginOf(y: ScaleLinear<number, number>, language: string): number {
  const values = y.ticks(TICKS);
  return Math.max(...values.map(axisPrinter(language, values)).map(widthOf)) + 6;
}

interface AxesProps {
  readonly y: ScaleLinear<number, number>;
  readonly ticks: readonly Tick[];
  /** Of the plane. */
  readonly height: number;
  /** BCP 47. */
  readonly language: string;
}

/** Lines at round numbers, each with its number on it, and what stands under them. */
export function Axes({ y, ticks, height, language }: AxesProps) {
  const values = y.ticks(TICKS);
  const number = axisPrinter(language, values);
  return (
    <>
      {values.map((value) => (
        <path class={value === 0 ? "zero" : undefined} d={`M0 ${round(y(value))}H${WIDTH}`} />
      ))}
      {values.map((value) => (
        <text y={round(y(value) - 4)}>{number(value)}</text>
      ))}
      {ticks.map(({ x, word, anchor }) => (
        <text x={x} y={height - 4} class={anchor}>
          {word}
        </text>
      ))}
    </>
  );
}
