import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import type { TestProject } from "vitest/node";
import { type BuiltSite, buildSites } from "./built-sites.ts";
import { CHROMIUM_ARGS, findChromium, thisMachine } from "./find-chromium.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the newspaper of this repository is served, without a slash at its end. */
    site: string;
    own: BuiltSite;
    fixture: BuiltSite;
    /** Where the browser is to be reached. */
    browser: string;
  }
}

/** One build of each newspaper, their servers and one browser for all tests in a browser. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const executablePath = findChromium(thisMachine);
  const folder = await mkdtemp(join(tmpdir(), "dateline-browser-"));
  const sites = await buildSites(folder);
  const browser = await chromium.launchServer({ executablePath, args: [...CHROMIUM_ARGS] });
  project.provide("site", sites.own.url);
  project.provide("own", sites.own);
  project.provide("fixture", sites.fixture);
  project.provide("browser", browser.wsEndpoint());
  return async () => {
    await browser.close();
    await sites.close();
    await rm(folder, { recursive: true });
  };
}
