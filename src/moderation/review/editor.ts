import { spawn } from "node:child_process";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** What an editor left of a text, or a sentence on why there is nothing. */
export type Edited = { readonly text: string } | { readonly refused: string };

/** Opens a text in a person's editor, and waits for them to close it. */
export type Edit = (id: string, text: string) => Promise<Edited>;

const ENDING = ".shorten.txt";
const fileOf = (id: string) => `${id}${ENDING}`;

/** Removes what editors have left that were ended together with this command: the words of readers. */
export async function forgetEdits(folder: string): Promise<void> {
  for (const name of await readdir(folder)) if (name.includes(ENDING)) await rm(join(folder, name), { force: true });
}

/**
 * The editor that the environment names, at the terminal of this process. The text lies in `folder`, which git ignores and
 * only its owner may read, and not among everybody's temporary files.
 */
export function editorOf(environment: Readonly<Record<string, string | undefined>>, folder: string): Edit {
  const command = environment["VISUAL"]?.trim() || environment["EDITOR"]?.trim();
  return async (id, text) => {
    if (!command) {
      return { refused: "There is no editor to shorten it in: set VISUAL or EDITOR, such as EDITOR=nano." };
    }
    const path = join(folder, fileOf(id));
    try {
      await writeFile(path, `${text}\n`, { mode: 0o600 });
      const failure = await run(`${command} ${fileOf(id)}`, folder);
      return failure === undefined ? { text: await readFile(path, "utf8") } : { refused: `The editor ${failure}.` };
    } finally {
      await forgetEdits(folder);
    }
  };
}

/** Resolves with how it failed; undefined when it did not. `VISUAL` may be a command with options, as for git. */
function run(command: string, cwd: string): Promise<string | undefined> {
  // At a terminal Ctrl-C goes to all; whoever presses it means the editor.
  const stay = () => {};
  process.on("SIGINT", stay);
  return new Promise<string | undefined>((resolve, reject) => {
    // The standard output may lead elsewhere.
    const child = spawn(command, { cwd, shell: true, stdio: [0, 2, 2] });
    child.on("error", reject);
    child.on("close", (code, signal) => resolve(code === 0 ? undefined : `ended with ${signal ?? code}`));
  }).finally(() => process.off("SIGINT", stay));
}
