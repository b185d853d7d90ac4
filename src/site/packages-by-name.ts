import { readFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { OnResolveArgs, OnResolveResult, Plugin } from "esbuild";

/** Says that this is our own question, which is for esbuild to answer. */
const ASKED = {};

/**
 * Names the files of packages by what follows `node_modules/`: the names of files go into esbuild's hashes, and where a
 * package lies is for whoever has installed it to decide.
 */
export const packagesByName: Plugin = {
  name: "packages by their names",
  setup(bundler) {
    const byName = async (asked: OnResolveArgs): Promise<OnResolveResult | undefined> => {
      const { path, importer, resolveDir, kind } = asked;
      if (asked.pluginData === ASKED || kind === "entry-point") return undefined;
      const found = await bundler.resolve(path, { importer, resolveDir, kind, pluginData: ASKED });
      const [, name] = /^.*[\\/]node_modules[\\/](.*)$/.exec(found.path) ?? [];
      if (found.errors.length > 0 || name === undefined) return undefined;
      const { sideEffects } = found;
      return { path: name.replaceAll("\\", "/"), namespace: "package", sideEffects, pluginData: found.path };
    };
    // Of our own files only imports of packages, as each question takes its time; of theirs, any.
    bundler.onResolve({ filter: /^[^./]/ }, byName);
    bundler.onResolve({ filter: /^\./, namespace: "package" }, byName);
    bundler.onLoad({ filter: /^/, namespace: "package" }, async ({ pluginData }) => ({
      contents: await readFile(String(pluginData)),
      loader: "default",
      resolveDir: dirname(String(pluginData)),
    }));
  },
};
