// Tries to break every promise that a large test guards, as often as asked, and writes what came of it into
// docs/reliability.md: `npm run reliability`, or `-- --runs 2000`.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Figure } from "./figure.ts";
import { withTable } from "./table.ts";

const { values } = parseArgs({ options: { runs: { type: "string", default: "200" } } });
const PAGE = "docs/reliability.md";

const git = (...args: string[]): string => spawnSync("git", args, { encoding: "utf8" }).stdout.trim();

/** The tests that take figures down. */
function harnesses(): string[] {
  const naming = git("grep", "--files-with-matches", "reliability/figure.ts", "--", "tests");
  return naming.split("\n").filter((file) => /\.test\.tsx?$/.test(file));
}

const folder = mkdtempSync(join(tmpdir(), "dateline-reliability-"));
try {
  const file = join(folder, "figures");
  writeFileSync(file, "");
  const { status } = spawnSync("vitest", ["run", ...harnesses()], {
    stdio: "inherit",
    env: { ...process.env, RUNS: values.runs, RELIABILITY: file },
  });
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  // The tests have written them as such.
  const figures = lines.map((line) => JSON.parse(line) as Figure);
  if (figures.length === 0) throw new Error("No test has taken a figure down");
  const when = `${git("log", "-1", "--format=%cs, commit %h")}, on ${availableParallelism()} threads`;
  writeFileSync(PAGE, withTable(readFileSync(PAGE, "utf8"), figures, when));
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, { recursive: true });
}
