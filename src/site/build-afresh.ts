import { Worker } from "node:worker_threads";
import type { BuildOptions, BuildResult } from "./build.ts";

/**
 * Builds in a worker, which loads the layouts anew: an edit of a layout counts without a restart. Throws what the
 * build throws, such as the mistake in a layout.
 */
export async function buildAfresh(options: BuildOptions): Promise<BuildResult> {
  const worker = new Worker(new URL("./build-worker.js", import.meta.url), { workerData: options });
  try {
    return await new Promise<BuildResult>((resolve, reject) => {
      worker.once("message", resolve).once("error", reject);
      worker.once("exit", (code) => reject(new Error(`The build ended without a result (exit code ${code}).`)));
    });
  } finally {
    await worker.terminate();
  }
}
