import { JoinedWronglyError } from "../site/gate/joined.ts";
import { joinShards } from "../site/join.ts";
import { WORK } from "../site/usual.ts";
import { readOptionsAndFolders } from "./options.ts";
import { counted } from "./words.ts";
import { EXIT, type ExitCode, type World } from "./world.ts";

/** `join`: puts the folders that `build --shard` has written on several machines together to one site. */
export async function joinCommand(args: string[], world: World): Promise<ExitCode> {
  const { options, folders } = readOptionsAndFolders(args, { output: { type: "string", default: "_site" } });
  world.writeForReaders();
  const say = (text: string) => world.stderr.write(`${text}\n`);
  try {
    const files = await joinShards(folders, options.output, { work: WORK, say });
    const shards = counted(folders.length, "shard");
    world.stdout.write(`Joined ${shards}, ${counted(files, "file")}, in ${options.output}.\n`);
    return EXIT.done;
  } catch (error) {
    if (!(error instanceof JoinedWronglyError)) throw error;
    world.stderr.write(error.message);
    return EXIT.problems;
  }
}
