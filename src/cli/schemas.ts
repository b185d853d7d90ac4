import { hasErrors, printProblems } from "../problems.ts";
import { keepEditorFiles } from "../site/editor-files.ts";
import { readOptions } from "./options.ts";
import { counted } from "./words.ts";
import { EXIT, type ExitCode, type World } from "./world.ts";

/** `schemas`: writes what editors complete and check front matter by. `dev` and `new` do so by themselves. */
export async function schemasCommand(args: string[], world: World): Promise<ExitCode> {
  const { content } = readOptions(args, { content: { type: "string", default: "content" } });
  const { written, problems } = await keepEditorFiles({ content });
  if (hasErrors(problems)) {
    world.stderr.write(printProblems(problems, problems.length, "text"));
    return EXIT.problems;
  }
  const what = written.length > 0 ? `${counted(written.length, "file")} written` : "Nothing new";
  world.stdout.write(`${what}: editors know the words of this site.\n`);
  return EXIT.done;
}
