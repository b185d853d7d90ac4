import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { filesIn, siteFolder } from "../site/site-folder.ts";

const DATELINE = fileURLToPath(new URL("../../src/cli/dateline.js", import.meta.url));

let site: string;
beforeAll(async () => {
  site = await siteFolder("tiny");
});

const start = (...args: string[]) => spawn(process.execPath, [DATELINE, ...args], { cwd: site });

async function ended(child: ChildProcess): Promise<{ code: number | null; out: string; err: string }> {
  let [out, err] = ["", ""];
  child.stdout?.on("data", (text) => {
    out += text;
  });
  child.stderr?.on("data", (text) => {
    err += text;
  });
  await once(child, "close");
  return { code: child.exitCode, out, err };
}

describe("the dateline program", () => {
  test("runs in the folder of any site, without a tsconfig or packages there, and is quiet in a pipe", async () => {
    const { code, out, err } = await ended(start("build", "--now", "2026-06-01T12:00Z"));
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^Published 2 stories on \d+ pages in _site \(\d+\.\d s\)\.\n$/);
    expect(await filesIn(site)).toContain("_site/index.html");
  });

  test("passes the exit code of the command on", async () => {
    expect(await ended(start("build", "--content", "nowhere"))).toMatchObject({ code: 1 });
    expect(await ended(start("publish"))).toMatchObject({ code: 2 });
  });

  test.each(["SIGINT", "SIGTERM"] as const)("ends the dev server on %s as if nothing had happened", async (signal) => {
    const child = start("dev", "--port", "0");
    const end = ended(child);
    let out = "";
    for await (const text of child.stdout) {
      out += text;
      if (out.includes("stop with Ctrl-C")) break;
    }
    child.kill(signal);
    expect(await end).toMatchObject({ code: 0, err: "" });
  });
});
