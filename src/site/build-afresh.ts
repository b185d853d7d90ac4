import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { BuildOptions, BuildResult } from "./build.ts";

/** What a worker can be told: everything of a build but functions. */
export type PlainBuildOptions = Omit<BuildOptions, "unpublished"> & { readonly unpublished: "none" | "drafts" | "all" };

/** Builds in a worker, which loads the layouts anew: an edit of a layout counts without a restart. */
export async function buildAfresh(options: PlainBuildOptions): Promise<BuildResult> {
  const worker = new Worker(new URL("./build-worker.js", import.meta.url), { workerData: options });
  const [result] = (await once(worker, "message")) as [BuildResult];
  await worker.terminate();
  return result;
}
