import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import type { ArchiveCounts, Count } from "./counts.ts";

/** A plot at two widths, for phones and for desks, with its figures. */
export interface DrawnPlot {
  readonly id: string;
  readonly title: string;
  /** What it says, in words. */
  readonly summary: string;
  /** SVG of our own making, which needs no escaping. */
  readonly narrow: string;
  readonly wide: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** Pixels. */
const WIDTHS = { narrow: 320, wide: 640 } as const;

type Draw = (width: number) => Plot.PlotOptions;

/** The archive in plots; none of a site without stories. */
export function drawPlots({ months, sections, authors, topics }: ArchiveCounts): DrawnPlot[] {
  if (months.length === 0) return [];
  const overTime = topics.topics.flatMap(({ name, stories }) =>
    stories.map((count, place) => ({ name, period: startOf(topics.periods[place] ?? ""), stories: count })),
  );
  const interval = topics.periods[0]?.length === 4 ? "year" : "month";
  return [
    drawn(
      { id: "months", title: "Stories a month", summary: busiest(months, "month") },
      { columns: ["Month", "Stories"], rows: months.map(({ name, stories }) => [name, stories]) },
      () => ({
        height: 180,
        x: { type: "utc", label: null },
        y: { grid: true, label: null, ticks: Math.min(4, mostOf(months.map(({ stories }) => stories))) },
        marks: [
          Plot.rectY(
            months.map(({ name, stories }) => ({ month: startOf(name), stories })),
            { x: "month", y: "stories", interval: "month", fill: "var(--accent)", insetLeft: 0, insetRight: 0.5 },
          ),
          Plot.ruleY([0]),
        ],
      }),
    ),
    bars("sections", "Stories by section", "Section", sections),
    bars("authors", "Stories by author", "Author", authors),
    ...(topics.topics.length === 0
      ? []
      : [
          drawn(
            { id: "topics", title: "Topics over time", summary: `By ${interval}, the topics with the most stories.` },
            {
              columns: ["Topic", ...topics.periods],
              rows: topics.topics.map(({ name, stories }) => [name, ...stories]),
            },
            () => ({
              height: 40 + topics.topics.length * 52,
              marginRight: 8,
              x: { type: "utc", label: null, axis: "bottom" },
              y: { label: null, ticks: Math.min(2, mostOf(overTime.map(({ stories }) => stories))) },
              fy: { label: null, axis: null, domain: topics.topics.map(({ name }) => name), padding: 0.35 },
              marks: [
                Plot.rectY(overTime, {
                  x: "period",
                  y: "stories",
                  fy: "name",
                  interval,
                  fill: "var(--accent)",
                  insetLeft: 0,
                  insetRight: 0.5,
                }),
                Plot.ruleY([0]),
                Plot.text(topics.topics, {
                  fy: "name",
                  text: ({ name }: { name: string }) => cut(name, 40),
                  frameAnchor: "top-left",
                  dy: -12,
                  fontWeight: 600,
                }),
              ],
            }),
          ),
        ]),
  ];
}

/** One bar each, with its figure beside it. */
function bars(id: string, title: string, column: string, counts: readonly Count[]): DrawnPlot {
  const most = counts[0]?.stories ?? 0;
  const rows = counts.map(({ name, stories }) => [name, stories] as const);
  const summary = counts[0] ? `Most: ${counts[0].name}, ${counts[0].stories}.` : "";
  return drawn({ id, title, summary }, { columns: [column, "Stories"], rows }, (width) => ({
    height: 16 + counts.length * 26,
    marginLeft: Math.round(width * 0.36),
    marginRight: 40,
    marginTop: 4,
    marginBottom: 4,
    x: { axis: null, domain: [0, most] },
    y: {
      label: null,
      domain: counts.map(({ name }) => name),
      tickSize: 0,
      tickFormat: (name: string) => cut(name, width / 20),
    },
    marks: [
      Plot.barX(counts, { y: "name", x: "stories", fill: "var(--accent)", insetTop: 2, insetBottom: 2 }),
      Plot.text(counts, { y: "name", x: "stories", text: "stories", textAnchor: "start", dx: 6 }),
    ],
  }));
}

function drawn(
  about: Pick<DrawnPlot, "id" | "title" | "summary">,
  table: Pick<DrawnPlot, "columns" | "rows">,
  draw: Draw,
): DrawnPlot {
  const at = (width: number) => svgOf({ ...draw(width), width });
  return { ...about, ...table, narrow: at(WIDTHS.narrow), wide: at(WIDTHS.wide) };
}

function svgOf(options: Plot.PlotOptions): string {
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const svg = Plot.plot({ ...options, document });
  // The page's policy lets nothing be styled but by its sheet, which says the same.
  svg.querySelector("style")?.remove();
  svg.setAttribute("aria-hidden", "true");
  return svg.outerHTML;
}

function busiest(counts: readonly Count[], period: string): string {
  const all = counts.reduce((sum, { stories }) => sum + stories, 0);
  const most = counts.reduce((one, other) => (other.stories > one.stories ? other : one));
  const average = (all / counts.length).toFixed(1);
  return `${average} on average; most in ${most.name}, ${most.stories}. The last ${period} is ${counts.at(-1)?.name}.`;
}

/** At least 1. */
const mostOf = (figures: readonly number[]) => figures.reduce((most, figure) => Math.max(most, figure), 1);

/** A year or a month, as Plot takes it. */
const startOf = (period: string) => new Date(`${period.padEnd(7, "-01")}-01T00:00:00Z`);

function cut(text: string, letters: number): string {
  const all = [...text];
  return all.length <= letters ? text : `${all.slice(0, Math.floor(letters) - 1).join("")}…`;
}
