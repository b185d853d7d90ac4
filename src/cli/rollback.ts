import { rollback } from "../site/publish/rollback.ts";
import { readOptions } from "./options.ts";
import { EXIT, type ExitCode, UsageError, type World } from "./world.ts";

/** `rollback`: takes readers back to an earlier release, and says which there are. */
export async function rollbackCommand(args: string[], world: World): Promise<ExitCode> {
  const { releases: folder, to } = readOptions(args, { releases: { type: "string" }, to: { type: "string" } });
  if (folder === undefined) throw new UsageError("Name the folder of the releases: rollback --releases DIR.");
  const { from, to: target, releases } = await rollback(folder, to, { say: (text) => world.stderr.write(`${text}\n`) });
  const was = from === undefined || from === target.name ? "" : `, and no longer ${from}`;
  world.stdout.write(`Readers of ${folder}/current see ${target.name}${was}. There are:\n`);
  for (const { name, written } of releases.toReversed()) {
    const time = new Date(written).toISOString().slice(0, 16).replace("T", " ");
    world.stdout.write(`${name === target.name ? "*" : " "} ${name}  ${time} UTC\n`);
  }
  return EXIT.done;
}
