import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { build } from "../../src/site/build.ts";
import { check } from "../../src/site/check.ts";
import { figure } from "../reliability/figure.ts";
import { doEdit, FIRST } from "./edits.ts";
import { filesBelow, HARM } from "./harm.ts";
import { bytesBelow, expectSame } from "./history.ts";
import { filesOf, type Newspaper } from "./newspaper.ts";

vi.mock(import("../../src/site/search-pagefind.ts"), async (original) => ({
  ...(await original()),
  indexRecords: async (records) => [{ path: "fragment/all", content: Buffer.from(JSON.stringify(records)) }],
}));

const NOW = Date.UTC(2026, 5, 1, 12);

/** A newspaper of three stories that was checked and built. */
async function printed() {
  const site = realpathSync(mkdtempSync(join(tmpdir(), "dateline-damage-")));
  onTestFinished(() => rmSync(site, { recursive: true, force: true }));
  const paper = structuredClone(FIRST);
  for (const which of [0, 1, 2]) doEdit(paper, { does: "writes a story", which, to: which + 1, more: 0 });
  save(paper, site);
  const content = join(site, "content");
  const options = { content, now: NOW, unpublished: "none", indexed: true, threads: 0 } as const;
  const kept = join(site, ".dateline");
  const output = join(site, "_site");
  const checkAndBuild = async () => ({
    checked: await check({ content, now: NOW, work: kept, threads: 0 }),
    built: await build({ ...options, output, work: kept }),
  });
  const clean = async () => {
    const folder = join(site, "clean");
    await build({ ...options, output: join(folder, "_site"), work: join(folder, ".dateline") });
    return bytesBelow(join(folder, "_site"));
  };
  expect((await checkAndBuild()).built.problems).toEqual([]);
  return { site, paper, kept, output, checkAndBuild, clean };
}

function save(paper: Newspaper, site: string): void {
  for (const [path, text] of filesOf(paper)) {
    mkdirSync(dirname(join(site, "content", path)), { recursive: true });
    writeFileSync(join(site, "content", path), text);
  }
}

/** Splits a kept file into the line that seals it and the rest. */
function cut(path: string): { readonly seal: string; readonly body: Buffer } {
  const bytes = readFileSync(path);
  const end = bytes.indexOf("\n");
  return { seal: bytes.toString("latin1", 0, end), body: bytes.subarray(end + 1) };
}

const DAMAGE: Readonly<Record<string, (path: string) => void>> = {
  ...HARM,
  "was written by another version": (path) => {
    const { body } = cut(path);
    const seal = createHash("sha256").update("another version\n").update(body).digest("base64url");
    writeFileSync(path, Buffer.concat([Buffer.from(`${seal}\n`), body]));
  },
  "holds no JSON behind its seal": (path) => writeFileSync(path, `${cut(path).seal}\n{"readings":[`),
  "holds other JSON behind its seal": (path) => writeFileSync(path, `${cut(path).seal}\n{"readings":[],"parts":[]}`),
};

let harmed = 0;
let right = 0;
afterAll(() =>
  figure({
    promise: "A build with damaged files in what is kept goes through, and its site is that of a build from nothing",
    test: "tests/incremental/damage.test.ts",
    tried: harmed,
    failed: harmed - right,
    unit: "damaged files",
  }),
);

describe("a build is right and goes through when everything that is kept", { timeout: 300_000 }, () => {
  test.for(Object.keys(DAMAGE))("%s", async (what) => {
    const { paper, kept, output, site, checkAndBuild, clean } = await printed();
    const files = filesBelow(kept);
    expect(new Set(files.map((file) => file.replace(/[0-9a-f]{16,}/, "…")))).toEqual(
      new Set(["build-manifest.json", "bundles", "checked", "images/…", "printed/…", "readings", "search/…", "style"]),
    );
    let count = 0;
    const harm = () => {
      for (const file of files.filter((path) => existsSync(join(kept, path)))) {
        DAMAGE[what]?.(join(kept, file));
        count++;
        harmed++;
      }
    };
    harm();
    const again = await checkAndBuild();
    // Nothing of it was taken for true.
    expect(again.built.done.filesParsed + again.built.done.pagesPrinted).toBeGreaterThan(0);
    expectSame(bytesBelow(output), await clean());
    // What was damaged is whole again.
    expect((await checkAndBuild()).built.done).toEqual({ filesParsed: 0, pagesPrinted: 0, recordsIndexed: 0 });
    harm();
    doEdit(paper, { does: "edits a page", which: 0, to: 1, more: 1 });
    save(paper, site);
    const { checked } = await checkAndBuild();
    // The page of the newspaper has no summary.
    expect(checked.problems.map(({ rule }) => rule)).toEqual(["missing-summary"]);
    expectSame(bytesBelow(output), await clean());
    right += count;
  });

  test.for(["readings", "printed", "checked", "search", "style", "bundles"])(
    "is damaged in one place only: %s",
    async (name) => {
      for (const what of ["is cut short", "has a byte changed in the middle", "is a folder"]) {
        const { kept, paper, output, site, checkAndBuild, clean } = await printed();
        for (const file of filesBelow(kept).filter((path) => path.startsWith(name))) DAMAGE[what]?.(join(kept, file));
        doEdit(paper, { does: "edits a text", which: 0, to: 1, more: 0 });
        save(paper, site);
        // So that the index of the search is taken from what is kept.
        if (name === "search") rmSync(output, { recursive: true });
        await checkAndBuild();
        const wanted = await clean();
        expect(() => expectSame(bytesBelow(output), wanted), what).not.toThrow();
      }
    },
  );
});

test("what builds that were killed have left behind goes with the next build; what others are at work on stays", async () => {
  const { kept, paper, site, checkAndBuild } = await printed();
  const dead = spawnSync(process.execPath, ["-e", ""]).pid;
  const leave = (pid: number) => {
    const id = crypto.randomUUID();
    const files = [
      `.dateline/readings.${pid}.${id}`,
      `.dateline/checked.${pid}.${id}`,
      `.dateline/texts.${pid}.${id}/0`,
      `.dateline/printed/0123456789abcdef.${pid}.${id}`,
      `.dateline/search/0123456789abcdef.${pid}.${id}`,
      `_site.new-${pid}-aB3xYz/site/index.html`,
    ];
    for (const file of files) {
      mkdirSync(dirname(join(site, file)), { recursive: true });
      writeFileSync(join(site, file), "half of it");
    }
    return files;
  };
  const [left, atWork] = [leave(dead), leave(process.ppid)];
  const others = ["_site.new-look/index.html", "_site.newer", ".dateline/eleventy/x"];
  for (const file of others) {
    mkdirSync(dirname(join(site, file)), { recursive: true });
    writeFileSync(join(site, file), "somebody's");
  }
  doEdit(paper, { does: "edits a page", which: 0, to: 1, more: 1 });
  save(paper, site);
  await checkAndBuild();
  const isThere = (file: string) => existsSync(join(site, file));
  expect(left.filter(isThere)).toEqual([]);
  expect(
    left.map((file) => dirname(join(site, file))).filter((folder) => /\d{3}/.test(folder) && existsSync(folder)),
  ).toEqual([]);
  expect([...atWork, ...others].filter((file) => !isThere(file))).toEqual([]);
  expect(filesBelow(kept)).toContain("readings");
});
