import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { main } from "../../src/cli/main.ts";
import { Inbox } from "../../src/moderation/inbox.ts";
import { fakeWorld } from "../cli/fake-world.ts";
import type { FakeNetlify } from "./fake-netlify.ts";
import { emptyFolder } from "./folders.ts";

/** A site's folder, in which `comments pull` is called. */
export async function newsroom(netlify: FakeNetlify) {
  const here = process.cwd();
  process.chdir(await emptyFolder());
  onTestFinished(() => process.chdir(here));
  await mkdir("content");
  const pull = async (...args: string[]) => {
    const world = fakeWorld({ environment: netlify.environment });
    const code = await main(["comments", "pull", ...args], world);
    return { code, out: world.out(), err: world.err() };
  };
  const publish = async (id: string, story = "2026/05/bridge-opens") => {
    await mkdir(join("content/comments", story), { recursive: true });
    await writeFile(join("content/comments", story, `${id}.yaml`), "name: Ann\n");
  };
  return { pull, publish, inbox: () => Inbox.open(".dateline/inbox") };
}
