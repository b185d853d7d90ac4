import { availableParallelism } from "node:os";

/** Where a site keeps, below its own folder, what spares the next run work. Removed, it is only slower. */
export const WORK = ".dateline";

/** As many threads as the machine has cores; on one core none, because there they only cost. */
export function usualThreads(): number {
  const cores = availableParallelism();
  return cores > 1 ? cores : 0;
}
