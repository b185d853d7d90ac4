// The worker's first file, in plain JavaScript for the same reason as src/cli/dateline.js.
import "../loader.js";
import { parentPort, workerData } from "node:worker_threads";

const { build } = await import("./build.ts");
parentPort?.postMessage(await build(workerData));
