import { type ExitCode, UsageError, type World } from "./world.ts";

/** `comments pull` */
export async function pullCommand(_args: string[], _world: World): Promise<ExitCode> {
  throw new UsageError("This does not work yet.");
}
