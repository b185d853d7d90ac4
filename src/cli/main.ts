import { ForeignFolderError } from "../site/output-folder.ts";
import { PortError } from "../site/serve.ts";
import { buildCommand } from "./build.ts";
import { checkCommand } from "./check.ts";
import { devCommand } from "./dev.ts";
import { previewCommand } from "./preview.ts";
import { EXIT, type ExitCode, UsageError, type World } from "./world.ts";

const COMMANDS: Readonly<Record<string, (args: string[], world: World) => Promise<ExitCode>>> = {
  build: buildCommand,
  check: checkCommand,
  dev: devCommand,
  preview: previewCommand,
};

/** What the caller can mend by calling otherwise; said in one line. Anything else that is thrown is a fault of ours. */
const CALLED_WRONGLY = [UsageError, ForeignFolderError, PortError];

const HELP = `Usage: dateline <command> [options]

  build    [--content DIR] [--output DIR] [--now ISO] [--drafts] [--preview]
           print the site; --preview is for deploy previews (not indexed)
  check    [--content DIR] [--format text|json|github]
           say what is wrong with the content; writes nothing
  dev      [--content DIR] [--port N]
           serve the site, drafts and scheduled stories too, and reload on edits
  preview  [--output DIR] [--port N]
           serve the site as it was built
`;

/** Runs a command. Resolves with the exit code: 0 done, 1 problems in the content, 2 called wrongly. */
export async function main([name, ...args]: string[], world: World): Promise<ExitCode> {
  const wantsHelp = [name, ...args].some((word) => word === "--help" || word === "-h") || name === "help";
  if (name === undefined || wantsHelp) {
    world.stdout.write(HELP);
    return wantsHelp ? EXIT.done : EXIT.usage;
  }
  try {
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (!command) throw new UsageError(`There is no command "${name}"; there are ${Object.keys(COMMANDS).join(", ")}.`);
    return await command(args, world);
  } catch (error) {
    if (!CALLED_WRONGLY.some((kind) => error instanceof kind) || !(error instanceof Error)) throw error;
    world.stderr.write(`dateline: ${error.message}\n`);
    return EXIT.usage;
  }
}
