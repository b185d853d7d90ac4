import type { Contender } from "./contender.ts";
import type { Measured } from "./measure.ts";

/** All runs of one contender on one site. */
export interface Result {
  readonly stories: number;
  readonly key: string;
  readonly name: string;
  readonly runs: readonly Measured[];
}

const YARDSTICK = "hugo-clean";

/** What is not run but is the difference of two that are, round by round. */
const SHARE = { key: "search-share", name: "Dateline, its search index alone (the difference)" };

/** Runs every contender in turn, so that a slow minute of the machine is everybody's. */
export async function inRounds(
  stories: number,
  contenders: readonly Contender[],
  rounds: number,
  progress: (line: string) => void,
): Promise<Result[]> {
  const results = [...contenders, SHARE].map(({ key, name }) => ({ stories, key, name, runs: [] as Measured[] }));
  for (let round = 1; round <= rounds; round++) {
    const measured = new Map<string, Measured>();
    for (const { key, name, once, run } of contenders) {
      if (once && round > 1) continue;
      const result = await run(round);
      measured.set(key, result);
      progress(
        `${stories} stories, round ${round}, ${name}: ${result.seconds.toFixed(2)} s${stagesOf(result)}${disturbance(result)}`,
      );
    }
    const [all, pages] = [measured.get("clean-search"), measured.get("clean-pages")];
    if (all && pages) measured.set(SHARE.key, { seconds: all.seconds - pages.seconds });
    for (const { key, runs } of results) runs.push(...compared(measured.get(key), measured.get(YARDSTICK)));
  }
  return results.filter(({ runs }) => runs.length > 0);
}

/** On a machine that others use too, a run that stood still says nothing of the contender. */
function disturbance({ longestGap = 0 }: Measured): string {
  return longestGap > 1 ? ` (disturbed: nothing moved for ${longestGap.toFixed(1)} s)` : "";
}

const stagesOf = ({ stages = {} }: Measured): string =>
  Object.entries(stages)
    .map(([name, seconds]) => `; ${name}: ${seconds.toFixed(3)} s`)
    .join("");

function compared(run: Measured | undefined, yardstick: Measured | undefined): Measured[] {
  if (!run) return [];
  return [yardstick ? { ...run, timesHugo: run.seconds / yardstick.seconds } : run];
}
