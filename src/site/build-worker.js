// The worker's first file, in plain JavaScript for the same reason as src/cli/dateline.js.
import { fileURLToPath } from "node:url";
import { parentPort, workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

register({ tsconfig: fileURLToPath(new URL("../../tsconfig.json", import.meta.url)) });
const { build } = await import("./build.ts");
parentPort?.postMessage(await build(workerData));
