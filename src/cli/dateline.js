#!/usr/bin/env node
// Plain JavaScript, because TypeScript cannot be loaded before the loader is.
import "../loader.js";

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
