import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import type { BenchSite } from "./bench-site.ts";
import { newestFile } from "./edits.ts";
import type { Measured } from "./measure.ts";
import { watchMemory } from "./memory.ts";
import { median } from "./statistics.ts";

const SAVES = 10;
/** Between a reload and the next save, for the server to come to rest. */
const REST = 500;
/** For all that the server does, in milliseconds. */
const PATIENCE = 30 * 60_000;

/** Edits a story under the development server: from its save until the page, told to reload, shows the edit. */
export async function saveToReload(site: BenchSite): Promise<Measured> {
  const [program = "", ...args] = site.command("dev", "--port", "0");
  const server = spawn(program, args, { cwd: site.folder, stdio: ["ignore", "pipe", "inherit"] });
  const memory = watchMemory(server.pid ?? 0);
  try {
    const each = await editAndWait(site, new URL(await addressOf(server)));
    const { peakMegabytes, kind, longestGap } = await memory.stop();
    return { seconds: median(each), each, peakMegabytes, memory: kind, longestGap };
  } finally {
    await memory.stop();
    if (server.exitCode === null) {
      server.kill();
      await once(server, "close");
    }
    site.outdated();
  }
}

/** What the server prints goes on being read, so that it can go on printing. */
function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = "";
    server.once("error", reject).once("close", () => reject(new Error(`The development server ended:\n${printed}`)));
    server.stdout?.on("data", (data) => {
      printed += data;
      const address = /The site is at (\S+)/.exec(printed)?.[1];
      if (address) resolve(address);
    });
  });
}

async function editAndWait(site: BenchSite, address: URL): Promise<number[]> {
  const { year, month, slug } = site.newest;
  const page = new URL(`/${year}/${month}/${slug}/`, address);
  const file = newestFile(site);
  const text = await readFile(file, "utf8");
  const events = await eventsAt(new URL("/_dateline/reload", address));
  const each: number[] = [];
  try {
    for (let save = 1; save <= SAVES; save++) {
      await textAt(page);
      await pause(REST);
      const started = performance.now();
      await writeFile(file, `${text}\nSaved for the ${save}th time.\n`);
      await untilShown(`Saved for the ${save}th time.`, page, events);
      each.push((performance.now() - started) / 1000);
    }
  } finally {
    await writeFile(file, text);
    await events.cancel();
  }
  return each;
}

async function untilShown(mark: string, page: URL, events: ReadableStreamDefaultReader<string>): Promise<void> {
  for (;;) {
    const { value = "", done } = await events.read();
    if (done || value.includes("event: problems")) throw new Error(`The development server did not reload: ${value}`);
    if (value.includes("event: reload") && (await textAt(page)).includes(mark)) return;
  }
}

async function eventsAt(address: URL): Promise<ReadableStreamDefaultReader<string>> {
  const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE) });
  if (!response.body) throw new Error(`Nothing is told at ${address}`);
  return response.body.pipeThrough(new TextDecoderStream()).getReader();
}

const textAt = async (address: URL) => (await fetch(address)).text();
