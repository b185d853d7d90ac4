import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gitIn } from "../content/repository.ts";
import { newspaperFolder } from "../pages/newspaper.ts";

/** Where everything of these tests stands; the test removes it. */
export const newPlace = (): string => realpathSync(mkdtempSync(join(tmpdir(), "dateline-same-")));

/**
 * The full newspaper in a repository, with pictures, cards and a corrected story whose earlier version git knows, so that
 * pages say what changed in it.
 */
export function newspaperInGit(folder: string): string {
  const content = join(folder, "content");
  mkdirSync(folder, { recursive: true });
  cpSync(newspaperFolder("full"), content, { recursive: true });
  const settings = join(content, "settings.yaml");
  writeFileSync(settings, readFileSync(settings, "utf8").replace("changes: false\n", ""));
  const story = join(content, "articles/2026/01/trip-1.md");
  const corrected = readFileSync(story, "utf8");
  writeFileSync(story, corrected.replace(/^corrections:\n(?: .*\n)+/m, ""));
  appendFileSync(story, "\nIt left at nine.\n");
  gitIn(folder, ["init", "--quiet", "--initial-branch=main"]);
  gitIn(folder, ["add", "--all"]);
  gitIn(folder, ["commit", "--quiet", "--message", "As it was"], "2026-01-31T23:00Z");
  writeFileSync(story, `${corrected}\nIt left at ten.\n`);
  gitIn(folder, ["commit", "--quiet", "--all", "--message", "Corrected"], "2026-02-01T12:00Z");
  return folder;
}

/** The same commits elsewhere: cloned, with all of them in one pack. */
export function cloned(repository: string, folder: string): string {
  execFileSync("git", ["clone", "--quiet", "--no-local", repository, folder], { stdio: "pipe" });
  gitIn(folder, ["repack", "-a", "-d", "-f", "--quiet"]);
  return folder;
}

/** The same bytes in folders whose entries were made in another order, and written at another time. */
export function copiedBackwards(from: string, to: string, time: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true }).reverse()) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copiedBackwards(source, target, time);
    else writeFileSync(target, readFileSync(source));
    utimesSync(target, new Date(time), new Date(time));
  }
}

/** Sets the times of every file of a folder. */
export function touchAll(folder: string, time: string): void {
  for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    utimesSync(join(folder, path), new Date(time), new Date(time));
  }
}
