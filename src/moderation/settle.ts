import { type FormsHost, FormsHostError } from "./forms-host.ts";
import type { Decided, Inbox } from "./inbox.ts";
import type { Repository } from "./review/repository.ts";

/** What the forms' host has been told of what was decided. */
export interface Settled {
  /** How many submissions it was told of now. */
  readonly told: number;
  /** How many it is still to be told of, and could be. */
  readonly untold: number;
  /** How many approved replies it keeps until the remote repository has them. */
  readonly kept: number;
  /** Why it could not be told more, in a sentence. */
  readonly failure?: string | undefined;
}

/**
 * Tells the host what was decided: it removes what was rejected, takes down what is spam, and removes what was approved once
 * that is in the commit that the remote has, so that nothing is lost with this machine. What it has been told is noted at
 * once; whatever fails, the next call goes on from there. `host` is undefined where none is set up.
 */
export async function settle(
  entries: Pick<Inbox, "all" | "put">,
  host: FormsHost | undefined,
  repository: Pick<Repository, "published">,
): Promise<Settled> {
  const decided = entries.all().filter((entry): entry is Decided => entry.state !== "waiting");
  const open = decided.filter(({ upstream }) => upstream.length > 0);
  // Git is asked where there is something to ask for.
  const published = open.some(({ state }) => state === "approved") ? await repository.published() : new Set();
  const ready = open.filter(({ state, id }) => state !== "approved" || published.has(id));
  const kept = open.length - ready.length;
  const all = ready.reduce((sum, { upstream }) => sum + upstream.length, 0);
  if (!host) return { told: 0, untold: all, kept };
  let told = 0;
  try {
    for (const entry of ready) {
      for (const [index, submission] of entry.upstream.entries()) {
        await (entry.state === "spam" ? host.reportSpam(submission) : host.remove(submission));
        // Ended here, it is told again, which does no harm.
        await entries.put({ ...entry, upstream: entry.upstream.slice(index + 1) });
        told++;
      }
    }
    return { told, untold: 0, kept };
  } catch (error) {
    if (!(error instanceof FormsHostError)) throw error;
    return { told, untold: all - told, kept, failure: error.message };
  }
}
