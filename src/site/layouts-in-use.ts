import { existsSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Plugin } from "esbuild";
import { resolveLayout } from "../own-layouts.js";

/** Has esbuild take a site's own parts and styles for ours, as the loader does. */
export const layoutsInUse: Plugin = {
  name: "a site's own layouts",
  setup({ onResolve }) {
    onResolve({ filter: /^(?:\.\.?\/|dateline\/)/ }, ({ path, importer }) => {
      if (importer === "") return undefined;
      const href = resolveLayout(path, pathToFileURL(importer).href);
      // The package's name as a site's own layouts write it.
      if (href === undefined) return { errors: [{ text: `"${path}" is not offered to layouts` }] };
      const file = fileURLToPath(href);
      return existsSync(file) ? { path: file } : { errors: [{ text: `There is no file "${path}"` }] };
    });
  },
};
