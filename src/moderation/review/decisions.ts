import type { Decision, InboxEntry } from "../inbox.ts";
import type { Entries } from "./context.ts";
import { Review, type ReviewDesk } from "./review.ts";

/** What a program has decided: the ids of replies, by what becomes of them. */
export type Decisions = Readonly<Record<Decision, readonly string[]>>;

/** What of decisions cannot be carried out, a sentence each; nothing is written. */
export async function faultsIn(decisions: Decisions, desk: ReviewDesk): Promise<string[]> {
  const faults: string[] = [];
  const wanted = new Map<string, Decision>();
  for (const [decision, ids] of pairsOf(decisions)) {
    for (const id of ids) {
      const entry = desk.entries.get(id);
      const other = wanted.get(id);
      if (!entry) faults.push(`There is no reply "${id}".`);
      else if (entry.state !== "waiting" && entry.state !== decision)
        faults.push(`"${id}" ${WAS[entry.state]} already.`);
      else if (other !== undefined && other !== decision)
        faults.push(`"${id}" cannot be both ${other} and ${decision}.`);
      wanted.set(id, decision);
    }
  }
  if (faults.length > 0) return [...new Set(faults)];
  // As if they were made, one after the other: an answer may be approved with what it answers.
  const rehearsal = await Review.open({ ...desk, entries: copyOf(desk.entries), create: async () => true });
  if (!(rehearsal instanceof Review)) throw new Error("Stories have become wrong since they were read");
  for (const { id, refused } of await carryOut(decisions, rehearsal))
    faults.push(`"${id}" cannot be approved: ${refused}`);
  return faults;
}

const WAS = { approved: "was approved", rejected: "was rejected", spam: "was spam" } as const;

/** Carries decisions out, in the order of the queue. Gives those that could not be, and why. */
export async function carryOut(decisions: Decisions, review: Review): Promise<{ id: string; refused: string }[]> {
  const wanted = new Map(pairsOf(decisions).flatMap(([decision, ids]) => ids.map((id) => [id, decision] as const)));
  const failed: { id: string; refused: string }[] = [];
  for (const { reply } of review.queue()) {
    const decision = wanted.get(reply.id);
    if (decision === undefined) continue;
    if (decision !== "approved") {
      await review.reject(reply.id, decision);
      continue;
    }
    const made = await review.approve(reply.id);
    if ("refused" in made) failed.push({ id: reply.id, refused: made.refused });
  }
  return failed;
}

const pairsOf = ({ approved, rejected, spam }: Decisions) =>
  [
    ["approved", approved],
    ["rejected", rejected],
    ["spam", spam],
  ] as const;

/** The same entries, whose changes nobody keeps. */
function copyOf(entries: Entries): Entries {
  const changed = new Map<string, InboxEntry>(entries.all().map((entry) => [entry.id, entry]));
  return {
    get: (id) => changed.get(id),
    all: () => [...changed.values()],
    waiting: () => entries.waiting().filter(({ id }) => changed.get(id)?.state === "waiting"),
    put: async (entry) => void changed.set(entry.id, entry),
  };
}
