import { hasErrors, printProblems } from "../problems.ts";
import { check } from "../site/check.ts";
import { readFormat, readOptions } from "./options.ts";
import { EXIT, type ExitCode, type World } from "./world.ts";

/**
 * `check`: says what is wrong with the content, what published stories do not say of themselves, and what might be
 * written better. Writes nothing. With `--strict` a warning fails it too.
 */
export async function checkCommand(args: string[], world: World): Promise<ExitCode> {
  const options = readOptions(args, {
    content: { type: "string", default: "content" },
    format: { type: "string", default: "text" },
    published: { type: "string" },
    strict: { type: "boolean", default: false },
    style: { type: "boolean", default: true },
  });
  const format = readFormat(options.format);
  const { problems, filesRead } = await check({
    content: options.content,
    now: world.now(),
    looksAtStyle: options.style,
    published: { named: options.published, byHost: world.publishedCommit },
  });
  world.stdout.write(printProblems(problems, filesRead, format));
  const isStopped = hasErrors(problems) || (options.strict && problems.length > 0);
  if (isStopped && !hasErrors(problems)) world.stderr.write("With --strict, a warning fails the check.\n");
  return isStopped ? EXIT.problems : EXIT.done;
}
