import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { SCRIPTS } from "../../src/init/new-site.ts";

interface Job {
  readonly if?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly "timeout-minutes"?: number;
  readonly steps: readonly { readonly uses?: string; readonly run?: string; readonly with?: Record<string, unknown> }[];
}

const OURS = ".github/workflows";
const THEIRS = "src/init/site/dot-github/workflows";
const textsIn = (folder: string) => readdirSync(folder).map((file) => readFileSync(`${folder}/${file}`, "utf8"));
const usedIn = (texts: readonly string[]) => texts.flatMap((text) => text.match(/uses: .*/g) ?? []);

describe.each(readdirSync(THEIRS))("a new site's workflow %s", (file) => {
  const text = readFileSync(`${THEIRS}/${file}`, "utf8");
  const { on, permissions, jobs } = parse(text) as {
    readonly on: Readonly<Record<string, { readonly branches?: readonly string[] } | null>>;
    readonly permissions: Readonly<Record<string, string>>;
    readonly jobs: Readonly<Record<string, Job>>;
  };
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  test("runs the actions that this repository runs, each as the same commit", () => {
    const ours = new Set(usedIn(textsIn(OURS)));
    expect(usedIn([text]).filter((used) => !ours.has(used))).toEqual([]);
    expect(usedIn([text]).length).toBeGreaterThan(3);
  });

  test("is started by a push to main, by hand, or by a pull request as a stranger's", () => {
    expect(Object.keys(on).filter((name) => !/^(?:push|pull_request|workflow_dispatch)$/.test(name))).toEqual([]);
    expect(on["push"]).toEqual({ branches: ["main"] });
  });

  test("may read the code, and knows no secret", () => {
    expect(permissions).toEqual({ contents: "read" });
    expect(text).not.toMatch(/\bsecrets\b|github\.token|GITHUB_TOKEN/);
    for (const { uses, with: given } of steps) {
      if (uses?.startsWith("actions/checkout")) expect(given?.["persist-credentials"]).toBe(false);
    }
  });

  test("installs what the lockfile says, and runs only scripts that the site has", () => {
    const commands = steps.flatMap(({ run = "" }) => run.match(/\b(?:npm|npx|yarn|pnpm)\b.*/g) ?? []);
    expect(commands).toContain("npm ci");
    const scripts = commands.filter((command) => command !== "npm ci").map((command) => command.split(" "));
    for (const [npm, run, ...words] of scripts) {
      expect([npm, run]).toEqual(["npm", "run"]);
      expect(SCRIPTS).toContain(words.find((word) => !word.startsWith("-")));
    }
  });

  test("puts nothing into a command that somebody outside can write, and ends by itself", () => {
    expect(steps.flatMap(({ run = "" }) => run.match(/\$\{\{.*?\}\}/g) ?? [])).toEqual([]);
    for (const job of Object.values(jobs)) expect(job["timeout-minutes"]).toBeLessThanOrEqual(20);
  });

  test("lets nothing but the last step to GitHub Pages write, and that runs nothing of the site's", () => {
    const writing = Object.values(jobs).filter(({ permissions = {} }) => Object.values(permissions).includes("write"));
    const expected = file === "publish.yml" ? [["actions/deploy-pages"]] : [];
    expect(writing.map((job) => job.steps.map(({ uses }) => uses?.replace(/@.*/, "")))).toEqual(expected);
  });
});

test("nothing is published on GitHub Pages until the newsroom says so", () => {
  const { jobs } = parse(readFileSync(`${THEIRS}/publish.yml`, "utf8")) as { readonly jobs: Record<string, Job> };
  expect(jobs["build"]?.if).toBe("vars.PUBLISH == 'github-pages'");
});
