import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { CouldNotError } from "../../src/site/publish/could-not.ts";
import { alone } from "../../src/site/publish/lock.ts";
import { type Holder, thisProcess } from "../../src/site/publish/lock-holder.ts";

/** A place for a site, which somebody else may have. */
function place(holder?: string | Partial<Holder>) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "dateline-lock-")));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const target = join(folder, "_site");
  if (typeof holder === "string") writeFileSync(`${target}.lock`, holder);
  else if (holder) writeFileSync(`${target}.lock`, JSON.stringify({ ...thisProcess(), ...holder }));
  return { folder, target, said: [] as string[] };
}

const dead = () => spawnSync(process.execPath, ["-e", ""]).pid;

describe("a run that has the place of a site", () => {
  test("has it alone, however many come at once, and leaves nothing there", async () => {
    const { folder, target } = place();
    let atWork = 0;
    let most = 0;
    const run = () =>
      alone(target, {}, async () => {
        most = Math.max(most, ++atWork);
        await new Promise(setImmediate);
        atWork--;
      });
    await Promise.all(Array.from({ length: 8 }, run));
    expect(most).toBe(1);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("gives it back when it fails", async () => {
    const { folder, target } = place();
    const failing = alone(target, {}, () => Promise.reject(new Error("No ink")));
    await expect(failing).rejects.toThrow("No ink");
    expect(readdirSync(folder)).toEqual([]);
  });

  test("makes the folders for a site, and takes them away again when none came", async () => {
    const { folder } = place();
    await alone(join(folder, "deep/er/_site"), {}, async () => expect(existsSync(join(folder, "deep/er"))).toBe(true));
    expect(readdirSync(folder)).toEqual([]);
    await alone(join(folder, "deep/er/_site"), {}, async () => mkdirSync(join(folder, "deep/er/_site")));
    expect(existsSync(join(folder, "deep/er/_site"))).toBe(true);
  });
});

describe("a run that finds a place taken", () => {
  test("waits, and says once for whom", async () => {
    const { target, said } = place();
    const { promise: isOver, resolve: end } = Promise.withResolvers<void>();
    const first = alone(target, {}, () => isOver);
    const say = (sentence: string) => {
      said.push(sentence);
      end();
    };
    expect(await alone(target, { say }, async () => "its turn")).toBe("its turn");
    await first;
    expect(said).toEqual([
      `Another run (process ${process.pid} on ${thisProcess().host}) is at work on ${target}; waiting for it to end.`,
    ]);
  });

  test("gives up in a sentence when it has waited long enough", async () => {
    const { target } = place({ pid: process.ppid, host: "another machine" });
    const attempt = alone(target, { patience: 1 }, async () => {});
    await expect(attempt).rejects.toThrow(CouldNotError);
    await expect(attempt).rejects.toThrow(
      `Another run (process ${process.ppid} on another machine) has been at work on ${target} all the time. Nothing was published. If there is none, remove ${target}.lock.`,
    );
    expect(existsSync(`${target}.lock`)).toBe(true);
  });

  test.each<[string, () => string | Partial<Holder>]>([
    ["has been killed", () => ({ pid: dead() })],
    ["has been killed, and its number is another process's now", () => ({ started: "1" })],
    ["ended with the machine", () => ({ boot: "another run of it" })],
    ["wrote only a part of it", () => '{"pid": 12'],
    ["wrote nothing", () => ""],
    ["wrote something else", () => "[]"],
  ])("takes it over when whoever had it %s", async (_how, holder) => {
    const { folder, target } = place(holder());
    expect(await alone(target, { patience: 2000 }, async () => "its turn")).toBe("its turn");
    expect(readdirSync(folder)).toEqual([]);
  });

  test("takes over a place that somebody was killed in the middle of taking over", async () => {
    const { folder, target } = place({ pid: dead() });
    writeFileSync(`${target}.lock+`, JSON.stringify({ ...thisProcess(), pid: dead() }));
    expect(await alone(target, { patience: 2000 }, async () => "its turn")).toBe("its turn");
    expect(readdirSync(folder)).toEqual([]);
  });
});
