import { describe, expect, test } from "vitest";
import { config } from "../../netlify/functions/bell.ts";
import { TICK } from "../../src/bell/due.ts";
import { listener } from "../loopback/listener.ts";
import { invoke } from "./on-netlify.ts";

/** The function reads the clock itself, so what is due for it has to be due by the clock. */
const JUST_DUE = new Date().toISOString();

/** Netlify rings for a site that says this; the hook answers so. */
async function rung(next: string | null, hook = 200) {
  const server = await listener({
    "/next-change.json": { body: JSON.stringify({ next }) },
    "/build_hooks/1": { status: hook },
  });
  const env = { URL: server.url, BUILD_HOOK: `${server.url}/build_hooks/1` };
  const answer = await invoke("bell", { env, body: { next_run: "2026-11-03T09:10:00.000Z" } });
  return { ...answer, rings: server.heard.filter(({ method }) => method === "POST").map(({ path }) => path) };
}

describe("the bell on Netlify", () => {
  test("looks at the clock every ten minutes", () => {
    expect(config.schedule).toBe(`*/${TICK / 60_000} * * * *`);
  });

  test("leaves a site alone of which nothing is due for a long time", async () => {
    const line = "The next change is due at 9999-12-31T23:59:59.000Z.";
    expect(await rung("9999-12-31T23:59:59.000Z")).toEqual({ status: 200, body: `${line}\n`, log: line, rings: [] });
  });

  test("has a site built that is due", async () => {
    const { status, rings } = await rung(JUST_DUE);
    expect({ status, rings }).toEqual({ status: 200, rings: ["/build_hooks/1"] });
  });

  test("fails in the log when the hook is out of order or missing", async () => {
    const { status, log, rings } = await rung(JUST_DUE, 500);
    expect({ status, rings }).toEqual({ status: 500, rings: ["/build_hooks/1"] });
    expect(log).toMatch(/^A change has been due since .*, but the build hook answers 500\.$/);
    const missing = await invoke("bell", { env: { URL: "http://127.0.0.1:9" }, body: {} });
    expect(missing).toMatchObject({
      status: 500,
      log: "There is no build hook to ring: set BUILD_HOOK to the address of one.",
    });
  });
});
