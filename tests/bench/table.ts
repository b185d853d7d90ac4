import type { Result } from "./rounds.ts";
import { growth, median, type Point } from "./statistics.ts";

/** The order of the table, by key or group, wherever the results come from. */
const ORDER = ["floor", "hugo", "eleventy", "clean", "search", "pagefind", "nothing", "edit", "check", "dev"];
/** Of what grows with the site. */
const GROWING = ["floor", "hugo-clean", "eleventy", "clean-pages", "clean-search"];

/** The medians of all results, a line each, in Markdown. */
export function table(results: readonly Result[]): string {
  const head = ["stories", "", "seconds", "× Hugo", "peak MB", "pages changed", "pages written"];
  const place = ({ key }: Result) => ORDER.indexOf(key.split("-")[0] ?? key);
  const sorted = [...results].sort((a, b) => a.stories - b.stories || place(a) - place(b));
  return markdown(
    head,
    sorted.map(({ stories, name, runs }) => {
      const middle = (values: readonly (number | undefined)[], digits: number) => {
        const known = values.filter((value) => value !== undefined);
        return known.length > 0 ? format(median(known), digits) : "";
      };
      return [
        format(stories, 0),
        name,
        middle(
          runs.map(({ seconds }) => seconds),
          2,
        ),
        middle(
          runs.map(({ timesHugo }) => timesHugo),
          2,
        ),
        middle(
          runs.map(({ peakMegabytes }) => peakMegabytes),
          0,
        ),
        middle(
          runs.map(({ html }) => html?.changed),
          0,
        ),
        middle(
          runs.map(({ html }) => html?.written),
          0,
        ),
      ];
    }),
  );
}

/** With which power of the stories time and memory grow, in Markdown; empty for sites of one size. */
export function growthTable(results: readonly Result[]): string {
  const rows = GROWING.flatMap((key) => {
    const own = results.filter((result) => result.key === key);
    const power = (points: readonly Point[]) => growth(points)?.toFixed(2);
    const time = power(own.map(({ stories, runs }) => [stories, median(runs.map(({ seconds }) => seconds))]));
    const memory = power(
      own.map(({ stories, runs }) => [stories, median(runs.map(({ peakMegabytes = Number.NaN }) => peakMegabytes))]),
    );
    return time && memory ? [[own[0]?.name ?? key, time, memory]] : [];
  });
  return rows.length > 0 ? markdown(["grows with the power of", "time", "memory"], rows) : "";
}

const format = (value: number, digits: number) =>
  value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });

function markdown(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `|${cells.map((cell) => (cell === "" ? " " : ` ${cell} `)).join("|")}|`;
  const isText = (column: number) => rows.every((row) => /[a-z]/i.test(row[column] ?? ""));
  const rule = `|${head.map((_cell, column) => (isText(column) ? "---" : "---:")).join("|")}|`;
  return [line(head), rule, ...rows.map(line)].join("\n");
}
