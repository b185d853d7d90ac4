import type { Problem } from "../problems.ts";

/** Takes a problem down. Reading goes on, so that a writer hears of all of them at once. */
export type Report = (problem: Problem) => void;
