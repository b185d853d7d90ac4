import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import { type BuildOptions, build } from "../../src/site/build.ts";
import { doEdit, FIRST } from "../incremental/edits.ts";
import { filesOf, type Newspaper } from "../incremental/newspaper.ts";
import type { Said } from "./build-in-trouble.ts";
import type { Trouble } from "./disk.ts";
import { type Files, filesAt } from "./editions.ts";

/** How often a test tries each way; 50 times for docs/reliability.md, which sets RUNS, or KILLS times. */
export const KILLS = Number(process.env["KILLS"] ?? (process.env["RUNS"] ? 50 : 1));

const NOW = Date.UTC(2026, 5, 1, 12);
const PROGRAM = [
  "--import",
  new URL("../../src/loader.js", import.meta.url).href,
  fileURLToPath(new URL("build-in-trouble.ts", import.meta.url)),
];

export type EditionName = "first" | "second" | "third";

/** Three editions of a newspaper: the second and the third each lack, change and add something. */
function editions(): Record<EditionName, Newspaper> {
  const first = structuredClone(FIRST);
  for (const which of [0, 1, 2, 3]) doEdit(first, { does: "writes a story", which, to: which, more: 1 });
  const second = structuredClone(first);
  doEdit(second, { does: "deletes a story", which: 1, to: 0, more: 1 });
  doEdit(second, { does: "edits a text", which: 0, to: 3, more: 0 });
  doEdit(second, { does: "writes a story", which: 5, to: 7, more: 1 });
  const third = structuredClone(first);
  doEdit(third, { does: "deletes a story", which: 2, to: 0, more: 1 });
  doEdit(third, { does: "changes a headline", which: 0, to: 3, more: 0 });
  doEdit(third, { does: "writes a story", which: 6, to: 5, more: 1 });
  return { first, second, third };
}

/** How a site is published. */
export type Way = "changes" | "a whole folder" | "a release";
export const WAYS: readonly Way[] = ["changes", "a whole folder", "a release"];

/** A folder with three editions of a newspaper, in which sites are built. */
export class Newsroom {
  readonly folder: string;
  /** What each edition is when it is built with nothing kept. */
  readonly clean: Record<string, Files> = {};

  /** `disk` is the folder in which it is made; the system's own for such things unless told otherwise. */
  constructor(disk: string = tmpdir()) {
    this.folder = realpathSync(mkdtempSync(join(disk, "dateline-newsroom-")));
    for (const [edition, paper] of Object.entries(editions())) {
      for (const [path, text] of filesOf(paper)) {
        mkdirSync(dirname(join(this.folder, edition, path)), { recursive: true });
        writeFileSync(join(this.folder, edition, path), text);
      }
    }
  }

  get place(): string {
    return join(this.folder, "place");
  }

  siteOf(way: Way): string {
    return way === "a release" ? join(this.place, "www/current") : join(this.place, "_site");
  }

  options(edition: EditionName, way: Way, place: string = this.place): BuildOptions {
    return {
      content: join(this.folder, edition),
      output: join(place, "_site"),
      releases: way === "a release" ? { folder: join(place, "www"), keep: 2 } : undefined,
      work: join(place, ".dateline"),
      now: NOW,
      unpublished: "none",
      indexed: true,
      search: false,
      threads: 0,
    };
  }

  async buildClean(): Promise<this> {
    for (const edition of ["first", "second", "third"] as const) {
      const place = join(this.folder, "clean", edition);
      expect((await build(this.options(edition, "changes", place))).problems).toEqual([]);
      this.clean[edition] = filesAt(join(place, "_site"));
    }
    return this;
  }

  /** Has the first edition published, so that the second is published in that way. */
  async startOver(way: Way): Promise<void> {
    const kept = join(this.folder, `started ${way}`);
    if (!existsSync(kept)) {
      rmSync(this.place, { recursive: true, force: true });
      await build(this.options("first", way));
      if (way === "a whole folder") rmSync(join(this.place, ".dateline"), { recursive: true });
      cpSync(this.place, kept, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
    }
    rmSync(this.place, { recursive: true, force: true });
    cpSync(kept, this.place, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
  }

  end(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const argumentsFor = (options: BuildOptions, trouble: Trouble) => [...PROGRAM, JSON.stringify({ options, trouble })];

/** Runs a build in a process of its own, to its end. */
export function runBuild(options: BuildOptions, trouble: Trouble = { at: 0, what: "is killed" }) {
  const { signal, status, stdout, stderr } = spawnSync(process.execPath, argumentsFor(options, trouble), {
    encoding: "utf8",
  });
  return { signal, status, stderr, said: stdout === "" ? undefined : (JSON.parse(stdout) as Said) };
}

/** Starts a build in a process of its own. */
export function startBuild(options: BuildOptions): { child: ChildProcess; said: Promise<Said> } {
  const child = spawn(process.execPath, argumentsFor(options, { at: 0, what: "is killed" }), {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let out = "";
  child.stdout.on("data", (text) => {
    out += text;
  });
  return { child, said: once(child, "close").then(() => JSON.parse(out) as Said) };
}
