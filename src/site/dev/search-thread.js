// The thread's first file, in plain JavaScript for the same reason as src/cli/dateline.js.
import "../../loader.js";
import { parentPort, workerData } from "node:worker_threads";

const { indexSearch } = await import("./index-search.ts");
await indexSearch(workerData);
parentPort?.postMessage("done");
