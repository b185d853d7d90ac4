import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, readFile, realpath, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newspaperFolder } from "../pages/newspaper.ts";
import { addressPrintedBy } from "./address-printed.ts";
import { eventsAt } from "./events.ts";
import { save } from "./site-folder.ts";

const PROJECT = process.cwd();

/** A copy of the code, whose layouts may be edited. */
let project: string;
let server: ChildProcess;
let url: string;

beforeAll(async () => {
  project = await realpath(await mkdtemp(join(tmpdir(), "dateline-project-")));
  for (const part of ["src", "layouts", "package.json"])
    await cp(join(PROJECT, part), join(project, part), { recursive: true });
  await symlink(join(PROJECT, "node_modules"), join(project, "node_modules"));
  await cp(newspaperFolder("tiny"), join(project, "content"), { recursive: true });
  server = spawn(process.execPath, [join(project, "src/cli/dateline.js"), "dev", "--port", "0"], {
    cwd: project,
    stdio: ["ignore", "pipe", "ignore"],
  });
  url = await addressPrintedBy(server);
});

afterAll(async () => {
  server.kill();
  await once(server, "exit");
});

test("the dev server shows an edit of a layout, and the last good page while a layout is broken", async () => {
  const layout = join(project, "layouts/not-found.tsx");
  const text = await readFile(layout, "utf8");
  const shown = async () => (await fetch(new URL("/404.html", url))).text();
  const edited = text.replace("<h1>{heading}</h1>", "<h1>There never was a page at this address</h1>");
  expect(edited).not.toBe(text);
  const events = await eventsAt(`${url}_dateline/reload?page=/404.html`);

  await save(layout, edited);
  await events.next("reload");
  expect(await shown()).toContain("There never was a page at this address");

  await save(layout, edited.replace("export const", "export konst"));
  const line = edited.split("\n").findIndex((text) => text.startsWith("export const"));
  expect(JSON.parse((await events.next("problems")).data)).toMatchObject({
    errors: 1,
    problems: [{ file: "layouts/not-found.tsx", at: { line: line + 1, excerpt: expect.stringContaining("konst") } }],
  });
  expect(await shown()).toContain("There never was a page at this address");

  await save(layout, edited.replace("return (", "return outOfInk() ?? ("));
  let problems = "";
  while (!problems.includes("outOfInk is not defined")) problems = (await events.next("problems")).data;
  expect(JSON.parse(problems)).toMatchObject({
    problems: [{ file: "layouts/not-found.tsx", at: { excerpt: expect.stringContaining("return outOfInk() ?? (") } }],
  });
  expect(await shown()).toContain("There never was a page at this address");

  await save(layout, text);
  await events.next("reload");
  expect(await shown()).toContain("There is no page at this address");
  events.close();
});
