import { appendFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { main } from "../../src/cli/main.ts";
import { type RunningServer, serveFolder } from "../../src/site/serve.ts";
import { siteFolder } from "../site/site-folder.ts";
import { fakeWorld } from "./fake-world.ts";

const here = process.cwd();
let host: RunningServer;
beforeAll(async () => {
  process.chdir(await siteFolder("tiny"));
  expect(await run("build", "--no-search")).toMatchObject({ code: 0 });
  host = await serveFolder("_site", 0);
});
afterAll(async () => {
  host.close();
  await host.closed;
  process.chdir(here);
});

async function run(...args: string[]) {
  const world = fakeWorld();
  const code = await main(args, world);
  return { code, out: world.out(), err: world.err() };
}

const verify = (...args: string[]) => run("verify", ...args);

describe("what was published", () => {
  test("is proved for a folder, of which time and under which digest", async () => {
    const { code, out } = await verify();
    expect(out).toMatch(
      /^The same \d+ files, byte for byte, as of 2026-06-01T12:00:00.000Z, SHA-256 of all [0-9a-f]{64}.\n$/,
    );
    expect(code).toBe(0);
  });

  test("is proved for a site as its host serves it, apart from what the host keeps", async () => {
    const { code, out } = await verify("--site", host.url);
    expect(out).toMatch(/^The same \d+ files.*\nNot asked for, because hosts keep them: _headers.*\.\n$/);
    expect(code).toBe(0);
  });

  test("is not when a file is another, and that file is named, in the folder and as served", async () => {
    const page = join("_site", "about/index.html");
    const bytes = await readFile(page);
    await appendFile(page, "<script src=https://ads.example/></script>");
    try {
      for (const site of ["_site", host.url]) {
        const { code, out } = await verify("--site", site);
        expect(out).toContain("about/index.html differs\n1 file of ");
        expect(code).toBe(1);
      }
    } finally {
      await writeFile(page, bytes);
    }
  });

  test("is not when the host does not answer", async () => {
    const gone = await serveFolder("_site", 0);
    gone.close();
    await gone.closed;
    const { code, out } = await verify("--site", gone.url);
    expect(out).toContain("index.html cannot be reached (ECONNREFUSED)\n");
    expect(code).toBe(1);
  });
});
