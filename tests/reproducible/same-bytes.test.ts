import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { processIn } from "../../src/site/verify/elsewhere.ts";
import { copyProject } from "../bench/bench-site.ts";
import { cloned, newPlace, newspaperInGit, touchAll } from "./newspaper-in-git.ts";
import { differing, type Print, printIn } from "./print-in.ts";

/** What one build has one way, the other has the other way: `circumstances.test.ts` looks at each alone. */
const HERE = { zone: "UTC", locale: "en_US.UTF-8", umask: 0o022 } as const;
const ELSEWHERE = {
  zone: "Pacific/Kiritimati",
  locale: "tr_TR.UTF-8",
  umask: 0o077,
  clock: 40 * 365.25 * 24 * 60 * 60 * 1000,
  directories: "reversed",
  cores: "0",
} as const;
const LATER = {
  zone: "America/St_Johns",
  locale: "sv_SE.UTF-8",
  umask: 0o002,
  clock: -20 * 365.25 * 24 * 60 * 60 * 1000,
  directories: "by length",
} as const;

let place: string;
let site: Print;
beforeAll(async () => {
  place = newPlace();
  site = await printIn(newspaperInGit(join(place, "site")), HERE);
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

test("the newspaper of these tests has what could differ: pictures, cards, a search, and what git says", () => {
  const files = Object.keys(site).join("\n");
  expect(files).toMatch(/^images\/.*\.avif$/m);
  expect(files).toMatch(/^images\/cards\/.*\.png$/m);
  expect(files).toMatch(/^pagefind\/.*\.pf_fragment$/m);
  expect(files).toContain("2026/01/trip-1/changes/index.html");
});

test("the site is the same, byte for byte, in another place, zone, language, umask, clock, order of files and number of cores, from another clone, by a program that stands elsewhere, and when it is built again there with what is kept", async () => {
  const clone = cloned(join(place, "site"), join(place, "a folder of 'Zoë' 日本"));
  touchAll(join(clone, "content"), "1980-01-01T00:00Z");
  const program = join(place, "another program");
  await copyProject(program);
  const dateline = join(program, "src/cli/dateline.js");
  expect(differing(await printIn(clone, { ...ELSEWHERE, dateline }), site)).toEqual([]);
  rmSync(join(clone, "_site"), { recursive: true });
  touchAll(join(clone, "content"), "2030-01-01T00:00Z");
  expect(differing(await printIn(clone, LATER), site)).toEqual([]);
});

test("a process stands in the circumstances that it was given, and so do its threads", () => {
  const look = `
    import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
    import { isMainThread, Worker } from "node:worker_threads";
    const folder = mkdtempSync("/tmp/dateline-look-");
    for (const name of ["a", "b", "ccc"]) writeFileSync(folder + "/" + name, "");
    const { timeZone, locale } = Intl.DateTimeFormat().resolvedOptions();
    console.log(JSON.stringify([new Date().getUTCFullYear() > 2060, new Date(0).getTime(), timeZone, locale, process.umask(), readdirSync(folder)]));
    if (isMainThread) new Worker(new URL(import.meta.url));
  `;
  const { execArgv, env } = processIn(ELSEWHERE);
  const url = `data:text/javascript,${encodeURIComponent(look)}`;
  const said = execFileSync(
    process.execPath,
    [...execArgv, "--input-type=module", "--eval", `await import(${JSON.stringify(url)})`],
    { env, encoding: "utf8" },
  );
  const seen = JSON.stringify([true, 0, "Pacific/Kiritimati", "tr-TR", 0o077, ["ccc", "b", "a"]]);
  expect(said.trim().split("\n")).toEqual([seen, seen]);
});
