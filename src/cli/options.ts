import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { isMoment, readMoment } from "../model/time.ts";
import type { ProblemFormat } from "../problems.ts";
import type { Releases } from "../site/publish/place.ts";
import { type Shard, WHOLE } from "../site/shards.ts";
import { UsageError } from "./world.ts";
import { takenByNpm, wrongOption } from "./wrong-options.ts";

/** Where `dev` and `preview` serve a site unless told otherwise. */
export const USUAL_PORT = "8080";

/** Reads a command's options. Throws `UsageError` for one that the command does not know. */
export function readOptions<Config extends ParseArgsOptionsConfig>(args: string[], options: Config) {
  return parse(args, options, false).values;
}

/** Reads a command's options, and the folders that it is called with. */
export function readOptionsAndFolders<Config extends ParseArgsOptionsConfig>(args: string[], options: Config) {
  const { values, positionals } = parse(args, options, true);
  return { options: values, folders: positionals };
}

function parse<Config extends ParseArgsOptionsConfig>(args: string[], options: Config, allowPositionals: boolean) {
  const wrong = takenByNpm(args, options, process.env) ?? wrongOption(args, options, allowPositionals);
  if (wrong !== undefined) throw new UsageError(wrong);
  return parseArgs({ args, options, strict: true, allowPositionals, allowNegative: true });
}

/** `--now`, in milliseconds since 1970 UTC; a time without an offset is in UTC. */
export function readNow(written: string | undefined, clock: () => number): number {
  if (written === undefined) return clock();
  const read = readMoment(written, "UTC");
  if (!isMoment(read)) throw new UsageError(`--now "${written}" is not a time; write 2026-11-03T09:30Z.`);
  return read.epochMs;
}

/** `--shard`, such as 2/8; without it, the whole site. */
export function readShard(written: string | undefined): Shard {
  if (written === undefined) return WHOLE;
  const [, index, count] = (/^(\d{1,4})\/(\d{1,4})$/.exec(written) ?? []).map(Number);
  if (index && count && index <= count) return { index, count };
  throw new UsageError(`--shard "${written}" is not a share of the site; write 1/8 for the first of eight.`);
}

/** `--releases` and `--keep`; undefined for a site that is put into `--output`. */
export function readReleases(given: {
  readonly releases?: string | undefined;
  readonly keep?: string | undefined;
  readonly output?: string | undefined;
  readonly shard?: string | undefined;
}): Releases | undefined {
  const { releases: folder, keep = "5", output, shard } = given;
  if (folder === undefined && given.keep === undefined) return undefined;
  if (folder === undefined)
    throw new UsageError("--keep says how many releases stay; name their folder: --releases DIR.");
  if (output !== undefined) throw new UsageError("--output and --releases are two places for the site; name one.");
  if (shard !== undefined) {
    throw new UsageError("--shard is no whole site, and --releases publishes one; join the shards in a folder.");
  }
  if (!/^[1-9]\d{0,3}$/.test(keep)) {
    throw new UsageError(`--keep "${keep}" is no number of releases; write one from 1 on.`);
  }
  return { folder, keep: Number(keep) };
}

export function readPort(written: string): number {
  const port = /^\d{1,5}$/.test(written) ? Number(written) : Number.NaN;
  if (port <= 65535) return port;
  throw new UsageError(`--port "${written}" is not a port; write a number up to 65535.`);
}

export function readFormat(written: string): ProblemFormat {
  if (written === "text" || written === "json" || written === "github") return written;
  throw new UsageError(`--format "${written}" is not known; write text, json or github.`);
}
