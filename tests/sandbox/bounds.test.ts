import { expect, test } from "vitest";
import { run } from "../../src/site/sandbox/bounds.ts";

const node = (code: string) => ({ file: process.execPath, args: ["-e", code], env: {}, reads: [], writes: "." });

test("a step that comes to no end is ended", async () => {
  await expect(run(node("setInterval(() => {}, 1000)"), "print", 300)).rejects.toThrow(
    'The step "print" of the sandbox ended with SIGKILL',
  );
});

test("what a failed step says is quoted: no line of it is a command to a terminal or to a runner of workflows", async () => {
  const said = ["::error::mine", "##[add-path]/mine", "\u001b[2Jgone", "x".repeat(5000)];
  const failed = run(node(`process.stderr.write(${JSON.stringify(said.join("\n"))}); process.exitCode = 3`), "index");
  const { message } = await failed.then(
    () => expect.fail("It has not failed"),
    (error: Error) => error,
  );
  const [what, ...lines] = message.split("\n");
  expect(what).toBe('The step "index" of the sandbox ended with 3:');
  expect(lines.map((line) => line.slice(0, 4))).toEqual(["  │ ", "  │ ", "  │ ", "  │ "]);
  expect(message).not.toMatch(/##\[|\p{Cc}(?<!\n)|x{300}/u);
});

test("a step has nothing of the environment of whoever builds", async () => {
  process.env["PLANTED_SECRET"] = "planted";
  const code = "if (JSON.stringify(process.env).includes('planted')) throw new Error('It is there')";
  await run(node(code), "look");
  delete process.env["PLANTED_SECRET"];
});
