import type { Problem } from "../../problems.ts";
import type { Places } from "../places.ts";
import { type Advice, adviceAsProblem } from "./advice.ts";

/** What is to be said of the style of one file. */
export interface FileAdvice {
  /** Below `content/`. */
  readonly path: string;
  readonly advice: readonly Advice[];
}

/** Nobody reads more about one file. */
const MOST_ADVICE = 20;

/** The files of which there is something to say: as much as is read, without what a newsroom does not want to hear. */
export function adviceOf(files: readonly FileAdvice[], ignored: readonly string[]): FileAdvice[] {
  return files.flatMap(({ path, advice }) => {
    const wanted = advice.filter(({ rule }) => !ignored.includes(rule));
    return wanted.length === 0 ? [] : { path, advice: wanted.slice(0, MOST_ADVICE) };
  });
}

const known = new WeakMap<Advice, Problem>();

/** The same as warnings, each with its line. */
export function adviceAsProblems(files: readonly FileAdvice[], places: Places): Problem[] {
  return files.flatMap(({ path, advice }) =>
    advice.flatMap((one) => {
      const before = known.get(one);
      if (before) return before;
      const spot = places.ofLink(path, one.at);
      // The file has changed since: what is said of it by now is for the next run.
      if (!spot) return [];
      const problem = adviceAsProblem(one, places.shownAs(path), spot.excerpt);
      known.set(one, problem);
      return problem;
    }),
  );
}
