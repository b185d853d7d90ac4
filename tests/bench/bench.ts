import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { BenchSite, copyProject } from "./bench-site.ts";
import { type Choice, choose } from "./contender.ts";
import { describeMachine, npmStart } from "./machine.ts";
import { peers } from "./peers.ts";
import { type Report, reportText, writeDocs } from "./report.ts";
import { inRounds, type Result } from "./rounds.ts";
import { scenarios } from "./scenarios.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** How often each contender runs. */
    runs: { type: "string", default: "3" },
    /** Keys or groups of contenders, with commas between: these alone. */
    only: { type: "string", default: "" },
    /** These too, where the site is large for them. */
    peers: { type: "string", default: "" },
    /** Reports of earlier runs, to stand in the same table. */
    from: { type: "string", multiple: true, default: [] },
    json: { type: "string" },
    /** Into docs/performance.md. */
    write: { type: "boolean", default: false },
  },
});

/** Measures sites of these sizes, and tells of each when it is done. */
async function benchmark(sizes: readonly number[], runs: number, choice: Choice, done: (results: Result[]) => unknown) {
  const folder = await mkdtemp(join(tmpdir(), "dateline-bench-"));
  try {
    const project = join(folder, "project");
    await copyProject(project);
    // Whoever comes first would pay for the translation of TypeScript, which is kept.
    await (await BenchSite.make(10, join(folder, "warm-up"), project)).buildUnless();
    const results: Result[] = [];
    for (const stories of sizes) {
      const site = await BenchSite.make(stories, join(folder, String(stories)), project);
      const contenders = choose([...peers(site), ...scenarios(site)], choice, stories);
      results.push(...(await inRounds(stories, contenders, runs, (line) => process.stderr.write(`${line}\n`))));
      await rm(site.folder, { recursive: true });
      await done(results);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

const words = (list: string) => list.split(",").filter((word) => word !== "");
const earlier: Report[] = [];
// Nobody but this program writes such files.
for (const file of values.from) earlier.push(JSON.parse(await readFile(file, "utf8")) as Report);
const usual = earlier.length > 0 ? [] : [1000, 10_000];
const sizes = positionals.length > 0 ? positionals.map(Number) : usual;
const reports = [...earlier];
if (sizes.length > 0) {
  const date = new Date().toISOString().slice(0, 10);
  const [load = 0] = loadavg();
  const about = { date, machine: describeMachine(), load, npmSeconds: await npmStart() };
  await benchmark(sizes, Number(values.runs), { only: words(values.only), also: words(values.peers) }, (results) => {
    const report: Report = { ...about, results };
    reports.splice(earlier.length, 1, report);
    if (values.json) return writeFile(values.json, `${JSON.stringify(report, null, 2)}\n`);
  });
}
process.stdout.write(`${reportText(reports)}\n`);
if (values.write) await writeDocs(reports);
