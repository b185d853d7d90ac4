import { resolve } from "node:path";
import { isFolder } from "../content/is-folder.ts";
import type { FormsHost, Submission } from "../moderation/forms-host.ts";
import type { Inbox } from "../moderation/inbox.ts";
import type { ReadExport } from "../moderation/netlify/export.ts";
import { printProblem } from "../problems.ts";
import { INBOX } from "./comments.ts";
import { formsHost } from "./forms-host.ts";
import { readOptions } from "./options.ts";
import { pulledInJson, pulledInWords } from "./pulled.ts";
import { EXIT, type ExitCode, UsageError, type World } from "./world.ts";

/** `comments pull`: puts what readers have replied into the inbox, without what they could be reached by. */
export async function pullCommand(args: string[], world: World): Promise<ExitCode> {
  const options = readOptions(args, {
    content: { type: "string", default: "content" },
    from: { type: "string" },
    json: { type: "boolean", default: false },
  });
  if (!(await isFolder(options.content))) throw new UsageError(`There is no folder ${options.content}.`);
  const { Inbox } = await import("../moderation/inbox.ts");
  const { pull } = await import("../moderation/pull.ts");
  const { publishedReplies } = await import("../moderation/published.ts");
  const { sent, host, read } = await sourceOf(options.from, world);
  const inbox = await Inbox.open(INBOX);
  const pulled = await pull(sent, inbox, await publishedReplies(options.content));
  const told = options.json ? pulledInJson(pulled, read, inbox) : pulledInWords(pulled, read, inbox);
  world.stdout.write(told);
  if (!options.json) {
    world.stderr.write((read?.problems ?? []).map((problem) => `${printProblem(problem)}\n`).join(""));
    const goOn = "What came before is in the inbox; run the same command again to go on.";
    if (pulled.failure) world.stderr.write(`dateline: ${pulled.failure.message} ${goOn}\n`);
  }
  const untold = host && (await tellOfDecisions(inbox, host, options.content));
  if (untold !== undefined && untold !== pulled.failure?.message) world.stderr.write(`dateline: ${untold}\n`);
  if (pulled.failure || untold !== undefined) return EXIT.couldNot;
  return read && read.problems.length > 0 ? EXIT.problems : EXIT.done;
}

interface Source {
  readonly sent: AsyncIterable<readonly Submission[]>;
  /** Absent where an export is read. */
  readonly host?: FormsHost;
  readonly read?: ReadExport;
}

async function sourceOf(from: string | undefined, world: World): Promise<Source> {
  if (from === undefined) {
    const host = await formsHost(world);
    return { sent: host.submissions(), host };
  }
  const read = await exported(from);
  return { sent: onePage(read), read };
}

/** Tells the host what was decided since it was last told. Gives the sentence that says why it could not be. */
async function tellOfDecisions(inbox: Inbox, host: FormsHost, content: string): Promise<string | undefined> {
  const { settle } = await import("../moderation/settle.ts");
  const { repositoryAround } = await import("../moderation/review/repository.ts");
  return (await settle(inbox, host, repositoryAround(resolve(content)))).failure;
}

async function exported(path: string): Promise<ReadExport> {
  const { readExport } = await import("../moderation/netlify/export.ts");
  try {
    return await readExport(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "EISDIR") throw new UsageError(`There is no file ${path}.`);
    throw error;
  }
}

async function* onePage({ submissions }: ReadExport): AsyncGenerator<readonly Submission[]> {
  yield submissions;
}
