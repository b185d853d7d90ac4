import { printProblems } from "../problems.ts";
import { type PreparedSite, prepare } from "./prepare.ts";

/** For a run of Eleventy's own command: the site as readers see it at `now`. Throws every problem as one error. */
export async function prepareOrStop(content: string, now: number): Promise<PreparedSite> {
  const { site, problems, filesRead } = await prepare({ content, now, unpublished: "none", indexed: true });
  if (!site) throw new Error(`The content has problems.\n${printProblems(problems, filesRead, "text")}`);
  return site;
}
