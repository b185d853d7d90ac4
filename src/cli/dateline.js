#!/usr/bin/env node
// Plain JavaScript, because TypeScript cannot be loaded before the loader is.
import * as node from "node:module";
import { setTimeout } from "node:timers/promises";

if (!("registerHooks" in node)) {
  process.stderr.write(
    "dateline: this needs Node 22.22 or newer; `npm run` and `npx` bring their own, and `npm exec --package=node@24` does.\n",
  );
  process.exit(2);
}
await import("../loader.js");
const { main } = await import("./main.ts");
process.exitCode = await main(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  // Questions go to the standard error, so that what a command gives can be passed on all the same.
  terminal:
    process.stdin.isTTY && process.stderr.isTTY && process.env["TERM"] !== "dumb"
      ? { input: process.stdin, output: process.stderr }
      : undefined,
  now: Date.now,
  // Netlify: that of the last build.
  publishedCommit: process.env["CACHED_COMMIT_REF"],
  environment: process.env,
  pause: (ms) => setTimeout(ms),
  writeForReaders: () => process.umask(0o022),
  stopSignal: () => {
    const stop = new AbortController();
    // Once: whoever presses Ctrl-C again means it.
    for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => stop.abort());
    return stop.signal;
  },
});
