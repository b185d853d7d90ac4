import { ForeignFolderError } from "../site/output-folder.ts";
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
  if (name === undefined || name === "help" || name === "--help") {
    world.stdout.write(HELP);
    return name === undefined ? EXIT.usage : EXIT.done;
  }
  try {
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (!command) throw new UsageError(`There is no command "${name}"; there are ${Object.keys(COMMANDS).join(", ")}.`);
    return await command(args, world);
  } catch (error) {
    if (!(error instanceof UsageError) && !(error instanceof ForeignFolderError)) throw error;
    world.stderr.write(`dateline: ${error.message}\n`);
    return EXIT.usage;
  }
}
