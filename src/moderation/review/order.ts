import type { InContext } from "./context.ts";

/** The order in which replies are decided on: the oldest first, likely spam last, and none before what it answers. */
export function inOrder(all: readonly InContext[]): InContext[] {
  const oldestFirst = all.toSorted((a, b) => compare(a.reply.sent, b.reply.sent) || compare(a.reply.id, b.reply.id));
  const byId = new Map(all.map((one) => [one.reply.id, one]));
  const placed = new Set<InContext>();
  const place = (one: InContext) => {
    const chain: InContext[] = [];
    for (let at: InContext | undefined = one; at && !placed.has(at) && !chain.includes(at); at = parentOf(at, byId))
      chain.push(at);
    for (const next of chain.reverse()) placed.add(next);
  };
  for (const one of oldestFirst) if (!isSuspect(one, byId)) place(one);
  for (const one of oldestFirst) place(one);
  return [...placed];
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const parentOf = ({ answers }: InContext, byId: ReadonlyMap<string, InContext>): InContext | undefined =>
  answers?.kind === "waiting" ? byId.get(answers.to.id) : undefined;

/** Whether it, or something that it answers, is likely to be spam: nobody is led to spam by an answer to it. */
function isSuspect(one: InContext, byId: ReadonlyMap<string, InContext>): boolean {
  const seen = new Set<InContext>();
  for (let at: InContext | undefined = one; at && !seen.has(at); at = parentOf(at, byId)) {
    if (at.signs.length > 0) return true;
    seen.add(at);
  }
  return false;
}
