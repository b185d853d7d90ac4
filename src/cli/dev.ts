import { printProblem, printProblems } from "../problems.ts";
import { develop, type Shown } from "../site/develop.ts";
import { readOptions, readPort, USUAL_PORT } from "./options.ts";
import { counted, REPLY_GOES_NOWHERE } from "./words.ts";
import { EXIT, type ExitCode, type World } from "./world.ts";

/** `dev`: serves the site with drafts and scheduled stories, and shows each edit at once, until it is stopped. */
export async function devCommand(args: string[], world: World): Promise<ExitCode> {
  const options = readOptions(args, {
    content: { type: "string", default: "content" },
    port: { type: "string", default: USUAL_PORT },
  });
  const port = readPort(options.port);
  const stop = world.stopSignal();
  const tellEditors = await editorFilesOf(options.content, world);
  const server = await develop({
    content: options.content,
    port,
    clock: world.now,
    onShown: (shown) => say(shown, world),
    // When nobody is waiting for a page.
    onQuiet: tellEditors.soon,
    onReply: () => world.stdout.write(REPLY_GOES_NOWHERE),
    stop,
  });
  if (!stop.aborted) world.stdout.write(`The site is at ${server.url} (stop with Ctrl-C).\n`);
  tellEditors.soon();
  await server.closed;
  await tellEditors.end();
  return EXIT.done;
}

/** Keeps what editors complete by as the registries are, one writing at a time. */
async function editorFilesOf(content: string, world: World) {
  const { keepEditorFiles } = await import("../site/editor-files.ts");
  let last = Promise.resolve();
  const keep = async () => {
    // What cannot be read is a problem that was told already.
    await keepEditorFiles({ content });
  };
  return {
    soon: () => {
      last = last.then(keep).catch((error: Error) => {
        world.stderr.write(`What editors complete by could not be written: ${error.message}\n`);
      });
    },
    end: () => last,
  };
}

function say(shown: Shown, world: World): void {
  if ("failure" in shown) {
    // Where it happened and what stands there, and then how it came to that.
    world.stderr.write(shown.problems.map((problem) => `${printProblem(problem)}\n`).join(""));
    world.stderr.write(`The pages could not be made: ${shown.failure.stack}\n`);
    return;
  }
  const { problems, filesRead, filesParsed, stories } = shown.result;
  // Tells editors that what they were told before is over; `.vscode/tasks.json` reads it.
  world.stdout.write(`Looked at the content (${shown.milliseconds} ms).\n`);
  if (problems.length > 0) world.stderr.write(printProblems(problems, filesRead, "text"));
  if (stories === undefined) return;
  const read = filesParsed > 0 ? `${counted(filesParsed, "file")} read` : "no text changed";
  world.stdout.write(`Ready: ${counted(stories, "story", "stories")}; ${read}.\n`);
}
