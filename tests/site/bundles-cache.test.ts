import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { BuildOptions, Plugin } from "esbuild";
import { expect, onTestFinished, test, vi } from "vitest";
import { bundleAssets } from "../../src/site/asset-bundles.ts";
import { ALL_ASSET_SOURCES } from "../../src/site/asset-sources.ts";
import { bundlesIn } from "../../src/site/bundles-cache.ts";
import { reached } from "../../src/site/code.ts";

const read = new Set<string>();

const noted: Plugin = {
  name: "what was read",
  setup({ onLoad }) {
    onLoad({ filter: /^/, namespace: "file" }, ({ path }) => {
      read.add(path);
      return undefined;
    });
  },
};

vi.mock(import("esbuild"), async (original) => {
  const esbuild = await original();
  const build = (options: BuildOptions) => esbuild.build({ ...options, plugins: [noted, ...(options.plugins ?? [])] });
  return { ...esbuild, build: build as typeof esbuild.build };
});

test("an edit of any file that styles and scripts are made of is seen", async () => {
  await bundleAssets();
  const followed = new Set(
    ALL_ASSET_SOURCES.flatMap((source) =>
      [...reached(source, { types: false }).keys()].map((url) => fileURLToPath(url)),
    ),
  );
  expect(read.size).toBeGreaterThan(80);
  expect([...read].filter((file) => !/[\\/]node_modules[\\/]/.test(file) && !followed.has(file))).toEqual([]);
});

test("styles and scripts that were kept are those that were made, and are not made again", async () => {
  const work = mkdtempSync(join(tmpdir(), "dateline-bundles-"));
  onTestFinished(() => rmSync(work, { recursive: true, force: true }));
  const made = await bundlesIn(work);
  // As the next process would: what this one has made is forgotten.
  vi.resetModules();
  read.clear();
  const next = await import("../../src/site/bundles-cache.ts");
  expect(await next.bundlesIn(work)).toEqual(made);
  expect(read.size).toBe(0);
  expect(made.scripts).toHaveLength(4);
});
