import { parseArgs } from "node:util";
import { samplesOfBoth } from "../browser/sorts-of-page.ts";
import { missed, type Scores, scoresOf } from "./lighthouse.ts";
import { type OpenSites, withOpenSites } from "./open-sites.ts";
import { javaIsThere, vnuErrors } from "./vnu.ts";

const { values } = parseArgs({
  options: {
    /** How often the speed of each page is measured. */
    runs: { type: "string", default: "3" },
    /** One of the two alone: lighthouse or vnu. */
    only: { type: "string", default: "" },
    /** The sorts of page to look at, with commas between: these alone. */
    sorts: { type: "string", default: "" },
  },
});

/** Prints what both checkers find of both newspapers; whether all is well. */
async function audit(open: OpenSites): Promise<boolean> {
  const valid = values.only === "lighthouse" || checkHtml(open);
  return (values.only === "vnu" || (await measure(open))) && valid;
}

function checkHtml({ sites }: OpenSites): boolean {
  if (!javaIsThere()) {
    print("The Nu Html Checker did NOT run: there is no Java here.");
    return true;
  }
  const errors = [sites.own, sites.fixture].flatMap(({ folder }) => vnuErrors(folder));
  print(`The Nu Html Checker finds ${errors.length} errors.`);
  // A mistake of a layout is on every page.
  const kinds = Map.groupBy(errors, (error) => error.replace(/^\S+ /, "").replace(/“\d\S*”/g, "“…”"));
  for (const [kind, places] of kinds) print(`  ${places.length} × ${kind}\n      first in ${places[0]}`);
  return errors.length === 0;
}

async function measure({ sites, port }: OpenSites): Promise<boolean> {
  const wanted = values.sorts === "" ? [] : values.sorts.split(",");
  const samples = samplesOfBoth(sites.own, sites.fixture).filter(
    ({ sort, url, further }) =>
      (!further || url.startsWith(sites.fixture.url)) && (wanted.length === 0 || wanted.includes(sort)),
  );
  print(row(["sort of page", "perf", "a11y", "best", "SEO", "LCP ms", "TBT ms", "CLS", "missed"]));
  let met = true;
  for (const sample of samples) {
    const scores = await scoresOf(sample, port, Number(values.runs));
    const wrong = missed(scores);
    met &&= wrong.length === 0;
    print(row([...figures(scores), [...wrong, ...scores.lost].join(", ")]));
  }
  return met;
}

const figures = ({ sample, performance, accessibility, bestPractices, seo, lcp, tbt, cls }: Scores): string[] => [
  sample.sort,
  ...[performance, accessibility, bestPractices, seo, Math.round(lcp), Math.round(tbt)].map(String),
  cls.toFixed(3),
];

const row = ([name = "", ...cells]: readonly string[]): string =>
  [name.padEnd(28), ...cells.map((cell, index) => (index < 7 ? cell.padStart(6) : `  ${cell}`))].join(" ");

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

if (!(await withOpenSites(audit))) process.exitCode = 1;
