import { mkdir } from "node:fs/promises";
import { printProblems } from "../problems.ts";
import { ELEVENTY_INPUT } from "./eleventy.ts";
import { type PreparedSite, prepare } from "./prepare.ts";

/** For a run of Eleventy's own command: the site as readers see it at `now`. Throws every problem as one error. */
export async function prepareOrStop(content: string, now: number): Promise<PreparedSite> {
  await mkdir(ELEVENTY_INPUT, { recursive: true });
  const { site, problems, filesRead } = await prepare({ content, now, unpublished: "none", indexed: true });
  if (!site) throw new Error(`The content has problems.\n${printProblems(problems, filesRead, "text")}`);
  return site;
}
