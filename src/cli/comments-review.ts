import { resolve } from "node:path";
import { areProblems, readRegistries } from "../content/registries.ts";
import type { FormsHost } from "../moderation/forms-host.ts";
import { Inbox } from "../moderation/inbox.ts";
import { asJson } from "../moderation/review/as-json.ts";
import { reviewAtTerminal } from "../moderation/review/at-terminal.ts";
import { carryOut, type Decisions, faultsIn } from "../moderation/review/decisions.ts";
import { type Edit, editorOf, forgetEdits } from "../moderation/review/editor.ts";
import { inWords, line } from "../moderation/review/in-words.ts";
import { type Published, publish } from "../moderation/review/publish.ts";
import { textOf } from "../moderation/review/reply-file.ts";
import { repositoryAround } from "../moderation/review/repository.ts";
import { Review, type ReviewDesk } from "../moderation/review/review.ts";
import type { Site } from "../moderation/review/stories.ts";
import { type Settled, settle } from "../moderation/settle.ts";
import { askerAt, Cancelled, type Terminal } from "../new/terminal.ts";
import { type Problem, printProblems } from "../problems.ts";
import { shownPath } from "../site/shown-path.ts";
import { INBOX } from "./comments.ts";
import { readOptions } from "./options.ts";
import { counted } from "./words.ts";
import { EXIT, type ExitCode, UsageError, type World } from "./world.ts";

const ids = { type: "string", multiple: true, default: [] as string[] } as const;

/**
 * `comments review`: decides on the replies that wait, by asking at a terminal or as the options say. `host` is told of it;
 * undefined where none is set up.
 */
export async function reviewCommand(args: string[], world: World, host?: FormsHost): Promise<ExitCode> {
  const options = readOptions(args, {
    content: { type: "string", default: "content" },
    ...{ approve: ids, reject: ids, spam: ids },
    commit: { type: "boolean", default: true },
    json: { type: "boolean", default: false },
  });
  const decisions = { approved: options.approve, rejected: options.reject, spam: options.spam };
  const root = resolve(options.content);
  const registries = await readRegistries(root, shownPath(options.content));
  if (areProblems(registries)) return sayProblems(registries, world);
  const site: Site = { root, registries };
  const folder = resolve(INBOX);
  const inbox = await Inbox.open(folder);
  await forgetEdits(folder);
  const desk: ReviewDesk = { site, entries: inbox, now: world.now() };
  const review = await Review.open(desk);
  if (!(review instanceof Review)) return sayProblems(review, world);
  const repository = repositoryAround(root);
  const before = await settle(inbox, host, repository);
  const isTold = Object.values(decisions).some((list) => list.length > 0);
  const terminal = options.json ? undefined : world.terminal;
  if (!isTold && !terminal) {
    world.stdout.write(
      options.json ? `${JSON.stringify({ waiting: review.queue().map(asJson) }, null, 2)}\n` : listOf(review, site),
    );
    return ended(before, { kind: "nothing" }, world);
  }
  if (isTold) await decide(decisions, desk, review);
  else if (terminal && (await ask(review, site, terminal, editorOf(world.environment, folder))) === "cancelled") {
    world.stderr.write("dateline: Cancelled. What was decided stays; the next review commits what was approved.\n");
    return EXIT.cancelled;
  }
  const published = options.commit ? await publish(review.files, inbox, site, repository) : leave(review.files);
  const after = await settle(inbox, host, repository);
  const settled = { ...after, told: before.told + after.told };
  const waiting = inbox.waiting().length;
  const { decided } = review;
  world.stdout.write(
    options.json
      ? `${JSON.stringify({ ...decided, waiting, ...settled, published }, null, 2)}\n`
      : summary(decided, waiting, published, site),
  );
  return ended(settled, published, world);
}

function sayProblems(problems: readonly Problem[], world: World): ExitCode {
  world.stderr.write(printProblems(problems, problems.length, "text"));
  return EXIT.problems;
}

const leave = (files: readonly string[]): Published =>
  files.length === 0 ? { kind: "nothing" } : { kind: "left", files, why: undefined };

async function decide(decisions: Decisions, desk: ReviewDesk, review: Review): Promise<void> {
  const faults = await faultsIn(decisions, desk);
  if (faults.length > 0) throw new UsageError(`${faults.join(" ")} Nothing was decided.`);
  const failed = await carryOut(decisions, review);
  // What was well a moment ago: somebody else decides on replies at the same time.
  if (failed.length > 0) throw new UsageError(failed.map(({ id, refused }) => `"${id}": ${refused}`).join(" "));
}

async function ask(review: Review, site: Site, terminal: Terminal, edit: Edit): Promise<"ended" | "cancelled"> {
  const asker = await askerAt(terminal);
  return reviewAtTerminal(review, site, {
    say: (text) => void terminal.output.write(text),
    choose: (message, choices) =>
      asker.oneOfFew(message, choices).catch((error: unknown) => {
        if (error instanceof Cancelled) return undefined;
        throw error;
      }),
    edit,
  });
}

function listOf(review: Review, site: Site): string {
  const queue = review.queue();
  if (queue.length === 0) return "No reply waits.\n";
  const all = queue.map((context) => `${line(context.reply.id)}\n${inWords(context, textOf(context.reply), site)}`);
  return `${all.join("\n")}\n${counted(queue.length, "reply waits", "replies wait")}.\n`;
}

function summary(
  { approved, rejected, spam }: Review["decided"],
  waiting: number,
  published: Published,
  { registries }: Site,
): string {
  const parts = [
    ...(approved.length > 0 ? [`${approved.length} approved`] : []),
    ...(rejected.length > 0 ? [`${rejected.length} rejected`] : []),
    ...(spam.length > 0 ? [`${spam.length} spam`] : []),
    waiting === 0 ? "no reply waits" : counted(waiting, "reply waits", "replies wait"),
  ];
  const [first = "", ...others] = parts.join(", ");
  return `${first.toUpperCase()}${others.join("")}.\n${wordsOf(published, registries.shownRoot)}`;
}

function wordsOf(published: Published, shownRoot: string): string {
  switch (published.kind) {
    case "nothing":
      return "";
    case "committed":
      return `Committed: ${published.subject}. Push it, and readers see them.\n`;
    case "left":
      return `Commit ${published.files.length === 1 ? "this file" : "these files"}, and readers see them:\n${published.files
        .map((file) => `${shownRoot}/${file}\n`)
        .join("")}`;
  }
}

/** Says what is still to be done, and gives the exit code. */
function ended({ failure, untold, kept }: Settled, published: Published, world: World): ExitCode {
  const why = published.kind === "left" ? published.why : undefined;
  const told = `${counted(untold, "submission is", "submissions are")} still to be dealt with at the forms' host`;
  if (why !== undefined) world.stderr.write(`dateline: ${line(why)}\n`);
  if (failure !== undefined)
    world.stderr.write(`dateline: ${line(failure)} ${told}: the next review or pull does it.\n`);
  else if (untold > 0) world.stderr.write(`${told}, which is not set up here.\n`);
  if (kept > 0) {
    const what = counted(kept, "approved reply stays", "approved replies stay");
    world.stderr.write(`${what} at the forms' host until the commit is pushed.\n`);
  }
  return why !== undefined || failure !== undefined ? EXIT.couldNot : EXIT.done;
}
