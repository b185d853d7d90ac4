import { execFile, execFileSync } from "node:child_process";
import { chmod, chown, mkdir, rename, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { bytesOf } from "../../src/content/bytes.ts";
import { reportCollisions } from "../../src/content/file-names.ts";
import { readFormerAddress } from "../../src/content/former-address.ts";
import { readContent } from "../../src/content/read.ts";
import { outputFile, type SitePath } from "../../src/model/urls.ts";
import { onDisk, printed, report, reportOnStory, STORY, story } from "../content/newspaper-on-disk.ts";
import { NOW } from "../pages/newspaper.ts";
import { figure } from "../reliability/figure.ts";
import { siteFolder } from "../site/site-folder.ts";

const isWindows = process.platform === "win32";

/** Ways out of a folder, as a field, a link or a name may write them. */
const WAYS_OUT = [
  "../../../secret.md",
  "..\\..\\secret.md",
  "/etc/passwd",
  "//etc/passwd",
  "C:\\secret.md",
  "file:///etc/passwd",
  "%2e%2e/%2e%2e/secret.md",
  "..%2f..%2fsecret.md",
  "%252e%252e%252fsecret.md",
  "....//....//secret.md",
  "./../../../secret.md",
  "articles/../../secret.md",
  "~/secret.md",
  "\\\\host\\share\\secret.md",
  "secret.md%00.png",
  "_headers",
  "_redirects",
  "/_headers",
  ".well-known/x",
  ".git/config",
  "con",
  "aux.md",
];

test("no field, link or image leads to a file outside content/", async () => {
  let tried = 0;
  for (const way of WAYS_OUT) {
    const quoted = JSON.stringify(way);
    const newspapers = [
      { [STORY]: story({ image: `{ src: ${quoted}, alt: A }` }) },
      { [STORY]: story({ author: quoted }) },
      { [STORY]: story({ section: quoted }) },
      { [STORY]: story({ series: quoted }) },
      { [STORY]: story({ permalink: quoted }) },
      { [STORY]: story({ layout: quoted }) },
      { [STORY]: story({}, `![A](<${way}>)\n`) },
      { [STORY]: story({}, `[A](<${way}>)\n`) },
      { "front.yaml": `lead: { story: ${quoted} }\n` },
    ];
    for (const files of newspapers) {
      tried++;
      expect(await report(files), JSON.stringify(files)).toMatch(/1 problem in/);
    }
  }
  figure({
    promise: "Nothing in content/ reaches outside it, or outside the output folder",
    test: "tests/hostile/escapes.test.ts",
    tried,
    failed: 0,
    unit: "ways out",
  });
});

test("no former address leads out of the output folder, or to a file that means something to a host", async () => {
  for (const way of [
    ...WAYS_OUT,
    "/%2e%2e/x/",
    "/a/%2e%2e/%2e%2e/x/",
    "/a/..%2fx/",
    "/CON/",
    "/a/nul.html",
    "/lpt1/",
  ]) {
    const read = readFormerAddress(way.startsWith("/") ? way : `/${way}`);
    if (typeof read !== "string") continue;
    const file = outputFile(read as SitePath);
    expect(join("/site", file).startsWith("/site/"), way).toBe(true);
    expect(
      file.split("/").some((step) => step === ".." || step === ""),
      way,
    ).toBe(false);
  }
  for (const taken of ["/_headers/", "/_redirects/", "/.git/config/", "/pagefind/x/", "/assets/x/", "/404.html"]) {
    expect(await reportOnStory({ formerly: taken }), taken).toContain("is taken");
  }
  for (const device of ["/con/", "/a/AUX/", "/nul.html", "/com1.old/"]) {
    expect(await reportOnStory({ formerly: device }), device).toContain("is a device on Windows");
  }
  // Windows takes the two for one file.
  expect(await reportOnStory({ formerly: "[/old/, '/old./']" })).toContain("here twice");
});

describe("a name", () => {
  test.skipIf(isWindows)(
    "that Windows keeps for a device is a problem, for a file, a folder, a topic and a section",
    async () => {
      for (const name of ["con", "nul", "aux", "prn", "com1", "lpt9"]) {
        expect(await report({ [`articles/2026/11/${name}.md`]: story() }), name).toContain("On Windows this name");
      }
      expect(await report({ "articles/2026/11/nul.png": "" })).toContain("On Windows this name is a device's");
      expect(await report({ "aux/x.md": "" })).toContain("On Windows this name is a device's");
      expect(await report({ "tags.yaml": "- name: Con\n" })).toContain("It is a device's name on Windows");
      expect(await report({ "articles/2026/11/console.md": story() })).toBe("");
    },
  );

  test("of an image that differs from another's only in case, or in the form of an accent, is a problem", () => {
    const paths = ["pages/A.png", "pages/a.png", "pages/caf\u00e9.png", "pages/cafe\u0301.png"];
    const said: string[] = [];
    reportCollisions(
      paths.map((path) => ({ path, shownAs: path, hasAddress: false })),
      ({ what }) => said.push(what),
    );
    expect(said.length).toBe(2);
    expect(said[0]).toContain("is on some systems the same file as pages/A.png");
  });

  test("with letters that nobody sees is a problem, because it looks like another", async () => {
    for (const invisible of ["\u034f", "\ufe0f", "\u115f", "\u3164", "\u200b", "\u202e"]) {
      const said = await report({ [`articles/2026/11/bridge${invisible}opens.md`]: story() });
      expect(said, JSON.stringify(invisible)).toContain("cannot stand in a URL as it is");
    }
  });
});

describe.skipIf(isWindows)("what is no file when it is opened, though it was when it was found,", () => {
  test("is not read: a link, a pipe, a socket, a device, a folder", async () => {
    const folder = dirname(await onDisk({}));
    const at = (name: string) => join(folder, name);
    await writeFile(at("secret"), "secret");
    await symlink(at("secret"), at("link"));
    execFileSync("mkfifo", [at("pipe")]);
    await mkdir(at("folder"));
    const server = createServer().listen(at("socket"));
    await new Promise((listening) => server.once("listening", listening));
    const said = ["link", "pipe", "socket", "folder", "gone"].map((name) => bytesOf(at(name), 100));
    server.close();
    expect(said).toEqual(["not a file", "not a file", "not a file", "not a file", "gone"]);
    expect(bytesOf("/dev/zero", 100)).toBe("not a file");
    expect(bytesOf(at("secret"), 6).toString()).toBe("secret");
    expect(bytesOf(at("secret"), 5)).toBe("too large");
  });

  test("is a problem: what nobody may open, whether a file or a folder", async () => {
    const content = await onDisk({ [STORY]: story(), "tags.yaml": "- name: A\n", "authors/a.png": "" });
    await mkdir(join(content, "pages"));
    const others = 65_534;
    for (const folder of [dirname(content), content]) await chmod(folder, 0o755);
    for (const path of [STORY, "tags.yaml", "authors/a.png", "pages"]) await chmod(join(content, path), 0);
    // Root may open anything.
    if (process.getuid?.() === 0) process.seteuid?.(others);
    const reading = await readContent(content, "content").finally(
      () => process.getuid?.() === 0 && process.seteuid?.(0),
    );
    await chmod(join(content, "pages"), 0o755);
    expect(printed(reading)).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md
        This file cannot be read. See who may open it.
      content/authors/a.png
        This file cannot be read. See who may open it.
      content/pages
        This folder cannot be read. See who may open it.
      content/tags.yaml
        This file cannot be read. See who may open it.
      4 problems in 5 files. Nothing was published.
      "
    `);
  });
});

test.skipIf(isWindows)("a content folder that is a link itself is read like any other", async () => {
  const content = await onDisk({ [STORY]: story() });
  await rename(content, `${content}-elsewhere`);
  await symlink(`${content}-elsewhere`, content);
  expect(printed(await readContent(content, "content"))).toBe("");
  await chown(content, process.getuid?.() ?? 0, process.getgid?.() ?? 0);
});

test("nothing of a build asks a network, and pictures elsewhere are a problem", async () => {
  const site = await siteFolder("tiny");
  const script = `
    const net = await import("node:net");
    const dns = await import("node:dns");
    const { createRequire, syncBuiltinESMExports } = await import("node:module");
    const refuse = (what) => () => { throw new Error("asked a network: " + what); };
    const require = createRequire(import.meta.url);
    require("node:net").Socket.prototype.connect = refuse("connect");
    for (const name of ["lookup", "resolve", "resolve4", "resolve6"]) require("node:dns")[name] = refuse(name);
    require("node:dgram").createSocket = refuse("dgram");
    globalThis.fetch = refuse("fetch");
    syncBuiltinESMExports();
    const { build } = await import(${JSON.stringify(new URL("../../src/site/build.ts", import.meta.url).href)});
    const given = { content: "content", output: "_site", work: ".dateline", now: ${NOW}, threads: 0 };
    const { published, problems } = await build({ ...given, unpublished: "none", indexed: true, search: false });
    console.log(JSON.stringify({ published, problems }));
  `;
  const loader = new URL("../../src/loader.js", import.meta.url).href;
  const args = ["--import", loader, "--input-type=module", "--eval", script];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: site });
  expect(JSON.parse(stdout)).toMatchObject({ published: { stories: 2 }, problems: [] });
  expect(await reportOnStory({}, "![A](https://x.example/a.png)\n")).toContain("is on another site");
});
