import { stat } from "node:fs/promises";
import { join } from "node:path";
import { finishLeftPublication, recoverySentence } from "../site/publish/recover.ts";
import { serveFolder } from "../site/serve.ts";
import { readOptions, readPort, USUAL_PORT } from "./options.ts";
import { REPLY_GOES_NOWHERE } from "./words.ts";
import { EXIT, type ExitCode, UsageError, type World } from "./world.ts";

/** `preview`: serves the built site until the process is stopped. */
export async function previewCommand(args: string[], world: World): Promise<ExitCode> {
  const options = readOptions(args, {
    output: { type: "string", default: "_site" },
    port: { type: "string", default: USUAL_PORT },
  });
  const port = readPort(options.port);
  const left = await finishLeftPublication(options.output);
  if (left) world.stderr.write(`${recoverySentence(left)}\n`);
  if (!(await isFile(join(options.output, "index.html")))) {
    throw new UsageError(`There is no site in ${options.output} yet; run "npm run build" first.`);
  }
  const server = await serveFolder(options.output, port, () => world.stdout.write(REPLY_GOES_NOWHERE));
  world.stopSignal().addEventListener("abort", server.close, { once: true });
  world.stdout.write(`The site is at ${server.url} (stop with Ctrl-C).\n`);
  await server.closed;
  return EXIT.done;
}

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT" || error.code === "ENOTDIR") return false;
      throw error;
    },
  );
