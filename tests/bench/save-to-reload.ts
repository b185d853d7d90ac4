import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { chromium, type Page } from "playwright-core";
import { CHROMIUM_ARGS, findChromium, thisMachine } from "../browser/find-chromium.ts";
import type { BenchSite } from "./bench-site.ts";
import { newestFile } from "./edits.ts";
import type { Measured } from "./measure.ts";
import { watchMemory } from "./memory.ts";
import { median } from "./statistics.ts";

const SAVES = 25;
const DESKS = 5;
/** Between a reload and the next save, for the server to come to rest. */
const REST = 500;
/** For all that the server does, in milliseconds. */
const PATIENCE = 30 * 60_000;

/** Edits a story under the development server, in Chromium: from its save until the page that shows it is painted. */
export function saveToReload(site: BenchSite): Promise<Measured> {
  return underServer(site, async (address, printed) => {
    const { year, month, slug } = site.newest;
    const file = newestFile(site);
    const text = await readFile(file, "utf8");
    const saves: Save[] = [];
    await inChromium(async (page) => {
      await page.goto(new URL(`/${year}/${month}/${slug}/`, address).href);
      try {
        for (let save = 1; save <= SAVES; save++) {
          await pause(REST);
          const mark = `Saved for the ${save}th time.`;
          const from = printed().length;
          const started = performance.timeOrigin + performance.now();
          await writeFile(file, `${text}\n${mark}\n`);
          saves.push({ ...(await shown(mark, page, started)), made: madeIn(printed().slice(from)) });
        }
      } finally {
        await writeFile(file, text);
      }
    });
    const each = saves.map(({ painted }) => painted);
    return {
      seconds: median(each),
      each,
      stages: {
        "told of it": median(saves.map(({ told, made }) => told - made)),
        "read and rendered": median(saves.map(({ made }) => made)),
        "loaded and painted": median(saves.map(({ told, painted }) => painted - told)),
        "at most": Math.max(...each),
      },
    };
  });
}

/** The writers' desk, asked for again and again after an edit. The first one starts what prints it. */
export function deskAfterSave(site: BenchSite): Promise<Measured> {
  return underServer(site, async (address) => {
    const file = newestFile(site);
    const text = await readFile(file, "utf8");
    const each: number[] = [];
    try {
      for (let time = 0; time <= DESKS; time++) {
        await writeFile(file, `${text}\nSaved for the ${time}th time.\n`);
        await pause(REST);
        const started = performance.now();
        const response = await fetch(new URL("/__desk/", address), { signal: AbortSignal.timeout(PATIENCE) });
        if (!(await response.text()).includes("Recently changed")) throw new Error("The desk shows nothing");
        each.push((performance.now() - started) / 1000);
      }
    } finally {
      await writeFile(file, text);
    }
    const [first = 0, ...others] = each;
    return { seconds: median(others), each, stages: { "the first": first } };
  });
}

/** Seconds from a save: until the page is told, and painted; and what the server says it took to make it. */
interface Save {
  readonly told: number;
  readonly painted: number;
  readonly made: number;
}

/** By the clock of the page that comes, which begins when the one before it is told. */
async function shown(mark: string, page: Page, started: number): Promise<Omit<Save, "made">> {
  await page.getByText(mark).waitFor({ timeout: PATIENCE });
  const painted = await page.waitForFunction(() => {
    const [entry] = performance.getEntriesByName("first-contentful-paint");
    return entry && [performance.timeOrigin, performance.timeOrigin + entry.startTime];
  });
  const [begun = 0, done = 0] = (await painted.jsonValue()) || [];
  return { told: (begun - started) / 1000, painted: (done - started) / 1000 };
}

/** In seconds: of the first edition that was made since. */
const madeIn = (printed: string): number => Number(/\((\d+) ms\)/.exec(printed)?.[1]) / 1000;

async function inChromium(work: (page: Page) => Promise<void>): Promise<void> {
  const browser = await chromium.launch({ executablePath: findChromium(thisMachine), args: [...CHROMIUM_ARGS] });
  try {
    await work(await browser.newPage());
  } finally {
    await browser.close();
  }
}

async function underServer(
  site: BenchSite,
  work: (address: URL, printed: () => string) => Promise<Measured>,
): Promise<Measured> {
  const [program = "", ...args] = site.command("dev", "--port", "0");
  const server = spawn(program, args, { cwd: site.folder, stdio: ["ignore", "pipe", "inherit"] });
  let printed = "";
  server.stdout.on("data", (data) => {
    printed += data;
  });
  const memory = watchMemory(server.pid ?? 0);
  try {
    const measured = await work(new URL(await addressOf(server)), () => printed);
    const { peakMegabytes, kind, longestGap } = await memory.stop();
    return { ...measured, peakMegabytes, memory: kind, longestGap };
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
