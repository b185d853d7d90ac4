import { printProblems } from "../problems.ts";
import { develop } from "../site/develop.ts";
import { readOptions, readPort } from "./options.ts";
import { EXIT, type ExitCode, type World } from "./world.ts";

/** `dev`: serves the site with drafts and scheduled stories, and builds again on each edit, until it is stopped. */
export async function devCommand(args: string[], world: World): Promise<ExitCode> {
  const options = readOptions(args, {
    content: { type: "string", default: "content" },
    port: { type: "string", default: "8080" },
  });
  const server = await develop(options.content, readPort(options.port), world.now, ({ result, milliseconds }) => {
    const { problems, filesRead, published } = result;
    if (problems.length > 0) world.stderr.write(printProblems(problems, filesRead, "text"));
    if (published) world.stdout.write(`Printed ${published.pages} pages (${milliseconds} ms).\n`);
  });
  world.stdout.write(`The site is at ${server.url} (stop with Ctrl-C).\n`);
  await server.closed;
  return EXIT.done;
}
