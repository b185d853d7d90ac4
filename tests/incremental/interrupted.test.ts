import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import { type BuildOptions, build } from "../../src/site/build.ts";
import { doEdit, FIRST } from "./edits.ts";
import { bytesBelow, expectSame } from "./history.ts";
import type { Interruption } from "./interrupted-build.ts";
import { filesOf, type Newspaper } from "./newspaper.ts";

const PROGRAM = [
  "--import",
  new URL("../../src/loader.js", import.meta.url).href,
  fileURLToPath(new URL("interrupted-build.ts", import.meta.url)),
];
const NOW = Date.UTC(2026, 5, 1, 12);

/** Three editions of a newspaper: the second and the third each lack, change and add something. */
function editions(): Record<"first" | "second" | "third", Newspaper> {
  const first = structuredClone(FIRST);
  for (const which of [0, 1, 2, 3]) doEdit(first, { does: "writes a story", which, to: which, more: 1 });
  const second = structuredClone(first);
  doEdit(second, { does: "deletes a story", which: 1, to: 0, more: 1 });
  doEdit(second, { does: "edits a text", which: 0, to: 3, more: 0 });
  doEdit(second, { does: "writes a story", which: 5, to: 7, more: 1 });
  const third = structuredClone(first);
  doEdit(third, { does: "deletes a story", which: 2, to: 0, more: 1 });
  doEdit(third, { does: "changes a headline", which: 0, to: 3, more: 0 });
  doEdit(third, { does: "writes a story", which: 6, to: 5, more: 1 });
  return { first, second, third };
}

async function newsroom() {
  const site = realpathSync(mkdtempSync(join(tmpdir(), "dateline-interrupted-")));
  onTestFinished(() => rmSync(site, { recursive: true, force: true }));
  const output = join(site, "_site");
  const optionsOf = (edition: string): BuildOptions => ({
    content: join(site, edition),
    output,
    work: join(site, ".dateline"),
    now: NOW,
    unpublished: "none",
    indexed: true,
    search: false,
    threads: 0,
  });
  const clean: Record<string, Map<string, Buffer>> = {};
  for (const [edition, paper] of Object.entries(editions())) {
    for (const [path, text] of filesOf(paper)) {
      mkdirSync(dirname(join(site, edition, path)), { recursive: true });
      writeFileSync(join(site, edition, path), text);
    }
    const beside = join(site, "clean", edition);
    const options = { ...optionsOf(edition), output: join(beside, "_site"), work: join(beside, ".dateline") };
    expect((await build(options)).problems).toEqual([]);
    clean[edition] = bytesBelow(options.output);
  }
  const expectClean = (edition: string) => expectSame(bytesBelow(output), clean[edition] ?? new Map());
  /** Which edition these files are, all of them. */
  const editionOf = (files: ReadonlyMap<string, Buffer>): string => {
    const mark = files.get(".dateline")?.toString();
    const edition = Object.keys(clean).find((name) => clean[name]?.get(".dateline")?.toString() === mark) ?? "none";
    expectSame(files, clean[edition] ?? new Map());
    return edition;
  };
  return { site, output, optionsOf, clean, editionOf, expectClean };
}

function argumentsFor(interruption: Interruption): string[] {
  return [...PROGRAM, JSON.stringify(interruption)];
}

/** Runs a build in a process of its own. */
function run(interruption: Interruption) {
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, argumentsFor(interruption), {
    encoding: "utf8",
  });
  return { status, signal, stdout, stderr };
}

/** Some numbers from 1 to `last`: the first and the last few, and others between them. */
function spread(last: number, count: number): number[] {
  const between = Array.from({ length: count }, (_, index) => 1 + Math.floor((index * (last - 1)) / count));
  return [...new Set([...between, last - 3, last - 2, last - 1, last])].filter((number) => number > 0);
}

// Many processes one after the other, on a machine that may have other things to do.
const patience = { timeout: 900_000 };

describe("a build that is killed", patience, () => {
  test("leaves each file of the site as it was or as it is to be, and the next build makes all of it right", async () => {
    const { output, optionsOf, clean, expectClean } = await newsroom();
    await build(optionsOf("first"));
    const { stdout } = run({ options: optionsOf("second"), before: 0, happens: "kill" });
    const { changes } = JSON.parse(stdout);
    expectClean("second");
    for (const before of spread(changes, 4)) {
      await build(optionsOf("first"));
      expectClean("first");
      const { signal, status } = run({ options: optionsOf("second"), before, happens: "kill" });
      // The last of them may not be reached: there is a change less when a folder is there already.
      expect(signal ?? status, `killed before change ${before}`).toBeOneOf(["SIGKILL", 0]);
      const left = bytesBelow(output);
      for (const [file, bytes] of left) {
        if (file === ".dateline") continue;
        const [old, fresh] = [clean["first"]?.get(file), clean["second"]?.get(file)];
        expect(old?.equals(bytes) || fresh?.equals(bytes), `${file}, killed before change ${before}`).toBe(true);
      }
      const lost = [...(clean["first"] ?? [])].filter(([file]) => clean["second"]?.has(file) && !left.has(file));
      expect(lost).toEqual([]);
      // Another edition, in which nothing may stay behind that only the killed build had.
      await build(optionsOf("third"));
      expectClean("third");
    }
  });

  test("and was to print the whole site leaves the old one or the new one, whole", async () => {
    const { site, output, optionsOf, editionOf, expectClean } = await newsroom();
    const startOver = async () => {
      rmSync(join(site, ".dateline"), { recursive: true, force: true });
      await build(optionsOf("first"));
      rmSync(join(site, ".dateline"), { recursive: true, force: true });
      expectClean("first");
    };
    await startOver();
    const { stdout } = run({ options: optionsOf("second"), before: 0, happens: "kill" });
    const { changes } = JSON.parse(stdout);
    const states: string[] = [];
    for (const before of spread(changes, 3)) {
      await startOver();
      run({ options: optionsOf("second"), before, happens: "kill" });
      const left = bytesBelow(output);
      states.push(left.size === 0 ? "none" : editionOf(left));
      await build(optionsOf("second"));
      expectClean("second");
    }
    // Between two renames there is none; a folder cannot be put in the place of another in one step everywhere.
    expect(states.filter((state) => state === "none").length).toBeLessThan(2);
    expect(new Set(states)).toContain("first");
    expect(new Set(states)).toContain("second");
  });
});

describe("two builds at once", patience, () => {
  test("of which one comes while the other puts its pages in place, leave the site of one of them, whole", async () => {
    const { output, optionsOf, editionOf, expectClean } = await newsroom();
    await build(optionsOf("first"));
    const { changes } = JSON.parse(run({ options: optionsOf("second"), before: 0, happens: "kill" }).stdout);
    const other: [string, ...string[]] = [
      process.execPath,
      ...argumentsFor({ options: optionsOf("third"), before: 0, happens: "kill" }),
    ];
    const states: string[] = [];
    for (const before of spread(changes, 4)) {
      await build(optionsOf("first"));
      expectClean("first");
      const { status, stderr } = run({ options: optionsOf("second"), before, happens: other });
      expect(status, `interrupted before change ${before}: ${stderr}`).toBe(0);
      states.push(editionOf(bytesBelow(output)));
      // A story that only the other one had does not stay behind.
      await build(optionsOf("first"));
      expectClean("first");
    }
    // The other was the last to end when this one had its pages in place already.
    expect(new Set(states)).toEqual(new Set(["second", "third"]));
  });

  test("side by side go through, and the next build makes all of it right", async () => {
    const { site, optionsOf, expectClean } = await newsroom();
    await build(optionsOf("first"));
    const begin = (edition: string) => {
      const args = argumentsFor({ options: optionsOf(edition), before: 0, happens: "kill" });
      return spawn(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] });
    };
    for (const fresh of [false, true]) {
      if (fresh) rmSync(join(site, ".dateline"), { recursive: true });
      const ended = [begin("second"), begin("third"), begin("second")].map(
        async (child) => (await once(child, "exit"))[0],
      );
      expect(await Promise.all(ended)).toEqual([0, 0, 0]);
      await build(optionsOf("first"));
      expectClean("first");
    }
  });
});
