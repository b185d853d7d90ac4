import { hasErrors, inOrderOfMending, type Problem } from "../../problems.ts";

/** As many as somebody mends before looking again. */
const AT_MOST = 100;

/** What an open page is told of problems: plain data. */
export interface Told {
  readonly errors: number;
  readonly warnings: number;
  /** The first of them, errors before warnings. */
  readonly problems: readonly Problem[];
}

export const NOTHING_WRONG: Told = { errors: 0, warnings: 0, problems: [] };

/** What is said of problems, in the order in which they are mended. */
export function toldOf(problems: readonly Problem[]): Told {
  const errors = hasErrors(problems) ? problems.filter(({ severity }) => severity === "error").length : 0;
  return { errors, warnings: problems.length - errors, problems: inOrderOfMending(problems).slice(0, AT_MOST) };
}
