import lighthouse from "lighthouse";
import type { Sample } from "../browser/sorts-of-page.ts";

/** What Lighthouse says of a page on a phone: scores of 100, times in milliseconds. */
export interface Scores {
  readonly sample: Sample;
  readonly performance: number;
  readonly accessibility: number;
  readonly bestPractices: number;
  readonly seo: number;
  readonly lcp: number;
  readonly tbt: number;
  readonly cls: number;
  /** The audits that cost a point, by their ids. */
  readonly lost: readonly string[];
}

type Results = NonNullable<Awaited<ReturnType<typeof lighthouse>>>["lhr"];

/** Sorts that no search engine is to list: there, being kept from crawlers is right. */
const NOT_LISTED: ReadonlySet<string> = new Set(["offline page", "page for what is not there"]);

/** Looks at a page by all rules once, and measures its speed `runs` times; of the speeds it takes the median. */
export async function scoresOf(sample: Sample, port: number, runs: number): Promise<Scores> {
  const first = await run(sample.url, port, NOT_LISTED.has(sample.sort) ? { skipAudits: ["is-crawlable"] } : {});
  const speeds = [first];
  while (speeds.length < runs) speeds.push(await run(sample.url, port, { onlyCategories: ["performance"] }));
  const score = (results: Results, category: string) => Math.round((results.categories[category]?.score ?? 0) * 100);
  const figure = (audit: string) => median(speeds.map(({ audits }) => audits[audit]?.numericValue ?? Number.NaN));
  return {
    sample,
    performance: median(speeds.map((results) => score(results, "performance"))),
    accessibility: score(first, "accessibility"),
    bestPractices: score(first, "best-practices"),
    seo: score(first, "seo"),
    lcp: figure("largest-contentful-paint"),
    tbt: figure("total-blocking-time"),
    cls: figure("cumulative-layout-shift"),
    lost: lostAudits(first),
  };
}

/** The bounds, and what of them a page misses. */
export function missed({ performance, accessibility, bestPractices, seo, lcp, tbt, cls }: Scores): string[] {
  const bounds: readonly [string, boolean][] = [
    ["performance 100", performance === 100],
    ["accessibility 100", accessibility === 100],
    ["best practices 100", bestPractices === 100],
    ["SEO 100", seo === 100],
    ["LCP 0.9 s", lcp <= 900],
    ["TBT 0", Math.round(tbt) === 0],
    ["CLS 0", Number(cls.toFixed(3)) === 0],
  ];
  return bounds.filter(([, met]) => !met).map(([name]) => name);
}

interface Choice {
  readonly onlyCategories?: string[];
  readonly skipAudits?: string[];
}

async function run(url: string, port: number, choice: Choice): Promise<Results> {
  const result = await lighthouse(url, { port, logLevel: "error", ...choice });
  if (!result) throw new Error(`Lighthouse says nothing of ${url}`);
  const { runtimeError } = result.lhr;
  if (runtimeError) throw new Error(`Lighthouse could not look at ${url}: ${runtimeError.message}`);
  return result.lhr;
}

/** Those that count, and are not of speed, where the figures say more. */
function lostAudits({ categories, audits }: Results): string[] {
  return ["accessibility", "best-practices", "seo"]
    .flatMap((name) => categories[name]?.auditRefs ?? [])
    .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
    .map(({ id }) => id);
}

function median(values: readonly number[]): number {
  const middle = values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
  if (middle === undefined) throw new RangeError("Nothing to take the median of");
  return middle;
}
