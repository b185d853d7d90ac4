import { hasErrors, printProblems } from "../problems.ts";
import { check } from "../site/check.ts";
import { readFormat, readOptions } from "./options.ts";
import { EXIT, type ExitCode, type World } from "./world.ts";

/** `check`: says what is wrong with the content, and what published stories do not say of themselves. Writes nothing. */
export async function checkCommand(args: string[], world: World): Promise<ExitCode> {
  const options = readOptions(args, {
    content: { type: "string", default: "content" },
    format: { type: "string", default: "text" },
    published: { type: "string" },
  });
  const format = readFormat(options.format);
  const { problems, filesRead } = await check({
    content: options.content,
    now: world.now(),
    published: { named: options.published, byHost: world.publishedCommit },
  });
  world.stdout.write(printProblems(problems, filesRead, format));
  return hasErrors(problems) ? EXIT.problems : EXIT.done;
}
