import { spawn } from "node:child_process";
import { copyFileSync, cpSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, describe, expect, test } from "vitest";
import { stepCommand } from "../../src/site/sandbox/bounds.ts";
import { type Apart, type Command, offered, setApart } from "../../src/site/sandbox/set-apart.ts";
import { folderOf, type StepName } from "../../src/site/sandbox/steps.ts";
import { newspaperFolder } from "../pages/newspaper.ts";
import { figure } from "../reliability/figure.ts";
import { plantPrey } from "./prey.ts";

/** Has hostile code try every way out in the place of a step, or with no bounds; resolves with the ways, and the open ones. */
async function tryAll(bounds?: { readonly step: StepName; readonly apart: Apart }) {
  const prey = await plantPrey();
  try {
    const [desk, content] = [join(prey.folder, "desk"), join(prey.folder, "content")];
    const step = bounds?.step ?? "print";
    for (const made of [folderOf(desk, step), join(desk, "other")]) mkdirSync(made, { recursive: true });
    cpSync(newspaperFolder("tiny"), content, { recursive: true });
    const entry = join(desk, "escapes.mjs");
    copyFileSync(join(import.meta.dirname, "escapes.mjs"), entry);
    // Where processes may be started and nothing else holds them, ours would come to harm.
    const isHarmless = bounds?.apart === "alone" || (bounds && step !== "index");
    const told = prey.told(desk, content, isHarmless === true);
    writeFileSync(join(desk, "order"), JSON.stringify(told));
    const bound = stepCommand(step, { content, desk }, entry);
    const free = { ...bound, args: [entry, step, desk], env: { SECRET: told.words } };
    const said = await linesOf(bounds ? setApart(bound, bounds.apart, join(desk, "root")) : free);
    const ways = said.map((line) => JSON.parse(line) as { way: string; open?: boolean; look?: string });
    return { ways: ways.map(({ way }) => way), open: ways.filter(isOpen).map(({ way }) => way) };
  } finally {
    await prey.close();
  }
}

/** What a way out would have left where we can see it counts, and not what it says. */
const isOpen = ({ open, look }: { readonly open?: boolean; readonly look?: string }): boolean =>
  look === undefined ? open === true : existsSync(look);

async function linesOf({ file, args, env }: Command): Promise<string[]> {
  const child = spawn(file, args, { env, stdio: ["ignore", "pipe", "pipe"] });
  const [said, complaint] = await Promise.all([text(child.stdout), text(child.stderr)]);
  if (!said.includes("becomes another process")) throw new Error(`The hostile code came to no end: ${complaint}`);
  return said.trim().split("\n");
}

/** Node's permission model has no say in these: the system's namespaces have. */
const BEYOND_NODE = [
  "sees the process of the build",
  "wakes the inspector of the build",
  "connects to a port",
  "connects to a port by IPv6",
  "connects to a socket with a path",
  "connects to an abstract socket",
  "listens on a socket with a path",
  "fetches",
  "asks by HTTP",
  "sends a datagram, and has an answer",
  "asks a name server",
];

const PROCESSES = ["starts a process", "starts a shell", "starts a process beside it", "forks"];

/** Once there is a process, Node has no say in it. */
const BY_PROCESSES = [
  "becomes another process",
  "has a process read a file",
  "has a process write a file",
  "has a process change our code",
  "has a process without bounds connect to a port",
  "has a process connect to a socket with a path",
];

const ADD_ONS = ["loads an add-on", "loads an add-on by dlopen"];

const STEPS: readonly { step: StepName; may: readonly string[]; mayByNode: readonly string[] }[] = [
  { step: "look", may: ADD_ONS, mayByNode: ADD_ONS },
  { step: "print", may: [], mayByNode: [] },
  {
    step: "pictures",
    may: [...ADD_ONS, "writes functions", "evaluates"],
    mayByNode: [...ADD_ONS, "writes functions", "evaluates"],
  },
  { step: "index", may: PROCESSES, mayByNode: [...PROCESSES, ...BY_PROCESSES] },
];

/** How often each wall was tried, and how often that led out. */
const BY_NODE = { tried: 0, failed: 0 };
const BY_BOTH = { tried: 0, failed: 0 };

function took(wall: { tried: number; failed: number }, ways: readonly string[], escaped: readonly string[]) {
  wall.tried += ways.length;
  wall.failed += escaped.length;
}

afterAll(() => {
  const of = { test: "tests/sandbox/escapes.test.ts", unit: "ways out" };
  figure({ promise: "Node alone keeps the steps of a sandboxed build to their files and rights", ...BY_NODE, ...of });
  const promise = "Set apart by the system too, they reach no file, process or network that is not theirs";
  if (BY_BOTH.tried > 0) figure({ promise, ...BY_BOTH, ...of });
});

describe("hostile code in a build", () => {
  test("finds every way open where it is not bound, so that we know what is tried", async () => {
    const { ways, open } = await tryAll();
    expect(ways.length).toBeGreaterThan(85);
    expect(ways.filter((way) => !open.includes(way))).toEqual([]);
  });

  test.each(STEPS)(
    "in the step $step, reads, writes and starts nothing that Node keeps from it",
    async ({ step, mayByNode }) => {
      const { ways, open } = await tryAll({ step, apart: "not apart" });
      const closed = ways.filter((way) => !mayByNode.includes(way) && !BEYOND_NODE.includes(way));
      const escaped = closed.filter((way) => open.includes(way));
      took(BY_NODE, closed, escaped);
      expect(escaped).toEqual([]);
    },
  );

  test.skipIf(offered() !== "alone").each(STEPS)(
    "in the step $step, set apart, reaches no file, process or network that is not the step's",
    async ({ step, may }) => {
      const { ways, open } = await tryAll({ step, apart: "alone" });
      const closed = ways.filter((way) => !may.includes(way));
      const escaped = closed.filter((way) => open.includes(way));
      took(BY_BOTH, closed, escaped);
      expect(escaped).toEqual([]);
    },
  );
});
