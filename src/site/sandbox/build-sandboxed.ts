import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { mkdir, realpath, rename } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { hasErrors } from "../../problems.ts";
import { bundleAssets } from "../asset-bundles.ts";
import { type BuildOptions, type BuildResult, NO_WORK } from "../build.ts";
import { problemsOfOwnLayouts } from "../check-own-layouts.ts";
import { checkOutput, withNewFolder } from "../output-folder.ts";
import { publishFolder } from "../press.ts";
import { alone, type Waiting } from "../publish/lock.ts";
import { SITE } from "../publish/names.ts";
import { finishPublication, recoverySentence } from "../publish/recover.ts";
import { shownPath } from "../shown-path.ts";
import type { Stages } from "../stages.ts";
import { run, stepCommand } from "./bounds.ts";
import { compileSteps } from "./compiled.ts";
import { OUTCOME, takeOver } from "./handover.ts";
import { giveOrder } from "./order.ts";
import { waysOut } from "./outward.ts";
import { type Apart, setApart } from "./set-apart.ts";
import { SAID, STEPS, type StepName, siteOf } from "./steps.ts";

export type SandboxOptions = Pick<BuildOptions, "content" | "output" | "now" | "unpublished" | "indexed"> & {
  readonly search: boolean;
  /** How far steps are set apart. */
  readonly apart: Apart;
} & Waiting;

/**
 * Builds a site of content that nobody has read: in steps, each a process that may do no more than it must (`STEPS`).
 * This process itself opens none of the content's files. Keeps nothing for the next build, and takes nothing from the
 * last one, so that no build is another's to spoil. Throws as `build` does, and when a step fails.
 */
export async function buildSandboxed(options: SandboxOptions, stages: Stages): Promise<BuildResult> {
  const target = await checkOutput(options.output, options.content);
  const shownRoot = shownPath(options.content);
  const outward = await waysOut(resolve(options.content), shownRoot);
  if (outward.length > 0) return { problems: outward, filesRead: 0, done: NO_WORK };
  stages.begin("Compiling the code and the layouts");
  const ofLayouts = await problemsOfOwnLayouts();
  if (hasErrors(ofLayouts)) return { problems: ofLayouts, filesRead: 0, done: NO_WORK };
  compileSteps();
  const bundles = await bundleAssets();
  return aloneIn(target, options, async (folder) => {
    const place = { content: await realpath(options.content), desk: await realpath(folder) };
    const { now, unpublished, indexed, search, apart } = options;
    await giveOrder(place.desk, {
      content: place.content,
      shownRoot,
      shownOutput: options.output,
      now,
      unpublished,
      indexed,
      search,
      bundles,
      ofLayouts,
    });
    const take = async (step: StepName) => {
      await mkdir(siteOf(place.desk, step), { recursive: true });
      await run(setApart(stepCommand(step, place), apart, join(place.desk, `root-${step}`)), step);
    };
    stages.begin("Looking at the pictures");
    await take("look");
    stages.begin("Reading the content and printing the pages");
    await take("print");
    const { problems, filesRead, printed } = await takeOver(SAID.outcome(place.desk), OUTCOME);
    if (!printed || hasErrors(problems)) return { problems, filesRead, done: NO_WORK };
    stages.begin("Making the pictures and the search index");
    await allOf([take("pictures"), take("index")]);
    stages.begin("Putting the site in place");
    const parts = await gather(place.desk);
    // Not from the folder in which a step may have put whatever it liked.
    const ready = join(dirname(place.desk), "ready", SITE);
    await mkdir(dirname(ready));
    await rename(siteOf(place.desk, "print"), ready);
    await publishFolder(parts, ready, target, undefined);
    stages.end();
    const { stories, pages } = printed;
    return { problems, filesRead, published: { stories, pages }, done: { ...NO_WORK, pagesPrinted: pages } };
  });
}

/** Lends a new folder for the site in `target`, which no other run has meanwhile. */
function aloneIn<Result>(target: string, waiting: Waiting, work: (folder: string) => Promise<Result>): Promise<Result> {
  return alone(target, waiting, async () => {
    const left = await finishPublication(target);
    if (left) waiting.say?.(recoverySentence(left));
    return withNewFolder(target, work);
  });
}

/** Ends when all have, so that nobody is at work in a folder that is removed. Throws the first failure. */
async function allOf(steps: readonly Promise<void>[]): Promise<void> {
  for (const end of await Promise.allSettled(steps)) if (end.status === "rejected") throw end.reason;
}

/** Brings what the steps have made into one folder, that of the pages. Resolves with all of it, as parts of the site. */
async function gather(desk: string) {
  const site = siteOf(desk, "print");
  const files = new Set(filesIn(site));
  for (const step of Object.keys(STEPS) as StepName[]) {
    if (step === "print") continue;
    const from = siteOf(desk, step);
    for (const file of filesIn(from)) {
      if (files.has(file)) throw new Error(`Two steps of the sandbox have made ${file}`);
      await mkdir(dirname(join(site, file)), { recursive: true });
      await rename(join(from, file), join(site, file));
      files.add(file);
    }
  }
  return [...files].map((file) => {
    const bytes = readFileSync(join(site, file));
    return { name: file, key: createHash("sha256").update(bytes).digest("base64url"), files: [file] };
  });
}

/** The files below a folder that a step has made. Throws when it has made anything else, such as a link. */
function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.flatMap((entry) => {
    const path = join(entry.parentPath, entry.name).slice(folder.length + 1);
    if (entry.isFile()) return [path];
    if (entry.isDirectory()) return [];
    throw new Error(`A step of the sandbox has made ${path}, which is no file`);
  });
}
