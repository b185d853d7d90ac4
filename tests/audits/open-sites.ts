import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium } from "playwright-core";
import { type BuiltSites, buildSites } from "../browser/built-sites.ts";
import { CHROMIUM_ARGS, findChromium, thisMachine } from "../browser/find-chromium.ts";

/** Both newspapers, built and served, and a browser of one's own. */
export interface OpenSites {
  readonly sites: BuiltSites;
  readonly browser: BrowserContext;
  /** Where another program reaches the browser, on the loopback address. */
  readonly port: number;
}

/** Builds, serves, lends both out and puts everything away again. */
export async function withOpenSites<Result>(use: (open: OpenSites) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "dateline-audit-"));
  try {
    const sites = await buildSites(folder);
    const profile = join(folder, "profile");
    const browser = await chromium.launchPersistentContext(profile, {
      executablePath: findChromium(thisMachine),
      args: [...CHROMIUM_ARGS, "--remote-debugging-port=0"],
    });
    // Chromium takes a free port and writes it on the first line of this file.
    const [port] = (await readFile(join(profile, "DevToolsActivePort"), "utf8")).split("\n");
    try {
      return await use({ sites, browser, port: Number(port) });
    } finally {
      await browser.close();
      await sites.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
