import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { newFolderOf } from "../leftovers.ts";
import { editionIn, realPath } from "../output-folder.ts";
import { publishingOf, type Recovery, recover } from "./journal.ts";
import { aloneOrNotAtAll } from "./lock.ts";

/**
 * Finishes or undoes what a run that was killed has begun to put in the place of `target`. Undefined when there was nothing
 * of the kind. For whoever has `target` alone.
 */
export async function finishPublication(target: string): Promise<Recovery | undefined> {
  if (!existsSync(publishingOf(target))) return undefined;
  const leftover = `${newFolderOf(target)}${crypto.randomUUID().slice(0, 6)}`;
  const outcome = recover(target, await editionIn(target), leftover);
  await rm(leftover, { recursive: true, force: true });
  return outcome;
}

/** The same for a command that only looks at the site: while a build is at work on it, that one sees to it. */
export async function finishLeftPublication(output: string): Promise<Recovery | undefined> {
  const target = await realPath(output);
  if (!existsSync(publishingOf(target))) return undefined;
  return aloneOrNotAtAll(target, () => finishPublication(target));
}

/** What is said of it. */
export const recoverySentence = (outcome: Recovery): string =>
  `A run was ended while it put the site in place; what it had begun is ${outcome} now.`;
