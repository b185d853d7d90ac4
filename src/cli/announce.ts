import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { announce } from "../announce/announce.ts";
import { INDEX_NOW } from "../announce/index-now.ts";
import { VERSIONS } from "../model/urls.ts";
import { readVersions, type Versions } from "../model/versions.ts";
import { request } from "../request.ts";
import { readOptions } from "./options.ts";
import { EXIT, type ExitCode, UsageError, type World } from "./world.ts";

/** Milliseconds. Long enough for every feed of a large site. */
const PATIENCE = 10 * 60 * 1000;

/** `announce`: tells others what has changed on the site since they were last told, and remembers what it told. */
export async function announceCommand(args: string[], world: World): Promise<ExitCode> {
  const options = readOptions(args, {
    site: { type: "string", default: "_site" },
    memory: { type: "string", default: ".dateline/announced.json" },
    "index-now": { type: "string", default: INDEX_NOW },
  });
  const now = versionsIn(await listOf(options.site), listAt(options.site));
  const memory = await readIfThere(options.memory);
  const before = memory === undefined ? undefined : versionsIn(memory, options.memory);
  const telling = { send: fetch, signal: AbortSignal.timeout(PATIENCE), indexNow: options["index-now"] };
  const { ok, lines, remembered } = await announce(before, now, telling);
  await mkdir(dirname(options.memory), { recursive: true });
  await writeFile(options.memory, JSON.stringify(remembered));
  (ok ? world.stdout : world.stderr).write(lines.map((line) => `${line}\n`).join(""));
  return ok ? EXIT.done : EXIT.problems;
}

const isAddress = (site: string): boolean => /^https?:\/\//.test(site);
const listAt = (site: string): string => (isAddress(site) ? new URL(VERSIONS, site).href : join(site, VERSIONS));

async function listOf(site: string): Promise<string> {
  if (!isAddress(site)) {
    const list = await readIfThere(listAt(site));
    if (list !== undefined) return list;
    const fix = "build the site with distribution.indexNow or distribution.hub in its settings";
    throw new UsageError(`There is no ${listAt(site)}; ${fix}.`);
  }
  const answer = await request(fetch, listAt(site), { headers: { "cache-control": "no-cache" } });
  if ("failure" in answer) throw new UsageError(`${listAt(site)} ${answer.failure}.`);
  if (answer.status !== 200) throw new UsageError(`${listAt(site)} answers ${answer.status}.`);
  return answer.text;
}

function versionsIn(text: string, where: string): Versions {
  const versions = readVersions(text);
  if ("wrong" in versions) throw new UsageError(`${where} ${versions.wrong}.`);
  return versions;
}

const readIfThere = (file: string): Promise<string | undefined> =>
  readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
