import { FormsHostError, type Submission } from "./forms-host.ts";
import type { Inbox, InboxEntry, Waiting } from "./inbox.ts";
import { received, type Useless } from "./received.ts";

/** What came of a pull, also of one that could not be ended. */
export interface Pulled {
  /** The replies that were not known. */
  readonly fresh: readonly Waiting[];
  /** How many that nobody here has decided on were found to be published: they wait no longer. */
  readonly published: number;
  /** How many were not taken, by what they lack; where they were sent to, they still are. */
  readonly useless: Readonly<Record<Useless, number>>;
  /** Why it was not ended. All that came before is in the inbox. */
  readonly failure?: FormsHostError | undefined;
}

/**
 * Puts what readers have sent into the inbox, once each, however often it comes. `published` holds the ids of the replies
 * that are files of the content already. What waits stays, also when it is gone where it was sent to.
 */
export async function pull(
  submissions: AsyncIterable<readonly Submission[]>,
  inbox: Inbox,
  published: ReadonlySet<string>,
): Promise<Pulled> {
  const ids = new Map(inbox.all().flatMap(({ id, upstream }) => upstream.map((name) => [name, id] as const)));
  const fresh: Waiting[] = [];
  const useless = { "no words": 0, "no name": 0, "a program": 0 };
  let found = 0;
  for (const waiting of inbox.waiting().filter(({ id }) => published.has(id))) {
    await inbox.put({ state: "approved", id: waiting.id, upstream: waiting.upstream });
    found += 1;
  }

  async function take(reply: Waiting) {
    // What is kept of a reply, and so its id, may be another than with an older version.
    const id = reply.upstream.map((name) => ids.get(name)).find((known) => known !== undefined) ?? reply.id;
    const known = inbox.get(id);
    const entry = known ? withUpstream(known, reply.upstream) : published.has(id) ? approved(reply) : reply;
    if (entry !== known) await inbox.put(entry);
    if (known === undefined && entry.state === "waiting") fresh.push(entry);
    if (known === undefined && entry.state === "approved") found += 1;
  }

  let failure: FormsHostError | undefined;
  try {
    for await (const page of submissions) {
      for (const submission of page) {
        const reply = received(submission);
        if (typeof reply === "string") useless[reply] += 1;
        else await take(reply);
      }
    }
  } catch (error) {
    if (!(error instanceof FormsHostError)) throw error;
    failure = error;
  }
  return { fresh, published: found, useless, failure };
}

/** The entry as it is, when it knows them all. */
function withUpstream(entry: InboxEntry, upstream: readonly string[]): InboxEntry {
  const more = upstream.filter((name) => !entry.upstream.includes(name));
  return more.length === 0 ? entry : { ...entry, upstream: [...entry.upstream, ...more] };
}

const approved = ({ id, upstream }: Waiting): InboxEntry => ({ state: "approved", id, upstream });
