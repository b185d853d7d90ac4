import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PROJECT } from "./bench-site.ts";
import { plot } from "./plot.ts";
import type { Result } from "./rounds.ts";
import { growthTable, table } from "./table.ts";

/** What a benchmark found, as it is kept in JSON. */
export interface Report {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly machine: string;
  /** Processes that wanted a core when the benchmark began. */
  readonly load: number;
  /** What `npm run` takes before a command starts; the times are without it. */
  readonly npmSeconds: number;
  readonly results: readonly Result[];
}

/** The reports as one: of what two of them measured, the later one counts. */
export function mergedResults(reports: readonly Report[]): Result[] {
  const results = reports.flatMap((report) => report.results);
  return [...new Map(results.map((result) => [`${result.stories} ${result.key}`, result])).values()];
}

/** In Markdown: where and how it was measured, and the tables. */
export function reportText(reports: readonly Report[]): string {
  const results = mergedResults(reports);
  const runs = results.flatMap((result) => result.runs);
  const kinds = new Set(runs.map(({ memory }) => memory).filter((kind) => kind !== undefined));
  const places = [...new Set(reports.map(({ date, machine }) => `${date}: ${machine}`))].join("; ");
  const npm = Math.max(...reports.map(({ npmSeconds }) => npmSeconds)).toFixed(2);
  return [
    `Measured on ${places}.`,
    "",
    `Medians of ${countOf(results)}. The contenders ran in turn, and the ratios are to Hugo's clean build of the same round.`,
    `Memory is the peak of all processes together (${[...kinds].join(", ")}). Each line is a whole process, without the ${npm} s`,
    "that npm takes to start it. Pages are HTML files.",
    "",
    table(results),
    growthTable(results) && `\n${growthTable(results)}`,
  ]
    .join("\n")
    .trimEnd();
}

function countOf(results: readonly Result[]): string {
  const counts = [...new Set(results.map(({ runs }) => runs.length))].sort((a, b) => a - b);
  return `${counts.join(" or ")} ${counts.at(-1) === 1 ? "run" : "runs"}`;
}

const START = "<!-- The benchmark writes from here … -->";
const END = "<!-- … to here. -->";

/** Puts a text between the two marks of a page. Throws when they are not there. */
export function putBetweenMarks(page: string, text: string): string {
  const [start, end] = [page.indexOf(START), page.indexOf(END)];
  if (start < 0 || end < start) throw new Error(`There are no lines "${START}" and "${END}" to write between`);
  return `${page.slice(0, start + START.length)}\n\n${text}\n\n${page.slice(end)}`;
}

/** Puts the tables and the plot into the documentation. */
export async function writeDocs(reports: readonly Report[]): Promise<void> {
  const page = join(PROJECT, "docs/performance.md");
  const picture = "![Seconds of a build over the number of stories; the table has the figures](performance.svg)";
  const text = putBetweenMarks(await readFile(page, "utf8"), `${picture}\n\n${reportText(reports)}`);
  await writeFile(join(PROJECT, "docs/performance.svg"), plot(mergedResults(reports)));
  await writeFile(page, text);
}
