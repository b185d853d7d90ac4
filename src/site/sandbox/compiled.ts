import { compile } from "../../loader.js";
import { reached } from "../code.ts";

/**
 * Compiles all the code that steps may load, and keeps it where they read it: a step cannot start esbuild, and must not
 * write what another run will trust. Throws where nothing can be kept.
 */
export function compileSteps(): void {
  for (const href of reached(new URL("./step.js", import.meta.url)).keys()) {
    if (/\.tsx?$/.test(href)) compile(href);
  }
}
