import { type ExitCode, UsageError, type World } from "./world.ts";

/** `comments review` */
export async function reviewCommand(_args: string[], _world: World): Promise<ExitCode> {
  throw new UsageError("This does not work yet.");
}
