import { realpath } from "node:fs/promises";
import { dirname, join } from "node:path";
import { reviewCommand } from "../../src/cli/comments-review.ts";
import { main } from "../../src/cli/main.ts";
import { UsageError } from "../../src/cli/world.ts";
import { type FormsHost, FormsHostError } from "../../src/moderation/forms-host.ts";
import { Inbox, type InboxEntry, type Waiting } from "../../src/moderation/inbox.ts";
import { fakeWorld } from "../cli/fake-world.ts";
import { type Files, onDisk, story, USUAL } from "../content/newspaper-on-disk.ts";

export const BRIDGE = "articles/2026/05/bridge-opens.md";
export const FERRY = "articles/2026/05/ferry-stops.md";
const OPEN = "comments:\n  stories: open\n  closeAfter: 14\n";

/** A newspaper with two stories that take replies, at noon of the first of June 2026. */
export const STORIES: Files = {
  "settings.yaml": `${USUAL["settings.yaml"]}${OPEN}`,
  [BRIDGE]: story({ date: "2026-05-20", formerly: "[/blog/bridge.html]" }),
  [FERRY]: story({ title: '"Ferry stops, for good"', date: "2026-05-25" }),
};

/** A reply to the bridge's story, a minute after the one of the id before it in the alphabet. */
export function waiting(id: string, fields: Partial<Waiting> = {}): Waiting {
  const minute = String((id.charCodeAt(0) - "a".charCodeAt(0)) * 2).padStart(2, "0");
  return {
    state: "waiting",
    id,
    story: "/2026/05/bridge-opens/",
    name: `Reader ${id}`,
    sent: `2026-05-26T10:${minute}:31Z`,
    text: `What I say is ${id}.`,
    withheld: [],
    wasCut: false,
    upstream: [`host-${id}`],
    ...fields,
  };
}

/** The file of an approved reply to the bridge's story, below `content/`. */
export const fileOf = (id: string): string => `comments/2026/05/bridge-opens/${id}.yaml`;

/** Puts the newspaper on the disk, with what waits in its inbox, and works in its folder from now on. */
export async function reviewSite(entries: readonly InboxEntry[], files: Files = {}) {
  const content = await realpath(await onDisk({ ...STORIES, ...files }));
  const folder = dirname(content);
  process.chdir(folder);
  const open = () => Inbox.open(join(folder, ".dateline/inbox"));
  const inbox = await open();
  for (const entry of entries) await inbox.put(entry);
  return { content, folder, inbox: open };
}

/** Runs `comments review` as the command line does. */
export async function review(args: readonly string[], host?: FormsHost) {
  const world = fakeWorld();
  try {
    const code = host
      ? await reviewCommand([...args], world, host)
      : await main(["comments", "review", ...args], world);
    return { code, out: world.out(), err: world.err() };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { code: 2, out: world.out(), err: error.message };
  }
}

/** A forms' host in memory. It refuses the call of a number, from 1 on, when it is told to. */
export class MemoryHost implements FormsHost {
  readonly removed: string[] = [];
  readonly spam: string[] = [];
  #calls = 0;
  readonly #fails: (call: number) => boolean;

  constructor(fails: (call: number) => boolean = () => false) {
    this.#fails = fails;
  }

  async *submissions() {}

  async remove(id: string): Promise<void> {
    this.#call();
    this.removed.push(id);
  }

  async reportSpam(id: string): Promise<void> {
    this.#call();
    this.spam.push(id);
  }

  #call(): void {
    this.#calls++;
    if (this.#fails(this.#calls)) throw new FormsHostError("Netlify does not answer.");
  }
}
