import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { listener } from "./loopback/listener.ts";
import { runScript } from "./loopback/run-script.ts";

interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}
interface Job {
  readonly if?: string;
  readonly needs?: string | readonly string[];
  readonly permissions?: Readonly<Record<string, string>>;
  readonly "timeout-minutes"?: number;
  readonly strategy?: { readonly matrix: { readonly shard: readonly number[] } };
  readonly steps: readonly Step[];
}
interface Workflow {
  readonly text: string;
  readonly on: Readonly<Record<string, { readonly branches?: readonly string[] } | readonly object[] | null>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const FOLDER = ".github/workflows";

function read(file: string): Workflow {
  const text = readFileSync(`${FOLDER}/${file}`, "utf8");
  return { text, ...parse(text) };
}

/** How a workflow writes a value that GitHub fills in. */
const filledIn = (name: string) => `\${{ ${name} }}`;

const stepsOf = ({ jobs }: Workflow): Step[] => Object.values(jobs).flatMap(({ steps }) => steps);

describe.each(readdirSync(FOLDER))("the workflow %s", (file) => {
  const workflow = read(file);

  test("is started by a push to main, by the clock, by hand, or by a pull request as a stranger's: never with our rights", () => {
    const others = Object.keys(workflow.on).filter((name) => !/^(?:pull_request|workflow_dispatch)$/.test(name));
    expect(others).toEqual({ "bell.yml": ["schedule"], "preview.yml": [] }[file] ?? ["push"]);
    if (others.includes("push")) expect(workflow.on["push"]).toEqual({ branches: ["main"] });
  });

  test("may read the code, and no secret is named in it, but for the bell's, which no pull request starts", () => {
    expect(workflow.permissions).toEqual({ contents: "read" });
    if (file === "bell.yml") expect(Object.keys(workflow.on)).not.toContain("pull_request");
    else expect(workflow.text).not.toMatch(/\bsecrets\b|github\.token|GITHUB_TOKEN/);
    for (const { uses, with: given } of stepsOf(workflow)) {
      if (uses?.startsWith("actions/checkout")) expect(given?.["persist-credentials"]).toBe(false);
    }
  });

  test("runs GitHub's own actions, each as one commit in all workflows, beside which its version stands", () => {
    const used = readdirSync(FOLDER).flatMap((name) => read(name).text.match(/uses: .*/g) ?? []);
    for (const line of workflow.text.match(/uses: .*/g) ?? []) {
      expect(line).toMatch(/^uses: actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    }
    expect(new Set(used).size).toBe(new Set(used.map((line) => line.replace(/@.*/, ""))).size);
  });

  test("installs what the lockfile says, and nothing else", () => {
    const commands = stepsOf(workflow).flatMap(({ run = "" }) => run.match(/\b(?:npm|npx|yarn|pnpm)\b.*/g) ?? []);
    expect(commands.filter((command) => !/^npm (?:ci|test|audit\b.*|run\b.*)$/.test(command))).toEqual([]);
  });

  test("puts nothing into a command that somebody outside can write", () => {
    const inserted = stepsOf(workflow).flatMap(({ run = "" }) => run.match(/\$\{\{.*?\}\}/g) ?? []);
    expect(inserted.filter((word) => !/^\$\{\{ (?:matrix\.shard|strategy\.job-total) \}\}$/.test(word))).toEqual([]);
  });

  test("ends by itself when something hangs", () => {
    for (const job of Object.values(workflow.jobs)) expect(job["timeout-minutes"]).toBeLessThanOrEqual(30);
  });

  test("takes any earlier work of a build, the nearest first, and keeps its own under the commit", () => {
    const caches = stepsOf(workflow).filter(({ uses }) => uses?.startsWith("actions/cache@"));
    expect(caches.length).toBe(stepsOf(workflow).some(({ run }) => /^npm run build(?: |$)/.test(run ?? "")) ? 1 : 0);
    for (const { with: given } of caches) {
      const { key, "restore-keys": others } = given as { key: string; "restore-keys": string };
      expect(key).toMatch(/-\$\{\{ github\.sha \}\}$/);
      const prefixes = others.trim().split("\n");
      for (const prefix of prefixes) expect(key.startsWith(prefix) && prefix.endsWith("-"), prefix).toBe(true);
      expect(prefixes.map(({ length }) => length)).toEqual(prefixes.map(({ length }) => length).sort((a, b) => b - a));
    }
  });
});

describe("the workflow for strangers", () => {
  const { on, jobs, text } = read("preview.yml");
  const steps = jobs["preview"]?.steps ?? [];
  const [code, content, ...others] = steps;

  test("is started by a pull request alone, as a stranger's, with the right to read", () => {
    expect(Object.keys(on)).toEqual(["pull_request"]);
    expect(Object.values(jobs).map(({ permissions }) => permissions)).toEqual([undefined]);
    expect(text).not.toMatch(/pull_request_target|workflow_run|\benv\b/);
  });

  test("takes the code of the branch that the request is for, and only the content of the request", () => {
    expect(code?.with).toEqual({
      ref: filledIn("github.event.pull_request.base.sha"),
      "persist-credentials": false,
    });
    expect(content?.with).toEqual({
      ref: filledIn("github.sha"),
      path: "request",
      "sparse-checkout": "/content/",
      "sparse-checkout-cone-mode": false,
      "persist-credentials": false,
    });
    expect(others.filter(({ uses }) => uses?.startsWith("actions/checkout"))).toEqual([]);
  });

  test("builds it in the sandbox, or not at all, and keeps nothing that another build would take", () => {
    const runs = steps.flatMap(({ run }) => run ?? []);
    expect(runs.filter((run) => run.includes("request"))).toEqual([
      "npm run build:sandboxed -- --strict --content request/content --output preview",
    ]);
    expect(steps.filter(({ uses, with: given }) => uses?.includes("/cache@") || given?.["cache"])).toEqual([]);
    expect(steps.at(-1)?.with).toMatchObject({ path: "preview", "if-no-files-found": "error" });
  });
});

describe("the checking workflow", () => {
  test("asks for known faults and for signatures, and keeps what the site was made of", () => {
    const { jobs } = read("ci.yml");
    const runs = jobs["supply-chain"]?.steps.flatMap(({ run }) => run ?? []);
    expect(runs).toEqual([
      "npm ci",
      "npm audit signatures",
      "npm audit --omit dev --audit-level moderate",
      "npm audit --audit-level high",
    ]);
    const kept = jobs["test"]?.steps.find(({ with: given }) => given?.["name"] === "build-manifest");
    expect(kept?.with).toMatchObject({ path: ".dateline/build-manifest.json", "include-hidden-files": true });
  });

  test("refuses content with problems, and addresses that nobody would remember", () => {
    const runs = (read("ci.yml").jobs["test"]?.steps ?? []).map(({ run }) => run);
    expect(runs).toContain('npm run --silent check -- --format github --published "$PUBLISHED"');
    expect(runs).toContain("npm run --silent addresses -- --check --format github");
  });

  test("audits every sort of page, and keeps pictures of them even when the audit fails", () => {
    const steps = read("ci.yml").jobs["audit"]?.steps ?? [];
    const at = (wanted: (step: Step) => boolean) => steps.findIndex(wanted);
    const kept = at(
      ({ uses, with: given }) =>
        uses?.startsWith("actions/upload-artifact") === true && given?.["path"] === "screenshots",
    );
    expect(at(({ run }) => run === "npm run screenshots")).toBeLessThan(kept);
    expect(kept).toBeLessThan(at(({ run }) => run === "npm run audit"));
  });
});

describe("the publishing workflow", () => {
  const { on, jobs } = read("publish.yml");
  const commands = (job: string) => jobs[job]?.steps.map(({ run }) => run ?? "").join("\n") ?? "";
  const stepUsing = (job: string, action: string) => jobs[job]?.steps.find(({ uses }) => uses?.startsWith(action));

  test("does nothing on a pull request, nor until the repository says where to publish", () => {
    expect(Object.keys(on)).toEqual(["push", "workflow_dispatch"]);
    expect(jobs["clock"]?.if).toBe("vars.PUBLISH == 'github-pages'");
    // What needs a job that was passed over is passed over too.
    expect(Object.entries(jobs).map(([name, { needs }]) => [name, needs])).toEqual([
      ["clock", undefined],
      ["build", "clock"],
      ["join", "build"],
      ["deploy", "join"],
      ["announce", ["join", "deploy"]],
    ]);
  });

  test("tells others what has changed when the site is up, from what it was like before it was replaced", () => {
    const names = jobs["join"]?.steps.map(({ id, uses }) => id ?? uses?.replace(/@.*/, ""));
    expect(names?.slice(-3)).toEqual(["before", "actions/upload-artifact", "actions/upload-pages-artifact"]);
    expect(jobs["announce"]?.if).toBe("needs.join.outputs.announces == 'true'");
    expect(stepUsing("announce", "actions/download-artifact")?.with).toEqual({ name: "versions", path: "versions" });
    expect(commands("announce")).toContain("announce -- --site versions --memory versions/before.json");
  });

  test.each([
    [200, { code: 0, kept: { "before.json": "as it was", "versions.json": "as it is" } }],
    [404, { code: 0, kept: { "versions.json": "as it is" } }],
    [503, { code: 1, kept: { "before.json": "as it was" } }],
  ])("keeps what the site was like, which answers %i", async (status, expected) => {
    const server = await listener({ "/versions.json": { status, body: "as it was" } });
    const folder = mkdtempSync(join(tmpdir(), "dateline-join-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    mkdirSync(join(folder, "_site"));
    const list = JSON.stringify({ site: server.url });
    writeFileSync(join(folder, "_site", "versions.json"), list);
    const script = jobs["join"]?.steps.find(({ id }) => id === "before")?.run ?? "";
    const { code } = await runScript(script, process.env, folder);
    const files = readdirSync(join(folder, "versions"));
    const kept = files.map((file) => [
      file,
      readFileSync(join(folder, "versions", file), "utf8").replace(list, "as it is"),
    ]);
    expect({ code, kept: Object.fromEntries(kept) }).toEqual(expected);
  });

  test("builds every shard once, all at the same time of day", () => {
    const shards = jobs["build"]?.strategy?.matrix.shard ?? [];
    expect(shards.length).toBeGreaterThan(1);
    expect(shards).toEqual(shards.map((_, at) => at + 1));
    // The number of jobs is that of the shards, because the matrix has nothing else.
    expect(Object.keys(jobs["build"]?.strategy ?? {})).toEqual(["matrix"]);
    expect(Object.keys(jobs["build"]?.strategy?.matrix ?? {})).toEqual(["shard"]);
    expect(commands("build")).toContain(
      `npm run build -- --shard ${filledIn("matrix.shard")}/${filledIn("strategy.job-total")} --now "$NOW"`,
    );
    expect(jobs["build"]?.steps.find(({ env }) => env)?.env).toEqual({ NOW: filledIn("needs.clock.outputs.now") });
  });

  test("hands each shard to the join, which takes them all", () => {
    expect(stepUsing("build", "actions/upload-artifact")?.with).toMatchObject({
      name: `shard-${filledIn("matrix.shard")}`,
      path: `shard-${filledIn("matrix.shard")}.tar.zst`,
      "if-no-files-found": "error",
    });
    expect(stepUsing("join", "actions/download-artifact")?.with).toMatchObject({ pattern: "shard-*" });
    expect(commands("join")).toContain("npm run join -- shards/*");
    expect(stepUsing("join", "actions/upload-pages-artifact")?.with).toMatchObject({ path: "_site" });
  });

  test("lets one job write, to Pages alone, and that one runs nothing of ours", () => {
    const rights = Object.entries(jobs).flatMap(([name, { permissions = {} }]) =>
      Object.entries(permissions).map(([what, right]) => [name, what, right]),
    );
    expect(rights).toEqual([
      ["deploy", "pages", "write"],
      ["deploy", "id-token", "write"],
    ]);
    expect(jobs["deploy"]?.steps.map(({ uses }) => uses?.replace(/@.*/, ""))).toEqual(["actions/deploy-pages"]);
  });
});
