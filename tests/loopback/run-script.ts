import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";

/** Runs a step's commands as GitHub's runner does (docs.github.com, "Workflow syntax", shell). */
export async function runScript(script: string, env: NodeJS.ProcessEnv, folder = ".") {
  const child = spawn("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", script], { env, cwd: folder });
  const code = new Promise((resolve) => child.on("close", resolve));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await code, said: out + err };
}
