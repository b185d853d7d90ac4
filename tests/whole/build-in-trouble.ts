// A build for a process of its own, in a trouble that a test has chosen.
import type { BuildOptions } from "../../src/site/build.ts";
import { Stages } from "../../src/site/stages.ts";
import { type Trouble, trouble } from "./disk.ts";

/** What the process is told, as JSON in its last argument. */
export interface Told {
  readonly options: BuildOptions;
  readonly trouble: Trouble;
}

/** What it says when it comes to its end. */
export interface Said {
  /** How many changes to files it made, and how many of them before it put the site in place. */
  readonly changes: number;
  readonly before: number;
  readonly failure?: string;
  /** Its name, where it has one of ours. */
  readonly kind?: string;
  readonly told: readonly string[];
}

const told: Told = JSON.parse(process.argv.at(-1) ?? "");
const { build } = await import("../../src/site/build.ts");
await import("../../src/site/build-anew.ts");
await import("../../src/site/eleventy.ts");
const disk = trouble(told.trouble);
let before = 0;
const stages = new Stages(
  () => 0,
  (stage) => {
    if (stage === "Putting the site in place") before = disk.changes();
  },
);
const heard: string[] = [];
const say = (sentence: string) => heard.push(sentence);
const outcome = await build({ ...told.options, say }, stages).then(
  ({ problems }) => (problems.length > 0 ? { failure: "problems", kind: "Problem" } : {}),
  (error: unknown) =>
    error instanceof Error ? { failure: error.message, kind: error.constructor.name } : { failure: String(error) },
);
const said: Said = { changes: disk.changes(), before, told: heard, ...outcome };
process.stdout.write(JSON.stringify(said));
