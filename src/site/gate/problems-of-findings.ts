import { readablePath, servedAt } from "../../model/urls.ts";
import type { Problem } from "../../problems.ts";
import type { Evidence } from "./evidence.ts";
import type { Finding } from "./findings.ts";
import type { Refused } from "./limits.ts";
import { decodedAddress } from "./site-link.ts";

/** How many pages are named that have the same thing wrong with them. */
const PAGES_NAMED = 5;

/**
 * Findings as problems, at the line that a person wrote where it can be found, and otherwise in the page as it would be
 * in the output folder (`shownOutput`). What is wrong with many pages alike is said of a few, and what comes from one line
 * is said once.
 */
export function problemsOf(findings: readonly Finding[], evidence: Evidence, shownOutput: string): Problem[] {
  const alike = Map.groupBy(findings, ({ rule, about, page }) =>
    // A weight is a page's own.
    rule === "too heavy" ? `${rule} ${page}` : `${rule} ${about}`,
  );
  return [...alike.values()].flatMap((all) => {
    const named = new Map<string, Problem>();
    for (const finding of all.slice(0, PAGES_NAMED)) {
      const problem = problemOf(finding, evidence, shownOutput);
      const place = `${problem.file} ${problem.at?.line} ${problem.at?.column}`;
      if (!named.has(place)) named.set(place, problem);
    }
    const others = all.length - named.size;
    return [...named.values()].map((problem, index) =>
      others > 0 && index === named.size - 1 ? { ...problem, what: `${problem.what} ${more(others)}` } : problem,
    );
  });
}

/** Files and folders that can't be published, as problems. */
export const problemsOfRefused = (refused: readonly Refused[], shownOutput: string): Problem[] =>
  refused.map(({ path, what, fix }) => ({
    severity: "error",
    file: path === "" ? shownOutput : `${shownOutput}/${path}`,
    what,
    fix,
  }));

const more = (pages: number) =>
  `The same goes for ${pages === 1 ? "another page" : `${pages.toLocaleString("en")} other pages`}.`;

function problemOf(finding: Finding, evidence: Evidence, shownOutput: string): Problem {
  const { what, fix, written } = wordsOf(finding);
  const { source, page } = finding;
  const found = evidence.find(written, source);
  const file = found?.file ?? (source === undefined ? `${shownOutput}/${page}` : evidence.shownAs(source));
  return { severity: "error", file, at: found?.at, what, fix };
}

interface Words {
  readonly what: string;
  readonly fix: string;
  /** What may stand in the line that is to blame, the most telling first. */
  readonly written: readonly string[];
}

function wordsOf(finding: Finding): Words {
  const page = readablePath(servedAt(finding.page));
  const { about } = finding;
  switch (finding.rule) {
    case "dead link":
      return {
        what: `${page} links to ${readablePath(addressAs(about))}, where nothing stands.`,
        fix: "Mend the link, or take it out.",
        written: waysToWrite(about),
      };
    case "dead anchor":
      return {
        what: `${page} links to ${about}, where no element has that id.`,
        fix: "Mend the link, or let it lead to the page alone.",
        written: [...waysToWrite(about), about.slice(about.indexOf("#"))],
      };
    case "duplicate id":
      return {
        what: `${page} has the id "${about}" more than once.`,
        fix: "Give each element an id of its own.",
        written: [`id="${about}"`, `"${about}"`],
      };
    case "no alt":
      return {
        what: `${page} shows the picture ${about} without an alternative text.`,
        fix: 'Give it one; alt="" for a picture that says nothing.',
        written: [about, "<img"],
      };
    case "hidden text":
      return {
        what: `${page} says "${about}", and the story with these words is not out: ${finding.story}.`,
        fix: "Take the words out, or publish that story first.",
        written: [about],
      };
    case "hidden address":
      return {
        what: `${page} names ${readablePath(addressAs(about))}, and the story that will stand there is not out: ${finding.story}.`,
        fix: "Take the address out, or publish that story first.",
        written: waysToWrite(about),
      };
    case "invalid":
      return {
        what: `${page} breaks a rule: ${about}.`,
        fix: "A part of your own layouts may print this; if you have none, it is a fault of Dateline's: please report it.",
        written: [],
      };
    case "too heavy":
      return {
        what: `${page} weighs ${kilobytes(about)} KB, compressed; that is over the site's pageWeight.`,
        fix: "Cut it into parts, or raise pageWeight in settings.yaml.",
        written: [],
      };
  }
}

const addressAs = (path: string) => servedAt(decodedAddress(path).slice(1));

/** A link is written with percent codes or without them. */
const waysToWrite = (target: string): string[] => [target, decodedAddress(target)];

const kilobytes = (bytes: string) => Math.ceil(Number(bytes) / 1000).toLocaleString("en");
