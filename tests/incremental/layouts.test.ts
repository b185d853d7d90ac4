import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { doEdit, FIRST } from "./edits.ts";
import { bytesBelow, expectSame } from "./history.ts";
import { filesOf } from "./newspaper.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** A copy of the product with a site of three stories beside it. */
function product() {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "dateline-layouts-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const part of ["src", "layouts", "package.json"]) {
    cpSync(join(ROOT, part), join(folder, "product", part), { recursive: true });
  }
  symlinkSync(join(ROOT, "node_modules"), join(folder, "product/node_modules"), "junction");
  const paper = structuredClone(FIRST);
  for (const which of [0, 1, 2]) doEdit(paper, { does: "writes a story", which, to: which + 1, more: 1 });
  for (const [path, text] of filesOf(paper)) {
    mkdirSync(dirname(join(folder, "site/content", path)), { recursive: true });
    writeFileSync(join(folder, "site/content", path), text);
  }
  const build = (output: string) => {
    const args = [
      join(folder, "product/src/cli/dateline.js"),
      "build",
      "--now",
      "2026-06-01T12:00Z",
      "--output",
      output,
    ];
    const cwd = join(folder, "site");
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: "utf8" });
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.any(String) });
    return { said: stdout, site: bytesBelow(join(cwd, output)) };
  };
  const forgetAll = () => rmSync(join(folder, "site/.dateline"), { recursive: true });
  const edit = (file: string, change: (text: string) => string) => {
    const path = join(folder, "product", file);
    const text = readFileSync(path, "utf8");
    expect(change(text)).not.toBe(text);
    writeFileSync(path, change(text));
  };
  return { build, edit, forgetAll };
}

const EDITS: readonly [file: string, change: (text: string) => string][] = [
  ["layouts/parts/Byline.tsx", (text) => text.replace(/(?<=class=")/, "edited ")],
  ["layouts/styles/card.css", (text) => `${text}\n.edited { color: red; }\n`],
  ["layouts/scripts/status-words.ts", (text) => `${text}\n(globalThis as { edited?: boolean }).edited = true;\n`],
  ["layouts/icon.svg", (text) => text.replace("<svg", '<svg id="edited"')],
  ["layouts/search-record.tsx", (text) => text.replace("<h1", '<h1 title="edited"')],
];

test("an edit of a layout, a style, a script or the icon is in the next build, everywhere", {
  timeout: 600_000,
}, () => {
  const { build, edit, forgetAll } = product();
  let last = build("_site").site;
  expect(build("_site").said).toContain("0 pages printed anew");
  for (const [index, [file, change]] of EDITS.entries()) {
    edit(file, change);
    const { site } = build("_site");
    // With nothing kept, and where nothing is yet.
    forgetAll();
    const clean = build(`_site-${index}`).site;
    expectSame(site, clean);
    expect(
      [...site].some(([path, bytes]) => !last.get(path)?.equals(bytes)),
      file,
    ).toBe(true);
    last = site;
  }
});
