import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import type { TestProject } from "vitest/node";
import { build } from "../../src/site/build.ts";
import { findChromium, thisMachine } from "./find-chromium.ts";
import { serveAsNetlify } from "./serve-as-netlify.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the built site is served, without a slash at its end. */
    site: string;
    /** Where the browser is to be reached. */
    browser: string;
  }
}

/** One build, one server and one browser for all tests in a browser. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const executablePath = findChromium(thisMachine);
  const folder = await mkdtemp(join(tmpdir(), "dateline-browser-"));
  const output = join(folder, "site");
  const now = Date.parse("2026-11-22T12:00:00Z");
  const built = await build({ content: "content", output, now, unpublished: "none", indexed: true });
  if (!built.published) throw new Error(`The repository's own content has problems: ${JSON.stringify(built.problems)}`);
  const site = await serveAsNetlify(output);
  const browser = await chromium.launchServer({ executablePath, args: CHROMIUM_ARGS });
  project.provide("site", site.url.slice(0, -1));
  project.provide("browser", browser.wsEndpoint());
  return async () => {
    await browser.close();
    site.close();
    await rm(folder, { recursive: true });
  };
}

// Root in a container has no sandbox of its own; the rest keeps Chromium from calling home from a test.
const CHROMIUM_ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
