import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { OWN_LAYOUTS } from "../../own-layouts.js";
import type { Command } from "./set-apart.ts";
import { type Allowed, folderOf, STEPS, type StepName } from "./steps.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const FIRST_FILE = fileURLToPath(new URL("./step.js", import.meta.url));

/** Where a step works. All of it absolute, and without symbolic links. */
export interface Place {
  readonly content: string;
  /** The folder of this build alone. */
  readonly desk: string;
}

/**
 * A step as a process of Node that is bound by Node's permission model: it reads the code, the content and what was handed
 * over, writes into its own folder, and does what `STEPS` allows it. `entry` is run in the place of the step's own code.
 * No step may start threads, which could begin without the bounds (`execArgv`).
 */
export function stepCommand(name: StepName, { content, desk }: Place, entry = FIRST_FILE): Command {
  const reads = [...new Set([...codeFolders(), content, desk])];
  const writes = folderOf(desk, name);
  const args = [
    "--permission",
    ...reads.map((path) => `--allow-fs-read=${path}`),
    `--allow-fs-write=${writes}`,
    ...flagsFor(STEPS[name]),
    // It opens and makes files without asking the permission model (Node 24).
    "--no-experimental-sqlite",
    // Another process cannot have this one open its inspector.
    "--disable-sigusr1",
    entry,
    name,
    desk,
  ];
  return { file: process.execPath, args, env: {}, reads: [process.execPath, ...reads], writes };
}

function flagsFor(allowed: readonly Allowed[]): string[] {
  return [
    ...(allowed.includes("add-ons") ? ["--allow-addons"] : []),
    ...(allowed.includes("processes") ? ["--allow-child-process"] : []),
    // Neither eval nor new Function.
    ...(allowed.includes("code from strings") ? [] : ["--disallow-code-generation-from-strings"]),
  ];
}

/** What Eleventy asks for in the folder where it runs, and in those above. */
const ELEVENTY_ASKS = ["package.json", ".eleventyignore"];

/** What the build is made of: our code and packages, and the site's own layouts. Not git's folder, which may hold a token. */
function codeFolders(): string[] {
  const folders = ["src", "layouts", "package.json"].map((name) => join(ROOT, name));
  // Below a folder that is not there, which the loader asks for all the same, only a pattern allows anything.
  const own = OWN_LAYOUTS === undefined ? [] : [existsSync(OWN_LAYOUTS) ? OWN_LAYOUTS : `${OWN_LAYOUTS}*`];
  const asked = foldersUp(process.cwd()).flatMap((folder) => ELEVENTY_ASKS.map((name) => join(folder, name)));
  return [...folders, ...own, ...packageFolders(), ...asked];
}

/** Every folder in which a package of ours may lie: our own, and that of the site which has us installed. */
const packageFolders = (): string[] =>
  foldersUp(dirname(join(ROOT, "package.json")))
    .map((folder) => join(folder, "node_modules"))
    .filter((folder) => existsSync(folder));

/** A folder, and all that it is in. */
function foldersUp(folder: string): string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...foldersUp(above)];
}

/** Longer takes no content that was written to be read. */
const LONGEST = 15 * 60 * 1000;

/** Runs a command to its end. Throws when it fails, with what it said, or when it takes too long. */
export function run({ file, args, env }: Command, what: StepName, longest = LONGEST): Promise<void> {
  return new Promise((done, reject) => {
    // Nothing of ours is open in it but the pipes on which it complains.
    const child = spawn(file, args, {
      env,
      stdio: ["ignore", "ignore", "pipe"],
      timeout: longest,
      killSignal: "SIGKILL",
    });
    let said = "";
    child.stderr.on("data", (chunk) => {
      said = `${said}${chunk}`.slice(0, 1_000_000);
    });
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (code === 0) done();
      else reject(new Error(`The step "${what}" of the sandbox ended with ${signal ?? code}:\n${quoted(said)}`));
    });
  });
}

/** What a step says may be a stranger's: no line of it is a command to a terminal or to a runner of workflows. */
const quoted = (said: string): string =>
  said
    .split("\n")
    .map((line) => `  │ ${line.slice(0, 200).replace(/\p{C}/gu, "\u2421").replace(/##\[/g, "# [")}`)
    .join("\n");
