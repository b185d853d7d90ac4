import { parseArgs } from "node:util";
import { samplesOfBoth } from "../browser/sorts-of-page.ts";
import { axeFindings } from "./axe.ts";
import { externalLinks, lookUp } from "./external-links.ts";
import { missed, type Scores, scoresOf } from "./lighthouse.ts";
import { type OpenSites, withOpenSites } from "./open-sites.ts";
import { javaIsThere, vnuErrors } from "./vnu.ts";

const { values } = parseArgs({
  options: {
    /** How often the speed of each page is measured. */
    runs: { type: "string", default: "3" },
    /** One of the checkers alone: vnu, axe, lighthouse or links. */
    only: { type: "string", default: "" },
    /** Whether addresses outside the site are looked up too, which asks other people's servers. */
    links: { type: "boolean", default: false },
    /** The sorts of page to look at, with commas between: these alone. */
    sorts: { type: "string", default: "" },
  },
});

const CHECKERS: Readonly<Record<string, (open: OpenSites) => boolean | Promise<boolean>>> = {
  vnu: checkHtml,
  axe: checkAccessibility,
  lighthouse: measure,
  links: checkLinks,
};

if (values.only !== "" && !Object.hasOwn(CHECKERS, values.only)) {
  throw new Error(`There is no checker "${values.only}"; there are ${Object.keys(CHECKERS).join(", ")}.`);
}

/** Prints what the checkers find of both newspapers; whether all is well. */
async function audit(open: OpenSites): Promise<boolean> {
  let allWell = true;
  for (const [name, check] of Object.entries(CHECKERS)) {
    const wanted = values.only === "" ? name !== "links" || values.links : name === values.only;
    if (wanted) allWell = (await check(open)) && allWell;
  }
  return allWell;
}

async function checkAccessibility(open: OpenSites): Promise<boolean> {
  const findings = await axeFindings(open);
  print(`axe finds ${findings.length} broken rules on every sort of page, in light and in dark.`);
  for (const finding of findings) print(`  ${finding}`);
  return findings.length === 0;
}

/** Of the repository's own newspaper: nobody has written the other one's links. */
async function checkLinks({ sites }: OpenSites): Promise<boolean> {
  const links = externalLinks(sites.own.folder, "content");
  const { gone, unsure } = await lookUp(links);
  print(`Of ${links.length} addresses outside the site ${gone.length} are gone, ${unsure.length} do not tell.`);
  for (const line of gone) print(`  gone: ${line}`);
  for (const line of unsure) print(`  does not tell: ${line}`);
  return gone.length === 0;
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
