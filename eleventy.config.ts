// For people who know Eleventy: `npx eleventy --config=eleventy.config.ts` prints the same pages as `npm run build`.

import { mkdirSync } from "node:fs";
import type { EleventyConfig } from "@11ty/eleventy";
// Node runs this file as it is, but not the TSX of the layouts; so all that follows is imported dynamically.
import "./src/loader.js";

/** content → pages → _site */
export default async function (eleventy: EleventyConfig): Promise<void> {
  const { prepareOrStop } = await import("./src/site/eleventy-only.ts");
  const { addPages } = await import("./src/site/eleventy.ts");
  const { writeFiles } = await import("./src/site/write.ts");

  const site = await prepareOrStop("content", Date.now());
  addPages(eleventy, site.pages, site.inserts);
  eleventy.on("eleventy.after", ({ directories }) => writeFiles(site, "content", directories.output));
}

// Eleventy looks for its input as soon as it has read the next line. Nothing of ours lies in it: see src/site/eleventy.ts.
mkdirSync(".dateline/eleventy", { recursive: true });
export const config = { dir: { input: ".dateline/eleventy", output: "_site" } };
