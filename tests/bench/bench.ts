import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { arch, cpus, platform, tmpdir, totalmem } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { makeCorpus, writeForDateline, writeForHugo } from "./corpus.ts";
import { type Measured, measure, median } from "./measure.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const HUGO = (process.env["PATH"] ?? "").split(delimiter).some((folder) => existsSync(join(folder, "hugo")));

/** Something that is measured: a name, and the command to run in a folder that holds the corpus. */
interface Contender {
  readonly name: string;
  /** What is removed before each run; the rest of the folder stays as the runs before left it. */
  readonly clears: readonly string[];
  readonly command: readonly string[];
}

function contenders(folder: string): Contender[] {
  const content = join(folder, "content");
  const dateline = [
    process.execPath,
    here("../../src/cli/dateline.js"),
    "build",
    "--content",
    content,
    "--output",
    join(folder, "site"),
  ];
  return [
    { name: "floor", clears: ["floor"], command: [process.execPath, here("floor.ts"), content, join(folder, "floor")] },
    { name: "Dateline, from clean", clears: ["site", ".dateline"], command: dateline },
    { name: "Dateline, nothing changed", clears: [], command: dateline },
    ...(HUGO ? [{ name: "Hugo", clears: ["hugo-out"], command: hugo(folder) }] : []),
  ];
}

const hugo = (folder: string) =>
  [
    "hugo",
    "--source",
    here("hugo-site"),
    "--config",
    here("hugo-site/hugo.toml"),
    "--contentDir",
    join(folder, "hugo"),
  ].concat(["--destination", join(folder, "hugo-out"), "--noBuildLock", "--quiet"]);

interface Result {
  readonly stories: number;
  readonly name: string;
  readonly runs: readonly Measured[];
}

/** Runs every contender in turn, so that a slow minute of the machine is everybody's. */
async function benchmark(stories: number, runs: number): Promise<Result[]> {
  const folder = await mkdtemp(join(tmpdir(), "dateline-bench-"));
  try {
    const corpus = makeCorpus(stories);
    await writeForDateline(corpus, join(folder, "content"));
    if (HUGO) await writeForHugo(corpus, join(folder, "hugo"));
    const all = contenders(folder);
    const measured = new Map<string, Measured[]>(all.map(({ name }) => [name, []]));
    for (let run = 0; run < runs; run++) {
      for (const { name, command, clears } of all) {
        for (const made of clears) await rm(join(folder, made), { recursive: true, force: true });
        measured.get(name)?.push(await measure(command, folder));
      }
    }
    return all.map(({ name }) => ({ stories, name, runs: measured.get(name) ?? [] }));
  } finally {
    await rm(folder, { recursive: true });
  }
}

function table(results: readonly Result[]): string {
  const rows = results.map(({ stories, name, runs }) => {
    const seconds = median(runs.map((run) => run.seconds));
    const peak = median(runs.map((run) => run.peakMegabytes));
    const rival = results.find((other) => other.stories === stories && other.name === "Hugo");
    const ratios = rival ? runs.map((run, index) => run.seconds / (rival.runs[index]?.seconds ?? Number.NaN)) : [];
    const ratio = ratios.length > 0 ? median(ratios).toFixed(2) : "";
    return `| ${stories.toLocaleString("en")} | ${name} | ${seconds.toFixed(2)} | ${ratio} | ${peak} |`;
  });
  return ["| stories | | seconds | × Hugo | peak MB |", "|---:|---|---:|---:|---:|", ...rows].join("\n");
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: "string", default: "3" }, json: { type: "string" } },
});
const sizes = positionals.length > 0 ? positionals.map(Number) : [1000, 10_000];
const results: Result[] = [];
for (const stories of sizes) results.push(...(await benchmark(stories, Number(values.runs))));
const machine = `${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${platform()} ${arch()}, Node ${process.version}`;
process.stdout.write(`${machine}\nMedians of ${values.runs} runs in turn; ratios run by run.\n\n${table(results)}\n`);
if (values.json) await writeFile(values.json, `${JSON.stringify({ machine, results }, null, 2)}\n`);
