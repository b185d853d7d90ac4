import { lstatSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setImmediate as breath } from "node:timers/promises";
import { servedAt } from "../../model/urls.ts";
import { OWN_LAYOUTS } from "../../own-layouts.js";
import { type Problem, printProblems } from "../../problems.ts";
import { Evidence } from "./evidence.ts";
import { deadLinks } from "./far-links.ts";
import { filesBelow } from "./files-below.ts";
import type { FarLink } from "./findings.ts";
import { fullFolders, LIMITS, type Limits, largeFiles } from "./limits.ts";
import { targetsIn } from "./pages-that-stay.ts";
import { problemsOf, problemsOfRefused } from "./problems-of-findings.ts";

/** What was joined has something wrong with it that no shard alone could show. */
export class JoinedWronglyError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[], files: number) {
    super(printProblems(problems, files, "text"));
    this.problems = problems;
  }
}

/** How many pages are looked at before others in this thread have a turn. */
const PAGES_A_BREATH = 200;

/**
 * The gate for a site that was joined in `folder` and is to stand in `output` (as the person typed it). Each shard has
 * been through its own; what is left is what goes from shard to shard. Throws `JoinedWronglyError`.
 */
export async function judgeJoined(folder: string, output: string, limits: Limits = LIMITS): Promise<void> {
  const files = await filesBelow(folder);
  const all = new Set(files);
  const links: FarLink[] = [];
  for (const [index, page] of files.filter((file) => file.endsWith(".html")).entries()) {
    if (index % PAGES_A_BREATH === 0) await breath();
    const targets = targetsIn(readFileSync(join(folder, page), "utf8"), undefined, servedAt(page));
    links.push(...[...targets].map((target) => ({ page, target })));
  }
  const pathOf = (file: string) => join(folder, file);
  const refused = [...fullFolders(files, limits), ...largeFiles(files, (file) => lstatSync(pathOf(file)).size, limits)];
  const problems = [
    ...problemsOf(
      deadLinks(links, { files: all, pathOf }),
      new Evidence(resolve("content"), "content", OWN_LAYOUTS),
      output,
    ),
    ...problemsOfRefused(refused, output),
  ];
  if (problems.length > 0) throw new JoinedWronglyError(problems, files.length);
}
