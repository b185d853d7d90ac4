import { join, resolve } from "node:path";
import { hasErrors, type Problem } from "../../problems.ts";
import type { BuildOptions } from "../build.ts";
import { readMade } from "../manifest/manifest.ts";
import { checkOutput, withNewFolder } from "../output-folder.ts";
import { holdsMany } from "../threads/threads.ts";
import { WORK } from "../usual.ts";
import { buildElsewhere, type Circumstances } from "./elsewhere.ts";
import { type Difference, differences } from "./same-files.ts";

/** What a second build says of a site. */
export type Verified =
  | { readonly files: number; readonly differences: readonly Difference[] }
  /** The second build did not come to an end, as the first did. */
  | { readonly problems: readonly Problem[]; readonly filesRead: number }
  /** Somebody edited the content between the two: nothing is proved. */
  | { readonly changed: true };

/** Wherever this machine is, one of the two is elsewhere. */
const ZONES = ["Pacific/Kiritimati", "America/St_Johns"] as const;
const FORTY_YEARS = 40 * 365.25 * 24 * 60 * 60 * 1000;

const CIRCUMSTANCES = {
  // Turkish has letters of its own for i, which is where case by locale goes wrong first.
  locale: "tr_TR.UTF-8",
  clock: FORTY_YEARS,
  umask: 0o077,
  directories: "reversed",
} as const satisfies Circumstances;

/** Small pieces, so that a few stories go to several threads. */
const SMALL_SHARES = { manyFiles: 2, manyPages: 2, filesAtATime: 3, pagesAtATime: 7 };

/**
 * Builds a site that was built just now a second time, beside it, from nothing and in circumstances that must not
 * matter, and compares every byte. Puts nothing in its place.
 */
export async function verify(options: BuildOptions): Promise<Verified> {
  const target = await checkOutput(options.output, options.content);
  return withNewFolder(target, async (folder) => {
    const [output, work] = [join(folder, "site"), join(folder, "work")];
    const again = await buildElsewhere(
      { ...options, ...otherThreads(options.content), output, releases: undefined, work },
      elsewhere(),
    );
    if (!again.published)
      return { problems: again.problems.filter((problem) => hasErrors([problem])), filesRead: again.filesRead };
    const [first, second] = await Promise.all([readMade(options.work ?? WORK), readMade(work)]);
    if (first?.content !== second?.content) return { changed: true };
    const { files, found } = differences(target, output);
    return { files, differences: found };
  });
}

/** The first build has shared a large site among threads, and a small one not. */
const otherThreads = (content: string): Pick<BuildOptions, "threads" | "shares"> =>
  holdsMany(resolve(content)) ? { threads: 0 } : { threads: 2, shares: SMALL_SHARES };

function elsewhere(): Circumstances {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return { ...CIRCUMSTANCES, zone: ZONES.find((zone) => zone !== here) ?? ZONES[0] };
}
