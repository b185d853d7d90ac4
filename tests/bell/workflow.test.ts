import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { TICK } from "../../src/bell/due.ts";
import { listener } from "../loopback/listener.ts";
import { runScript } from "../loopback/run-script.ts";

interface Bell {
  readonly on: { readonly schedule: readonly { readonly cron: string }[] };
  readonly jobs: {
    readonly ring: {
      readonly if: string;
      readonly permissions: object;
      readonly steps: readonly { readonly run?: string; readonly env?: Readonly<Record<string, string>> }[];
    };
  };
}

const bell: Bell = parse(readFileSync(".github/workflows/bell.yml", "utf8"));

/** What the runner reads the clock for has to be due by the clock. */
const JUST_DUE = new Date().toISOString();

/** Runs the workflow's commands as a runner does: with bash, and the values that GitHub fills in. */
async function runOn(values: Readonly<Record<string, string>>, api = "http://127.0.0.1:9") {
  const { PATH = "" } = process.env;
  const runs = bell.jobs.ring.steps.flatMap(({ run, env = {} }) => (run === undefined ? [] : [{ run, env }]));
  expect(runs.length).toBe(1);
  const [{ run, env } = { run: "", env: {} }] = runs;
  const filled = Object.entries(env).map(([name, value]) => [
    name,
    value.replaceAll(/\$\{\{ (.*?) \}\}/g, (_, inner: string) => values[inner] ?? ""),
  ]);
  const given = { PATH, GITHUB_API_URL: api, GITHUB_REPOSITORY: "courier/site", ...Object.fromEntries(filled) };
  return runScript(run, given);
}

const site = (next: string | null) => ({ "/next-change.json": { body: JSON.stringify({ next }) } });

describe("the bell on GitHub", () => {
  test("looks at the clock every ten minutes, once the repository says where the site is", () => {
    expect(bell.on.schedule).toEqual([{ cron: `*/${TICK / 60_000} * * * *` }]);
    expect(bell.jobs.ring.if).toBe("vars.SITE_URL != ''");
  });

  test("may start a workflow and read the code, and nothing else", () => {
    expect(bell.jobs.ring.permissions).toEqual({ contents: "read", actions: "write" });
  });

  test("starts the publishing workflow when the site is due, with no secret but GitHub's own", async () => {
    const dispatch = "/repos/courier/site/actions/workflows/publish.yml/dispatches";
    const server = await listener({ ...site(JUST_DUE), [dispatch]: { status: 204 } });
    const values = { "vars.SITE_URL": server.url, "github.token": "t0k3n" };
    const { code, said } = await runOn({ ...values, "github.event.repository.default_branch": "main" }, server.url);
    expect({ code, said }).toEqual({
      code: 0,
      said: `A change has been due since ${JUST_DUE}: the site is being built.\n`,
    });
    expect(server.heard.at(-1)).toMatchObject({
      method: "POST",
      path: dispatch,
      body: '{"ref":"main"}',
      headers: { authorization: "Bearer t0k3n", accept: "application/vnd.github+json" },
    });
  });

  test("rings at the build hook of another host, where there is one", async () => {
    const server = await listener({ ...site(JUST_DUE), "/build_hooks/1": {} });
    const values = { "vars.SITE_URL": server.url, "secrets.BUILD_HOOK": `${server.url}/build_hooks/1` };
    expect(await runOn(values)).toMatchObject({ code: 0 });
    expect(server.heard.map(({ path }) => path)).toEqual(["/next-change.json", "/build_hooks/1"]);
  });

  test("does nothing while nothing is due", async () => {
    const server = await listener(site(null));
    expect(await runOn({ "vars.SITE_URL": server.url })).toEqual({
      code: 0,
      said: "Nothing is going to change by itself.\n",
    });
    expect(server.heard.length).toBe(1);
  });

  test("fails, and says why in one line, when the site is down or GitHub refuses", async () => {
    const server = await listener(site(JUST_DUE));
    expect(await runOn({ "vars.SITE_URL": `${server.url}` }, server.url)).toEqual({
      code: 1,
      said: `::error::A change has been due since ${JUST_DUE}, but the build hook answers 404.\n`,
    });
    await server.close();
    const { code, said } = await runOn({ "vars.SITE_URL": server.url });
    expect({ code, said }).toEqual({
      code: 1,
      said: `::error::${server.url}/next-change.json cannot be reached (ECONNREFUSED).\n`,
    });
  });
});
