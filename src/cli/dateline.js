#!/usr/bin/env node
// Plain JavaScript, because it is what makes TypeScript and TSX loadable: from wherever the package is installed, and
// with its own tsconfig, not that of the folder where the command happens to run.
import { fileURLToPath } from "node:url";
import { register } from "tsx/esm/api";

process.env.TSX_TSCONFIG_PATH ??= fileURLToPath(new URL("../../tsconfig.json", import.meta.url));
register();
const { main } = await import("./main.ts");
process.exitCode = await main(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  now: Date.now,
  env: process.env,
});
