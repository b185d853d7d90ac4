#!/usr/bin/env node
// Plain JavaScript, because it is what makes TypeScript and TSX loadable: from wherever the package is installed, and
// with its own tsconfig, not that of the folder where the command happens to run.
import { fileURLToPath } from "node:url";
import { register } from "tsx/esm/api";

register({ tsconfig: fileURLToPath(new URL("../../tsconfig.json", import.meta.url)) });
const { main } = await import("./main.ts");
process.exitCode = await main(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  now: Date.now,
  stopSignal: () => {
    const stop = new AbortController();
    // Once: whoever presses Ctrl-C again means it.
    for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => stop.abort());
    return stop.signal;
  },
});
