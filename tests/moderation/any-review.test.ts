import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { readCommentText } from "../../src/content/comment-text.ts";
import { areProblems, readRegistries } from "../../src/content/registries.ts";
import { type FormsHost, FormsHostError } from "../../src/moderation/forms-host.ts";
import type { Decision, InboxEntry, Waiting } from "../../src/moderation/inbox.ts";
import { line } from "../../src/moderation/review/in-words.ts";
import { publish } from "../../src/moderation/review/publish.ts";
import { replyFile, textOf } from "../../src/moderation/review/reply-file.ts";
import { idOf, type Repository } from "../../src/moderation/review/repository.ts";
import { Review } from "../../src/moderation/review/review.ts";
import { filesIn, type Site } from "../../src/moderation/review/stories.ts";
import { settle } from "../../src/moderation/settle.ts";
import { createWhole } from "../../src/whole-file.ts";
import { NOW } from "../pages/newspaper.ts";
import { figure } from "../reliability/figure.ts";
import { reviewSite, waiting } from "./review-site.ts";

const RUNS = Number(process.env["RUNS"] ?? 60);
const IDS = ["a", "b", "c", "d"];
const STORIES = ["/2026/05/bridge-opens/", "/2026/05/ferry-stops/", "/nowhere/"];

const here = process.cwd();
afterAll(() => process.chdir(here));

class PowerCut extends Error {}

/** What outlives a power cut: the disk (but for the content, which is on the real one), the repositories and the host. */
class Lasting {
  readonly inbox: Map<string, InboxEntry>;
  readonly committed = new Set<string>();
  readonly pushed = new Set<string>();
  readonly removed = new Set<string>();
  readonly spam = new Set<string>();

  constructor(replies: readonly Waiting[]) {
    this.inbox = new Map(replies.map((reply) => [reply.id, reply]));
  }
}

interface Session {
  readonly wanted: readonly (readonly [id: string, decision: Decision])[];
  /** At which step it ends, before the step's effect or after it; or the host refuses there. */
  readonly fails: { readonly step: number; readonly how: "before" | "after" | "host" } | undefined;
  readonly commits: boolean;
  readonly pushes: boolean;
}

const reply = fc.record({
  story: fc.constantFrom(...STORIES.slice(0, 1), ...STORIES),
  replyTo: fc.option(fc.constantFrom(...IDS, "nobody"), { nil: undefined }),
  upstream: fc.constantFrom<readonly string[]>(["1"], ["1"], ["1", "2"], []),
});
const session = fc.record({
  wanted: fc.array(
    fc.tuple(fc.constantFrom(...IDS), fc.constantFrom<Decision>("approved", "approved", "rejected", "spam")),
    { maxLength: 4 },
  ),
  fails: fc.option(
    fc.record({
      step: fc.integer({ min: 1, max: 14 }),
      how: fc.constantFrom("before" as const, "after" as const, "host" as const),
    }),
    { nil: undefined },
  ),
  commits: fc.boolean(),
  pushes: fc.boolean(),
});

test("whatever is decided and whenever the power fails: nothing is lost, published twice or unapproved, and the host hears of all", async () => {
  const { content } = await reviewSite([]);
  const registries = await readRegistries(content, "content");
  if (areProblems(registries)) throw new Error("The newspaper has problems");
  const site: Site = { root: content, registries };
  let cuts = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.tuple(...IDS.map(() => reply)),
      fc.array(session, { minLength: 1, maxLength: 5 }),
      async (fields, sessions) => {
        rmSync(join(content, "comments"), { recursive: true, force: true });
        const replies = IDS.map((id, index) => {
          const { upstream = [], ...others } = fields[index] ?? {};
          return waiting(id, { ...others, upstream: upstream.map((one) => `${id}${one}`) });
        });
        const lasting = new Lasting(replies);
        const tried = new Map<string, Set<Decision>>(IDS.map((id) => [id, new Set()]));
        for (const one of sessions) if (await hold(one, lasting, site, tried)) cuts++;
        const end = { wanted: [], fails: undefined, commits: true, pushes: true };
        await hold(end, lasting, site, tried);
        await hold(end, lasting, site, tried);
        judge(replies, lasting, content, tried);
      },
    ),
    { numRuns: RUNS },
  );
  expect(cuts).toBeGreaterThan(RUNS / 5);
  figure({
    promise: "No reply is lost, published twice or published undecided, whenever a review ends",
    test: "tests/moderation/any-review.test.ts",
    tried: cuts,
    failed: 0,
    unit: "reviews that were ended",
  });
});

test("whatever a reader writes becomes a file that check reads as the same text, or is refused", async () => {
  const { content } = await reviewSite([]);
  const registries = await readRegistries(content, "content");
  if (areProblems(registries)) throw new Error("The newspaper has problems");
  const site: Site = { root: content, registries };
  const story = { file: "articles/2026/05/bridge-opens.md", headline: "Bridge opens", notOpen: undefined };
  const piece = fc.constantFrom(
    "a",
    " ",
    "\n",
    "\n\n",
    "---",
    "# ",
    "- ",
    ": ",
    "|",
    ">",
    '"',
    "'",
    "\t",
    "&x",
    "*b*",
    "\u2028",
    "…",
    "新桥",
  );
  const text = fc.oneof(
    fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join("")),
    fc.string({ unit: "binary" }),
  );
  let files = 0;
  fc.assert(
    fc.property(text, text, (written, name) => {
      const reply = waiting("a", { text: written, name });
      const made = replyFile({ reply, story, answers: undefined, signs: [] }, textOf(reply), site);
      if ("refused" in made) return;
      files++;
      expect(made.comment.text).toEqual(readCommentText(written));
      expect(made.comment.name).toBe(line(name));
      expect(made.text).toMatch(/\ntext: \|/);
    }),
  );
  expect(files).toBeGreaterThan(20);
});

/** One call of the command. Resolves with whether it was ended before its end. */
async function hold(
  { wanted, fails, commits, pushes }: Session,
  lasting: Lasting,
  site: Site,
  tried: ReadonlyMap<string, Set<Decision>>,
): Promise<boolean> {
  let steps = 0;
  const step = async <Done>(effect: () => Done | Promise<Done>, isHost = false): Promise<Done> => {
    steps++;
    const how = steps === fails?.step ? fails.how : undefined;
    if (how === "host" && isHost) throw new FormsHostError("It does not answer.");
    if (how === "before") throw new PowerCut();
    const done = await effect();
    if (how === "after") throw new PowerCut();
    return done;
  };
  const entries = {
    get: (id: string) => lasting.inbox.get(id),
    all: () => [...lasting.inbox.values()],
    waiting: () => [...lasting.inbox.values()].filter((entry) => entry.state === "waiting"),
    put: (entry: InboxEntry) => step(() => void lasting.inbox.set(entry.id, entry)),
  };
  const repository: Repository = {
    uncommitted: async () => published(site.root).filter((file) => !lasting.committed.has(file)),
    commit: (files) =>
      step(() => {
        for (const file of files) {
          expect(lasting.committed.has(file)).toBe(false);
          lasting.committed.add(file);
        }
        return undefined;
      }),
    published: async () => new Set([...lasting.pushed].map(idOf)),
  };
  const host: FormsHost = {
    async *submissions() {},
    remove: (submission) =>
      step(() => {
        const entry = lasting.inbox.get(submission.slice(0, 1));
        if (entry?.state === "approved") expect([...lasting.pushed].map(idOf)).toContain(entry.id);
        else expect(entry?.state).toBe("rejected");
        lasting.removed.add(submission);
      }, true),
    reportSpam: (submission) => step(() => void lasting.spam.add(submission), true),
  };
  try {
    const review = await Review.open({
      site,
      entries,
      now: NOW,
      create: (...made) => step(() => createWhole(...made)),
    });
    if (!(review instanceof Review)) throw new Error("The stories have problems");
    await settle(entries, host, repository);
    for (const [id, decision] of wanted) {
      if (!review.inContext(id)) continue;
      tried.get(id)?.add(decision);
      if (decision === "approved") await review.approve(id);
      else await review.reject(id, decision);
    }
    if (commits) await publish(review.files, entries, site, repository);
    if (pushes) for (const file of lasting.committed) lasting.pushed.add(file);
    await settle(entries, host, repository);
    return false;
  } catch (error) {
    if (!(error instanceof PowerCut)) throw error;
    return true;
  }
}

function judge(
  replies: readonly Waiting[],
  lasting: Lasting,
  content: string,
  tried: ReadonlyMap<string, ReadonlySet<Decision>>,
): void {
  const files = published(content);
  for (const { id, upstream, text } of replies) {
    const entry = lasting.inbox.get(id);
    const own = files.filter((file) => idOf(file) === id);
    const told = {
      removed: upstream.filter((one) => lasting.removed.has(one)),
      spam: upstream.filter((one) => lasting.spam.has(one)),
    };
    if (entry?.state === "waiting") {
      expect({ own, ...told }).toEqual({ own: [], removed: [], spam: [] });
      continue;
    }
    expect(tried.get(id)).toContain(entry?.state);
    expect(entry?.upstream).toEqual([]);
    expect(own).toHaveLength(entry?.state === "approved" ? 1 : 0);
    for (const file of own) {
      expect(readFileSync(join(content, file), "utf8")).toContain(text);
      expect(lasting.pushed.has(file)).toBe(true);
    }
    expect(told).toEqual(entry?.state === "spam" ? { removed: [], spam: upstream } : { removed: upstream, spam: [] });
  }
}

const published = (content: string): string[] =>
  filesIn(content, "comments", true).filter((file) => file.endsWith(".yaml"));
