import { hasErrors, printProblems } from "../problems.ts";
import { keepAddresses } from "../site/keep-addresses.ts";
import { readFormat, readOptionsAndFolders } from "./options.ts";
import { counted } from "./words.ts";
import { EXIT, type ExitCode, UsageError, type World } from "./world.ts";

/** `addresses`: remembers the addresses that are new, so that none is lost unseen; or says which are not remembered. */
export async function addressesCommand(args: string[], world: World): Promise<ExitCode> {
  const { options, folders: more } = readOptionsAndFolders(args, {
    content: { type: "string", default: "content" },
    check: { type: "boolean", default: false },
    format: { type: "string", default: "text" },
    forget: { type: "string", multiple: true, default: [] },
  });
  const { content, check } = options;
  const format = readFormat(options.format);
  // Several may follow one --forget.
  const forget = options.forget.length > 0 ? [...options.forget, ...more] : [];
  if (more.length > forget.length) throw new UsageError(`Unexpected argument '${more[0]}'; --forget takes addresses.`);
  if (check && forget.length > 0) throw new UsageError("--check writes nothing, so --forget has no place beside it.");
  const { problems, filesRead, added, forgotten, all } = await keepAddresses({ content, check, forget });
  const failed = hasErrors(problems);
  if (problems.length > 0) (check ? world.stdout : world.stderr).write(printProblems(problems, filesRead, format));
  if (failed) return EXIT.problems;
  const changes = [
    ...(added > 0 ? [`${counted(added, "new address", "new addresses")} remembered`] : []),
    ...(forgotten > 0 ? [`${counted(forgotten, "address", "addresses")} forgotten`] : []),
  ];
  const what = changes.length > 0 ? changes.join(", ") : "Nothing new";
  if (!check || format === "text") world.stdout.write(`${what}: ${counted(all, "address", "addresses")} in all.\n`);
  return EXIT.done;
}
