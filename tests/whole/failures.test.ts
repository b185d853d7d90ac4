import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { main } from "../../src/cli/main.ts";
import { build } from "../../src/site/build.ts";
import { WorkerEndedError } from "../../src/site/publish/could-not.ts";
import { explained, failureInWords } from "../../src/site/publish/failure-words.ts";
import { fakeWorld } from "../cli/fake-world.ts";
import { bytesOf, save, siteFolder } from "../site/site-folder.ts";
import { trouble } from "./disk.ts";

const here = process.cwd();
beforeAll(async () => {
  process.chdir(await siteFolder("tiny"));
  await run("build");
});
afterAll(() => process.chdir(here));

async function run(...args: string[]) {
  const world = fakeWorld();
  const code = await main(args, world);
  return { code, out: world.out(), err: world.err() };
}

let edition = 0;
/** Edits a page and builds, and expects that to fail in one line and to leave the site byte for byte. */
async function failingBuild(): Promise<string> {
  await save("content/pages/about.md", `---\ntitle: About\n---\nEdition ${++edition}\n`);
  const before = await bytesOf("_site");
  const { code, out, err } = await run("build");
  expect({ code, out }).toEqual({ code: 3, out: "" });
  expect(err.split("\n")).toHaveLength(2);
  expect(await bytesOf("_site")).toEqual(before);
  return err;
}

describe("a build ends with a sentence, exit code 3 and the old site", () => {
  test("when Pagefind dies", async () => {
    const kill = (message: unknown) => {
      const { process: child } = message as {
        process: { kill(signal: string): void; spawnfile: string } & NodeJS.EventEmitter;
      };
      void once(child, "spawn").then(() => child.spawnfile.includes("pagefind") && child.kill("SIGKILL"));
    };
    subscribe("child_process", kill);
    onTestFinished(() => void unsubscribe("child_process", kill));
    await save("content/articles/2026/05/more.md", STORY);
    expect(await failingBuild()).toBe(
      "dateline: Pagefind, which makes the search index, ended before it was done (SIGKILL). Nothing was published.\n",
    );
  });

  test("when the disk fills up while Eleventy prints", async () => {
    const disk = trouble({ at: 12, what: "has a full disk" });
    onTestFinished(disk.mend);
    expect(await failingBuild()).toMatch(/^dateline: The disk is full \(ENOSPC: .*\)\. Nothing was published\.\n$/);
  });
});

test("a thread that dies ends a build in a sentence", async () => {
  const end = (worker: { terminate(): void }) => worker.terminate();
  process.on("worker", end);
  onTestFinished(() => void process.off("worker", end));
  const shares = { manyFiles: 1, manyPages: 1, filesAtATime: 1, pagesAtATime: 1 };
  const options = {
    content: "content",
    output: "threads",
    now: 0,
    unpublished: "all",
    indexed: true,
    work: "work",
  } as const;
  await expect(build({ ...options, threads: 1, shares, search: false })).rejects.toThrow(
    /^A thread ended while it was to \w[\w ]+ \(exit code \d+\)\. Nothing was published\.$/,
  );
});

describe("a failure in words", () => {
  const system = (code: string, message: string) => Object.assign(new Error(message), { code });

  test.each<[string, Error, string]>([
    [
      "of a folder that may not be written",
      system("EACCES", "EACCES: permission denied, mkdir '/srv'"),
      "A file may not be read or written (EACCES: permission denied, mkdir '/srv').",
    ],
    [
      "that another thread has met",
      new Error("ENOSPC: no space left on device, write"),
      "The disk is full (ENOSPC: no space left on device, write).",
    ],
    [
      "behind another",
      new Error("Having trouble writing", { cause: system("EROFS", "EROFS: read-only") }),
      "The disk may only be read (EROFS: read-only).",
    ],
    [
      "behind Eleventy's",
      Object.assign(new Error("Having trouble"), { originalError: system("EIO", "EIO: i/o error") }),
      "The disk has failed (EIO: i/o error).",
    ],
    [
      "of a thread's memory",
      system("ERR_WORKER_OUT_OF_MEMORY", "Worker terminated due to reaching memory limit"),
      "A thread ran out of memory; NODE_OPTIONS=--max-old-space-size=8192 lets it have 8 GB (Worker terminated due to reaching memory limit).",
    ],
    ["of a process", new WorkerEndedError("Pagefind ended."), "Pagefind ended."],
  ])("%s", (_what, error, words) => {
    expect(failureInWords(error)).toBe(words);
  });

  test("says whether the site was published before it", () => {
    const full = system("ENOSPC", "ENOSPC: no space left");
    expect(explained(full, false)).toMatchObject({
      message: "The disk is full (ENOSPC: no space left). Nothing was published.",
      cause: full,
    });
    expect(explained(full, true)).toMatchObject({
      message:
        "The disk is full (ENOSPC: no space left). The site was published before that; the next build may take longer.",
    });
  });

  test("is not found for a fault of ours, which keeps its place", () => {
    const fault = new TypeError("x is not a function");
    expect(failureInWords(fault)).toBeUndefined();
    expect(explained(fault, false)).toBe(fault);
  });
});

const STORY = `---
title: More of it
summary: It goes on.
author: ann
date: 2026-05-20T09:00
section: news
---
It goes on and on.
`;
