import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addressPrintedBy } from "./address-printed.ts";
import { eventsAt } from "./events.ts";
import { save, siteFolder } from "./site-folder.ts";

let site: string;
let server: ChildProcess;
let url: string;

beforeAll(async () => {
  site = await siteFolder("tiny");
  server = spawn(process.execPath, [join(process.cwd(), "src/cli/dateline.js"), "dev", "--port", "0"], {
    cwd: site,
    stdio: ["ignore", "pipe", "ignore"],
  });
  url = await addressPrintedBy(server);
});

afterAll(async () => {
  server.kill();
  await once(server, "exit");
});

const STORY = "/2026/04/bridge-opens/";

const timeIn = (element: string) => `import type { Parts } from "dateline/layouts/parts.ts";

export const Time: Parts["Time"] = ({ time }) => <${element} class="own-time">{time.words}</${element}>;
`;

test("the dev server shows a site's own part when it comes, the last good page while it is broken, and ours when it goes", async () => {
  const part = join(site, "layouts/parts/Time.tsx");
  const shown = async () => (await fetch(new URL(STORY, url))).text();
  expect(await shown()).toContain("<time ");
  const events = await eventsAt(`${url}_dateline/reload?page=${STORY}`);

  await save(part, timeIn("b"));
  // Its folder may be seen before the file is.
  while (!(await shown()).includes('<b class="own-time">')) await events.next("reload");

  await save(part, timeIn("i").replace("export const", "export konst"));
  expect(JSON.parse((await events.next("problems")).data)).toMatchObject({
    errors: 1,
    problems: [{ file: "layouts/parts/Time.tsx", at: { line: 3, excerpt: expect.stringContaining("export konst") } }],
  });
  expect(await shown()).toContain('<b class="own-time">');

  await save(part, timeIn("i"));
  await events.next("reload");
  expect(await shown()).toContain('<i class="own-time">');

  await save(join(site, "layouts/parts/Tiem.tsx"), timeIn("u"));
  expect(JSON.parse((await events.next("problems")).data)).toMatchObject({
    problems: [{ file: "layouts/parts/Tiem.tsx", fix: 'Did you mean "layouts/parts/Time.tsx"?' }],
  });
  expect(await shown()).toContain('<i class="own-time">');

  await rm(join(site, "layouts/parts/Tiem.tsx"));
  await events.next("reload");
  await save(part, timeIn("i").replace("{time.words}", "{time.wrods.trim()}"));
  let thrown = "";
  while (!thrown.includes("trim")) thrown = (await events.next("problems")).data;
  expect(JSON.parse(thrown)).toMatchObject({
    problems: [{ file: "layouts/parts/Time.tsx", at: { line: 3 }, what: expect.stringContaining("undefined") }],
  });
  expect(await shown()).toContain('<i class="own-time">');

  await rm(join(site, "layouts"), { recursive: true });
  await events.next("reload");
  expect(await shown()).toContain("<time ");
  events.close();
});

test("a part that throws on a page that nobody has open is told to whoever opens it, and the server goes on", async () => {
  const events = await eventsAt(`${url}_dateline/reload?page=/404.html`);
  await save(join(site, "layouts/parts/Time.tsx"), timeIn("i").replace("{time.words}", "{time.wrods.trim()}"));
  while ((await fetch(new URL(STORY, url))).status !== 500) await events.next("reload");
  expect((await fetch(new URL("/404.html", url))).status).toBe(200);
  const opened = await eventsAt(`${url}_dateline/reload?page=${STORY}`);
  expect(JSON.parse((await opened.next("problems")).data)).toMatchObject({
    errors: 1,
    problems: [{ file: "layouts/parts/Time.tsx", at: { line: 3 } }],
  });
  opened.close();
  await rm(join(site, "layouts"), { recursive: true });
  await events.next("reload");
  expect((await fetch(new URL(STORY, url))).status).toBe(200);
  events.close();
});
