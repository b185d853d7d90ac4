import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { build } from "esbuild";
import { onTestFinished } from "vitest";

export interface Invocation {
  readonly env: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** Where the platform says that the function's store is. */
  readonly blobs?: string | undefined;
}

/** What a function of `netlify/functions` answers, and what stands in its log, when Netlify's runtime invokes it. */
export async function invoke(name: string, { env, headers = {}, body, blobs }: Invocation) {
  const folder = mkdtempSync(join(tmpdir(), "dateline-function-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const bundle = join(folder, `${name}.mjs`);
  await build({
    entryPoints: [`netlify/functions/${name}.ts`],
    outfile: bundle,
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "error",
    // What is published as CommonJS asks for Node's modules by `require`.
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
  });
  const { PATH = "" } = process.env;
  const child = spawn(process.execPath, ["tests/netlify/lambda.mjs", bundle], { env: { PATH, ...env } });
  const event = {
    rawUrl: `https://courier.example/.netlify/functions/${name}`,
    path: `/.netlify/functions/${name}`,
    httpMethod: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
    isBase64Encoded: false,
    blobs,
  };
  child.stdin.end(JSON.stringify(event));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const lines = out.trimEnd().split("\n");
  const last = lines.pop() ?? "";
  // A function that throws has no answer.
  if (!last.startsWith('{"status"')) return { status: undefined, body: "", log: out + err };
  const answer: { status: number; body: string } = JSON.parse(last);
  return { ...answer, log: `${lines.join("\n").trimEnd()}${err}` };
}
