import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";
import { chromium } from "playwright-core";

/** What looking for a browser needs of the machine, so that a test can give it another. */
export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isRoot: boolean;
  canRun(path: string): boolean;
  /** Runs a command to its end; whether it succeeded. */
  run(command: string, args: readonly string[]): boolean;
  /** Where Playwright's own download lies, or would lie. */
  readonly playwrightPath: string;
}

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/**
 * A Chromium to test with: one that is there, or else Playwright's download, or else Debian's package. Throws with
 * what to do when none can be had; the tests that need it are never skipped.
 */
export function findChromium(machine: Machine): string {
  const there = installed(machine);
  if (there) return there;
  const cli = join(dirname(createRequire(import.meta.url).resolve("playwright-core/package.json")), "cli.js");
  if (machine.run(process.execPath, [cli, "install", "chromium"]) && machine.canRun(machine.playwrightPath)) {
    return machine.playwrightPath;
  }
  if (machine.isRoot && machine.canRun("/usr/bin/apt-get")) {
    machine.run("apt-get", ["update"]);
    machine.run("apt-get", ["install", "--yes", "--no-install-recommends", "chromium"]);
    const fromDebian = installed(machine);
    if (fromDebian) return fromDebian;
  }
  throw new Error(
    "The browser tests need Chromium, and none could be found or installed. " +
      "Install Chromium or Chrome, or set CHROMIUM_PATH to where it is.",
  );
}

function installed({ env, canRun, playwrightPath }: Machine): string | undefined {
  const onPath = (env["PATH"] ?? "").split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [env["CHROMIUM_PATH"] ?? "", ...onPath, ...PLACES, playwrightPath].find((path) => path !== "" && canRun(path));
}

export const thisMachine: Machine = {
  env: process.env,
  isRoot: process.getuid?.() === 0,
  canRun: (path) => {
    if (!existsSync(path)) return false;
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      // Not executable by us: the same as not being there.
      return false;
    }
  },
  run: (command, args) => spawnSync(command, args, { stdio: "inherit" }).status === 0,
  playwrightPath: chromium.executablePath(),
};

// Root in a container has no sandbox of its own; the rest keeps Chromium from calling home from a test.
export const CHROMIUM_ARGS: readonly string[] = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
