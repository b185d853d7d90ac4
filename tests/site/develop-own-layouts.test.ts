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
  await events.next("reload");
  expect(await shown()).toContain('<b class="own-time">');

  await save(part, timeIn("i").replace("export const", "export konst"));
  expect(JSON.parse((await events.next("problems")).data)).toContain("konst");
  expect(await shown()).toContain('<b class="own-time">');

  await save(part, timeIn("i"));
  await events.next("reload");
  expect(await shown()).toContain('<i class="own-time">');

  await save(join(site, "layouts/parts/Tiem.tsx"), timeIn("u"));
  expect(JSON.parse((await events.next("problems")).data)).toContain('Did you mean "layouts/parts/Time.tsx"?');
  expect(await shown()).toContain('<i class="own-time">');

  await rm(join(site, "layouts"), { recursive: true });
  await events.next("reload");
  expect(await shown()).toContain("<time ");
  events.close();
});
