import { printProblems } from "../problems.ts";
import { develop, type Printed } from "../site/develop.ts";
import { readOptions, readPort } from "./options.ts";
import { counted } from "./words.ts";
import { EXIT, type ExitCode, type World } from "./world.ts";

/** `dev`: serves the site with drafts and scheduled stories, and builds again on each edit, until it is stopped. */
export async function devCommand(args: string[], world: World): Promise<ExitCode> {
  const options = readOptions(args, {
    content: { type: "string", default: "content" },
    port: { type: "string", default: "8080" },
  });
  const port = readPort(options.port);
  const stop = world.stopSignal();
  const server = await develop(options.content, port, world.now, (printed) => say(printed, world), stop);
  if (!stop.aborted) world.stdout.write(`The site is at ${server.url} (stop with Ctrl-C).\n`);
  await server.closed;
  return EXIT.done;
}

function say(printed: Printed, world: World): void {
  if ("failure" in printed) {
    world.stderr.write(`The pages could not be printed: ${printed.failure.stack}\n`);
    return;
  }
  const { problems, filesRead, published } = printed.result;
  if (problems.length > 0) world.stderr.write(printProblems(problems, filesRead, "text"));
  if (published) world.stdout.write(`Printed ${counted(published.pages, "page")} (${printed.milliseconds} ms).\n`);
}
