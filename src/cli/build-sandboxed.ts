import { printProblems } from "../problems.ts";
import { buildSandboxed } from "../site/sandbox/build-sandboxed.ts";
import { type Apart, offered } from "../site/sandbox/set-apart.ts";
import { printTimes, stagesOn } from "./build.ts";
import { readNow, readOptions } from "./options.ts";
import { counted } from "./words.ts";
import { EXIT, type ExitCode, UsageError, type World } from "./world.ts";

/** `build:sandboxed`: prints the site of a stranger's content, in processes that may do no more than they must. */
export async function buildSandboxedCommand(args: string[], world: World): Promise<ExitCode> {
  const options = readOptions(args, {
    content: { type: "string", default: "content" },
    output: { type: "string", default: "_site" },
    now: { type: "string" },
    search: { type: "boolean", default: true },
    strict: { type: "boolean", default: false },
    timings: { type: "boolean", default: false },
  });
  const apart = offered();
  const note = NOTES[apart];
  if (note && options.strict) throw new UsageError(`--strict: ${note}`);
  if (note) world.stderr.write(`Note: ${note}\n`);
  const started = world.now();
  const stages = stagesOn(world);
  const { problems, filesRead, published } = await buildSandboxed(
    {
      content: options.content,
      output: options.output,
      now: readNow(options.now, world.now),
      // What a reader would see: nobody has decided yet that any of it will be published.
      unpublished: "none",
      indexed: false,
      search: options.search,
      apart,
      say: (text) => world.stderr.write(`${text}\n`),
    },
    stages,
  );
  if (problems.length > 0) world.stderr.write(printProblems(problems, filesRead, "text"));
  if (options.timings) world.stderr.write(printTimes(stages));
  if (!published) return EXIT.problems;
  const seconds = ((world.now() - started) / 1000).toFixed(1);
  const what = `${counted(published.stories, "story", "stories")} on ${counted(published.pages, "page")}`;
  world.stdout.write(`Built ${what} in ${options.output}, sandboxed (${seconds} s).\n`);
  return EXIT.done;
}

/** Of what Node alone keeps the steps from, and what it does not. */
const NOTES: Readonly<Record<Apart, string | undefined>> = {
  alone: undefined,
  "without network":
    "this system gives the steps no network, but no file system of their own: only Node keeps them from other files.",
  "not apart":
    "this system offers no namespaces (unshare): only Node keeps the steps from other files, and nothing from the network.",
};
