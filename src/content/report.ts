import type { Problem } from "../problems.ts";

/** Takes a problem down. Reading goes on, so that a writer hears of all of them at once. */
export type Report = (problem: Problem) => void;

/** Nobody reads more about one file, and what is near each of a million wrong names takes hours to find. */
export const MOST_PROBLEMS = 200;

/** Takes down the problems of one file, as many as anybody reads. */
export interface FileReport {
  readonly report: Report;
  /** Whether so much is wrong that the rest need not be looked at. */
  readonly isEnough: () => boolean;
}

/** Passes the problems of one file on, and says when there are too many. */
export function reportOnFile(shownAs: string, report: Report): FileReport {
  let count = 0;
  return {
    report(problem) {
      count++;
      if (count <= MOST_PROBLEMS) report(problem);
      if (count !== MOST_PROBLEMS + 1) return;
      const what = `There are more than ${MOST_PROBLEMS} problems in this file.`;
      report({ severity: "error", file: shownAs, what, fix: "Mend the others first." });
    },
    isEnough: () => count > MOST_PROBLEMS,
  };
}
