import { execFile } from "node:child_process";
import { cp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { build } from "../../src/site/build.ts";
import { BROKEN_STORY, bytesOf, filesIn, save, siteFolder } from "./site-folder.ts";

const ELEVENTY = fileURLToPath(new URL("../../node_modules/@11ty/eleventy/cmd.cjs", import.meta.url));
const CONFIG = new URL("../../eleventy.config.ts", import.meta.url);
const CONTENT = fileURLToPath(new URL("../../content", import.meta.url));

/** What `npx eleventy --config=eleventy.config.ts` does in a folder. */
function runEleventy(site: string): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const args = [ELEVENTY, "--config=eleventy.config.ts"];
    const child = execFile(process.execPath, args, { cwd: site }, (_error, stdout, stderr) => {
      resolve({ code: child.exitCode ?? -1, output: stdout + stderr });
    });
  });
}

async function siteWithConfig(): Promise<string> {
  const site = await siteFolder("tiny");
  await writeFile(
    join(site, "eleventy.config.ts"),
    `export { config, default } from ${JSON.stringify(CONFIG.href)};\n`,
  );
  return site;
}

describe("Eleventy's own command", () => {
  test("prints this repository's site as the build does, byte for byte, but for the search", async () => {
    const site = await siteWithConfig();
    await rm(join(site, "content"), { recursive: true });
    await cp(CONTENT, join(site, "content"), { recursive: true });
    const { code, output } = await runEleventy(site);
    expect(code, output).toBe(0);
    const built = join(site, "built");
    const options = {
      content: join(site, "content"),
      output: built,
      now: Date.now(),
      unpublished: "none",
      indexed: true,
      work: join(site, ".dateline"),
    } as const;
    const { published } = await build(options);
    expect(published?.pages).toBeGreaterThan(50);
    const ofBuild = Object.entries(await bytesOf(built)).filter(([file]) => !/^(?:pagefind\/|\.dateline$)/.test(file));
    expect(await bytesOf(join(site, "_site"))).toEqual(Object.fromEntries(ofBuild));
  });

  test("stops on a problem, says it and writes nothing", async () => {
    const site = await siteWithConfig();
    await save(join(site, "content/articles/2026/05/bridge-closes.md"), BROKEN_STORY);
    const { code, output } = await runEleventy(site);
    expect(code).not.toBe(0);
    expect(output).toContain("content/articles/2026/05/bridge-closes.md:3:1");
    expect(output).toContain('Unknown field "sumary". Did you mean "summary"?');
    expect((await filesIn(site)).filter((file) => file.startsWith("_site"))).toEqual([]);
  });

  test("runs no program that somebody left in the content", async () => {
    const site = await siteWithConfig();
    const program = `require("node:fs").writeFileSync(${JSON.stringify(join(site, "it-ran"))}, "");module.exports = {};`;
    for (const name of ["run.11ty.js", "articles/articles.11tydata.js", "_data/x.js"]) {
      await save(join(site, "content", name), program);
    }
    const { code, output } = await runEleventy(site);
    expect(code).not.toBe(0);
    expect(output).toContain("content/_data/x.js");
    expect(await filesIn(site)).not.toContain("it-ran");
  });
});
