import type { Result } from "./rounds.ts";
import { median, type Point } from "./statistics.ts";

/** What gets a line; the others would only lie on one another. */
const DRAWN = ["floor", "hugo-clean", "eleventy", "clean-search", "clean-pages", "nothing", "edit-new"];

const WIDTH = 760;
const HEIGHT = 440;
const BOX = { left: 56, right: 520, top: 40, bottom: 390 };
const LINE_HEIGHT = 16;

/** With its own ground, so that it can be read wherever it is shown. */
const STYLE = `
  svg { background: var(--ground); --ground: #fff; color: #1f2328; --us: #0b5fa5; --them: #5f6871; --rule: #d5dae0; }
  @media (prefers-color-scheme: dark) {
    svg { --ground: #0d1117; color: #e6edf3; --us: #6cb6ff; --them: #a3adb8; --rule: #30363d; }
  }
  text { font: 13px system-ui, sans-serif; fill: currentColor; }
  .us { --colour: var(--us); } .them { --colour: var(--them); }
  .line { fill: none; stroke: var(--colour); stroke-width: 2; }
  .lead { fill: none; stroke: var(--colour); stroke-width: 0.5; }
  .dot { fill: var(--colour); } .label { fill: var(--colour); }
  .label { paint-order: stroke; stroke: var(--ground); stroke-width: 4; }
  .rule { stroke: var(--rule); }`;

interface Line {
  readonly name: string;
  readonly ours: boolean;
  readonly points: readonly Point[];
}

/** Seconds over stories, both logarithmic, as an SVG. */
export function plot(results: readonly Result[]): string {
  const lines = DRAWN.map((key) => lineOf(results.filter((result) => result.key === key))).filter(
    ({ points }) => points.length > 0,
  );
  const all = lines.flatMap(({ points }) => points);
  const x = scale(
    all.map(([stories]) => stories),
    BOX.left + 24,
    BOX.right,
  );
  const y = scale(
    all.map(([, seconds]) => seconds),
    BOX.bottom,
    BOX.top,
  );
  const place = ([stories, seconds]: Point): Point => [x.at(stories), y.at(seconds)];
  const placed = lines.map((line) => ({ ...line, points: line.points.map(place) }));
  const columns = [...new Set(all.map(([stories]) => stories))].map((stories) => {
    const at = x.at(stories);
    return `${rule(at, BOX.top, at, BOX.bottom)}${text(at, BOX.bottom + 20, "middle", stories.toLocaleString("en"))}`;
  });
  const rows = ticks(y.low, y.high).map((seconds) => {
    const at = y.at(seconds);
    return `${rule(BOX.left, at, BOX.right, at)}${text(BOX.left - 8, at + 4, "end", String(seconds))}`;
  });
  const label = "Seconds of a build over the number of stories";
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${label}">`,
    `<style>${STYLE}\n</style>`,
    text(8, 22, "start", "seconds"),
    text(BOX.right, HEIGHT - 8, "end", "stories"),
    ...columns,
    ...rows,
    ...placed.map(drawLine),
    ...drawLabels(placed),
    "</svg>\n",
  ].join("\n");
}

function lineOf(own: readonly Result[]): Line {
  const points = own
    .map(({ stories, runs }): Point => [stories, median(runs.map(({ seconds }) => seconds))])
    .sort(([a], [b]) => a - b);
  const name = own[0]?.name ?? "";
  return { name, ours: name.startsWith("Dateline"), points };
}

/** From values to places; a little wider than the values, and wide enough for one value alone. */
function scale(values: readonly number[], from: number, to: number) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const [start, end] = low === high ? [low / 2, high * 2] : [low, high];
  const share = (value: number) => Math.log(value / start) / Math.log(end / start);
  return { low: start, high: end, at: (value: number) => Math.round(10 * (from + (to - from) * share(value))) / 10 };
}

/** 1, 2 and 5 of each power of ten between two values. */
function ticks(low: number, high: number): number[] {
  const powers = Array.from({ length: 12 }, (_, index) => index - 4);
  const all = powers.flatMap((power) => [1, 2, 5].map((digit) => Number(`${digit}e${power}`)));
  return all.filter((tick) => tick >= low && tick <= high);
}

const colour = ({ ours }: Line) => (ours ? "us" : "them");
const path = (points: readonly Point[]) => `M${points.map(([x, y]) => `${x} ${y}`).join("L")}`;

function drawLine(line: Line): string {
  const dots = line.points.map(([x, y]) => `<circle class="dot" cx="${x}" cy="${y}" r="3"/>`).join("");
  return `<g class="${colour(line)}"><path class="line" d="${path(line.points)}"/>${dots}</g>`;
}

/** Names at the lines' ends, moved apart where they would lie on one another. */
function drawLabels(lines: readonly Line[]): string[] {
  const ends = lines.flatMap((line) => line.points.slice(-1).map(([x, y]) => ({ line, x, y })));
  let above = { x: Number.NaN, y: 0 };
  return ends
    .sort((a, b) => a.x - b.x || a.y - b.y)
    .map(({ line, x, y }) => {
      above = { x, y: above.x === x ? Math.max(y, above.y + LINE_HEIGHT) : y };
      const lead = `<path class="lead" d="${path([
        [x, y],
        [x + 14, above.y],
      ])}"/>`;
      return `<g class="${colour(line)}">${lead}${text(x + 18, above.y + 4, "start", line.name, "label")}</g>`;
    });
}

const rule = (x1: number, y1: number, x2: number, y2: number) =>
  `<line class="rule" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}"/>`;

function text(x: number, y: number, anchor: "start" | "middle" | "end", words: string, name?: string): string {
  const escaped = words.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<text x="${x}" y="${y}" text-anchor="${anchor}"${name ? ` class="${name}"` : ""}>${escaped}</text>`;
}
