import { readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { main } from "../../src/cli/main.ts";
import { BROKEN_STORY, bytesOf, filesIn, pagesOf, save, siteFolder } from "../site/site-folder.ts";
import { fakeWorld } from "./fake-world.ts";

const here = process.cwd();
const BROKEN = "content/articles/2026/05/bridge-closes.md";

beforeAll(async () => process.chdir(await siteFolder("tiny")));
afterAll(() => process.chdir(here));

/** Runs a command to its end. */
async function run(...args: string[]) {
  const world = fakeWorld();
  const code = await main(args, world);
  return { code, out: world.out(), err: world.err() };
}

/** Runs a command in a newspaper that has a mistake. */
async function runBroken(...args: string[]) {
  await save(BROKEN, BROKEN_STORY);
  try {
    return await run(...args);
  } finally {
    await rm(BROKEN);
  }
}

describe("dateline, called wrongly,", () => {
  const WRONG: readonly [string[], string][] = [
    [["publish"], 'There is no command "publish". There are addresses, announce, build, '],
    [["constructor"], 'There is no command "constructor". There are addresses, announce, build, '],
    [["biuld"], 'There is no command "biuld". Did you mean "build"?'],
    [["Check"], 'There is no command "Check". Did you mean "check"?'],
    [["two\nlines"], 'There is no command "two␊lines".'],
    [["build", "--outptu", "x"], 'There is no option "--outptu". Did you mean "--output"?'],
    [["build", "--outptu=x"], 'There is no option "--outptu". Did you mean "--output"?'],
    [["build", "--no-serach"], 'There is no option "--no-serach". Did you mean "--no-search"?'],
    [["build", "--no-output"], 'There is no option "--no-output".'],
    [["preview", "--quietly"], 'There is no option "--quietly". Options are --output, --port.'],
    [["preview", "-p", "80"], 'There is no option "-p". Options are --output, --port.'],
    [["build", "somewhere"], 'Unexpected argument "somewhere". Options are --content, '],
    [["build", "--output"], "--output is missing its value."],
    [["build", "--output", "--drafts"], "--output is missing its value."],
    [["build", "--output", "--now=2026-11-03T09:30Z"], "--output is missing its value."],
    [["build", "--drafts=yes"], "--drafts takes no value."],
    [["build", "--now", "tomorrow"], '--now "tomorrow" is not a time; write 2026-11-03T09:30Z.'],
    [["build", "--now", "2026-02-30"], '--now "2026-02-30" is not a time; write 2026-11-03T09:30Z.'],
    [
      ["build", "--output", "."],
      "--output . would replace the folder where the command runs; name another folder, such as _site.",
    ],
    [
      ["build", "--output", "content"],
      "--output content would replace the content; name another folder, such as _site.",
    ],
    [["build", "--shard", "0/3"], '--shard "0/3" is not a share of the site; write 1/8 for the first of eight.'],
    [["build", "--shard", "4/3"], '--shard "4/3" is not a share of the site; write 1/8 for the first of eight.'],
    [["build", "--shard", "x"], '--shard "x" is not a share of the site; write 1/8 for the first of eight.'],
    [["build", "--shard", "1/0"], '--shard "1/0" is not a share of the site; write 1/8 for the first of eight.'],
    [["build", "--shard", "1.5/3"], '--shard "1.5/3" is not a share of the site; write 1/8 for the first of eight.'],
    [["build", "--releases", "www", "--output", "x"], "--output and --releases are two places for the site; name one."],
    [["build", "--releases", "www", "--shard", "1/2"], "--shard is no whole site, and --releases publishes one"],
    [["build", "--releases", "www", "--keep", "0"], '--keep "0" is no number of releases; write one from 1 on.'],
    [["build", "--keep", "3"], "--keep says how many releases stay; name their folder: --releases DIR."],
    [["build", "--releases", "content/www"], "--releases content/www is inside the content"],
    [["rollback"], "Name the folder of the releases: rollback --releases DIR."],
    [
      ["rollback", "--releases", "nowhere"],
      'There are no releases in nowhere; "build --releases nowhere" publishes one.',
    ],
    [["headers"], "--format takes nginx, caddy, apache."],
    [["headers", "--format", "caddy"], 'There is no site in _site yet; run "npm run build" first.'],
    [["init"], "Name the folder of the new site: init my-newspaper."],
    [["init", "a", "b"], "Unexpected argument 'b'; init makes one site."],
    [["init", "paper"], "Nobody can be asked here: give --title, --language, --tagline, --url, --time-zone, "],
    [["init", "paper", "--yes", "--url", "paper"], '--url is not a web address ("paper"). Write it whole, '],
    [["init", "paper", "--yes", "--time-zone", "Mars"], '--time-zone is not a time zone ("Mars"). Write an IANA '],
    [["init", "paper", "--yes", "--sections", "?!"], '--sections has no letter or digit for an address ("?!").'],
    [["init", ".", "--yes"], '. is not empty, and nothing in it is overwritten. In the way: "content".'],
    [["init", "content/settings.yaml", "--yes"], "content/settings.yaml is a file; name a folder that is empty"],
    [["join"], 'Name the folders that "build --shard" has written, such as: join shards/*'],
    [["join", "content"], 'content is no shard of a site; name folders that "build --shard" has written.'],
    [["join", "nowhere"], 'nowhere is no shard of a site; name folders that "build --shard" has written.'],
    [
      ["announce", "--site", "nowhere"],
      "There is no nowhere/versions.json; build the site with distribution.indexNow or distribution.hub in its settings.",
    ],
    [["announce", "--site", "http://127.0.0.1:1"], "http://127.0.0.1:1/versions.json cannot be reached"],
    [["check", "--format", "xml"], '--format "xml" is not known; write text, json or github.'],
    [["dev", "--port", "65536"], '--port "65536" is not a port; write a number up to 65535.'],
    [["preview", "--port", "-1"], "--port is missing its value; write --port=-1 if that is it."],
    [["verify", "--manifest", "nowhere.json"], "There is no nowhere.json; a build writes it."],
    [["verify", "--manifest", "content/settings.yaml"], "content/settings.yaml is no manifest of a build."],
    [["preview", "--output", "nowhere"], 'There is no site in nowhere yet; run "npm run build" first.'],
  ];

  test.each(WRONG)("as %j, says so in one line, exits with 2 and does nothing", async (args, message) => {
    const before = await bytesOf(process.cwd());
    const { code, out, err } = await run(...args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err.startsWith(`dateline: ${message}`), err).toBe(true);
    expect(err.indexOf("\n"), "one line").toBe(err.length - 1);
    expect(await bytesOf(process.cwd())).toEqual(before);
  });

  test("without a command, shows how it is called", async () => {
    const { code, out } = await run();
    expect(code).toBe(2);
    expect(out).toContain("Usage: dateline <command>");
  });

  test.each([[["help"]], [["--help"]], [["-h"]], [["build", "--help"]], [["dev", "-h"]]])(
    "helps when asked by %j",
    async (args) => {
      const { code, out, err } = await run(...args);
      expect([code, err]).toEqual([0, ""]);
      for (const command of ["build", "check", "dev", "join", "preview"]) expect(out).toContain(`  ${command} `);
    },
  );
});

describe("dateline build", () => {
  test("says in one line what it published, and nothing more in a pipe", async () => {
    const { code, out, err } = await run("build");
    expect([code, err]).toEqual([0, ""]);
    const pages = pagesOf(await filesIn("_site")).length;
    expect(out).toBe(`Published 2 stories on ${pages} pages in _site (0.0 s).\n`);
  });

  test("shows its progress at a terminal", async () => {
    const world = fakeWorld({ isTTY: true });
    expect(await main(["build"], world)).toBe(0);
    expect(world.err()).toBe("Looking for changes …\n");
    await rm("_site", { recursive: true });
    const anew = fakeWorld({ isTTY: true });
    expect(await main(["build"], anew)).toBe(0);
    expect(anew.err()).toBe(
      "Looking for changes …\nReading the content …\nPrinting the pages that change …\nMaking the pictures …\nInspecting the site …\nPutting the site in place …\n",
    );
  });

  test("shows where its time went when asked, and which layouts took longest, and writes a profile", async () => {
    await rm("_site", { recursive: true });
    const { code, err } = await run("build", "--timings", "--profile", "build.cpuprofile");
    expect(code).toBe(0);
    const lines = err.trimEnd().split("\n");
    expect(lines.slice(0, 6).map((line) => line.replace(/^ *\d+ ms {2}/, ""))).toEqual([
      "Looking for changes",
      "Reading the content",
      "Printing the pages that change",
      "Making the pictures",
      "Inspecting the site",
      "Putting the site in place",
    ]);
    expect(lines[6]).toBe("Slowest layouts:");
    expect(lines.slice(7)).toHaveLength(5);
    const times = lines.slice(7).map((line) => Number(/^ *([\d.]+) ms {2}\S+$/.exec(line)?.[1]));
    expect(times).toEqual([...times].sort((a, b) => b - a));
    const profile: { nodes: { callFrame: { url: string } }[] } = JSON.parse(await readFile("build.cpuprofile", "utf8"));
    const files = profile.nodes.map(({ callFrame }) => callFrame.url);
    expect(files.some((file) => file.includes("/src/site/"))).toBe(true);
    await rm("build.cpuprofile");
    // The same again finds nothing to do, and says how long that took.
    expect((await run("build", "--timings")).err).toMatch(/^ *\d+ ms {2}Looking for changes\n$/);
  });

  test("prints the site as it was or will be at another time, and counts one story as one", async () => {
    const { out } = await run("build", "--now", "2026-04-20T12:00Z", "--output", "then");
    expect(out).toMatch(/^Published 1 story on \d+ pages in then /);
    expect(await filesIn("then")).not.toContain("2026/05/ferry-stops/index.html");
  });

  test("of a shard says which it is and how many of the pages are its own; all of them joined are the site", async () => {
    const said: string[] = [];
    for (const index of [1, 2]) said.push((await run("build", "--shard", `${index}/2`, "--output", `s${index}`)).out);
    const [one, two] = said.map((line) => Number(/^Built shard \d\/2 of 2 stories, (\d+) pages, in s/.exec(line)?.[1]));
    expect((one ?? 0) + (two ?? 0)).toBe(pagesOf(await filesIn("_site")).length);
    const { code, out, err } = await run("join", "s1", "s2", "--output", "joined");
    const site = await bytesOf("_site");
    expect([code, err, out]).toEqual([0, "", `Joined 2 shards, ${Object.keys(site).length - 1} files, in joined.\n`]);
    expect({ ...(await bytesOf("joined")), ".dateline": "" }).toEqual({ ...site, ".dateline": "" });
  });

  test("with problems says them all, publishes nothing and exits with 1", async () => {
    const before = await bytesOf("_site");
    const { code, out, err } = await runBroken("build");
    expect([code, out]).toEqual([1, ""]);
    expect(err).toContain(`${BROKEN}:3:1\n  Unknown field "sumary". Did you mean "summary"?`);
    expect(err).toContain("Nothing was published.");
    expect(await bytesOf("_site")).toEqual(before);
  });

  test("of a folder without content says what to do", async () => {
    const { code, err } = await run("build", "--content", "nowhere");
    expect(code).toBe(1);
    expect(err).toContain("There is no content folder here.");
  });

  test("shows drafts only when asked, and marks them; then the site asks not to be indexed", async () => {
    const draft = "content/articles/2026/05/a-draft.md";
    await save(draft, BROKEN_STORY.replace("sumary", "summary").replace("---\n", "---\ndraft: true\n"));
    const { out } = await run("build");
    const { out: withDrafts } = await run("build", "--drafts", "--output", "proof");
    const { out: preview } = await run("build", "--preview", "--output", "preview");
    await rm(draft);
    expect([out, withDrafts, preview].map((line) => /\d+ stories/.exec(line)?.[0])).toEqual([
      "2 stories",
      "3 stories",
      "2 stories",
    ]);
    const robots = async (folder: string) => (await readFile(`${folder}/robots.txt`, "utf8")).includes("Sitemap");
    expect([await robots("_site"), await robots("proof"), await robots("preview")]).toEqual([true, false, false]);
  });
});

describe("dateline check", () => {
  test("says that all is well, twice the same, and writes nothing but what is kept for the next run", async () => {
    const written = async () =>
      Object.entries(await bytesOf(process.cwd())).filter(([file]) => !file.startsWith(".dateline/"));
    const before = await written();
    for (const _time of [1, 2]) {
      expect(await run("check")).toEqual({ code: 0, out: "No problems in 6 files.\n", err: "" });
    }
    expect(await written()).toEqual(before);
  });

  test("says the problems for people, with the line, a caret and what to do", async () => {
    const { code, out } = await runBroken("check");
    expect(code).toBe(1);
    expect(out).toMatchInlineSnapshot(`
      "content/articles/2026/05/bridge-closes.md:2:1
        Missing field "summary". Add it, such as "summary: The crossing opened a month early, and the ferry made its last trip.".
          2 │ title: Bridge closes
            │ ^^^^^^^^^^^^^^^^^^^^
      content/articles/2026/05/bridge-closes.md:3:1
        Unknown field "sumary". Did you mean "summary"?
          3 │ sumary: It was too early.
            │ ^^^^^^
      2 problems in 7 files. Nothing was published.
      "
    `);
  });

  test("gives them to programs as JSON, an empty list when there are none", async () => {
    const { code, out, err } = await runBroken("check", "--format", "json");
    expect([code, err]).toEqual([1, ""]);
    expect(JSON.parse(out)).toContainEqual({
      severity: "error",
      file: BROKEN,
      at: { line: 3, column: 1, length: 6, excerpt: "sumary: It was too early." },
      what: 'Unknown field "sumary".',
      fix: 'Did you mean "summary"?',
    });
    expect(await run("check", "--format", "json")).toEqual({ code: 0, out: "[]\n", err: "" });
  });

  test("gives them to GitHub as annotations, and nothing when there are none", async () => {
    const { code, out } = await runBroken("check", "--format", "github");
    expect(code).toBe(1);
    expect(out).toContain(
      `::error file=${BROKEN},line=3,col=1,endColumn=7::Unknown field "sumary". Did you mean "summary"?\n`,
    );
    expect(await run("check", "--format", "github")).toEqual({ code: 0, out: "", err: "" });
  });

  test("advises on style, which fails nothing but a strict check, and a build says nothing of it", async () => {
    await save(BROKEN, BROKEN_STORY.replace("sumary", "summary").replace("is closed", "is is is closed (see)[/]"));
    try {
      for (const _time of [1, 2]) {
        const { code, out, err } = await run("check");
        expect([code, err]).toEqual([0, ""]);
        expect(out).toContain(`${BROKEN}:8:12\n  Warning: "is" stands here twice. Take one out.\n`);
        expect(out).toContain(`${BROKEN}:8:28\n  Warning: The link (see)[/] is the wrong way round.`);
        expect(out).toContain("2 problems in 7 files. Warnings only: nothing stops the build.\n");
      }
      const strict = await run("check", "--strict");
      expect(strict).toMatchObject({ code: 1, err: "With --strict, a warning fails the check.\n" });
      expect(await run("check", "--strict", "--no-style")).toMatchObject({ code: 0, out: "No problems in 7 files.\n" });
      expect((await run("build", "--no-search", "--output", "styled")).err).toBe("");
    } finally {
      await rm(BROKEN);
      await rm("styled", { recursive: true, force: true });
    }
  });
});

describe("dateline preview and dateline dev", () => {
  test("serve the site until they are stopped, and exit with 0", async () => {
    await run("build");
    for (const command of ["preview", "dev"]) {
      const world = fakeWorld();
      const ended = main([command, "--port", "0"], world);
      const url = await world.said(/http:\/\/127\.0\.0\.1:\d+\//);
      const front = await fetch(url);
      expect(front.status, command).toBe(200);
      expect(await front.text()).toContain("The ferry makes its last trip");
      world.stop();
      expect(await ended, command).toBe(0);
      expect(world.err()).toBe("");
      expect(world.out()).toContain("stop with Ctrl-C");
      await expect(fetch(url)).rejects.toThrow();
    }
  });

  test("say in one line that the port is taken, and exit with 2", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    const { port } = other.address() as AddressInfo; // it listens on a port
    for (const command of ["preview", "dev"]) {
      const { code, err } = await run(command, "--port", String(port));
      expect([code, err], command).toEqual([2, `dateline: Port ${port} is in use; choose another with --port.\n`]);
    }
    other.close();
  });

  test("dev says what is wrong and goes on", async () => {
    await save(BROKEN, BROKEN_STORY);
    const world = fakeWorld();
    const ended = main(["dev", "--port", "0"], world);
    await world.said(/http:/);
    expect(world.err()).toContain('Unknown field "sumary".');
    await rm(BROKEN);
    await world.said(/Ready: 2 stories/);
    world.stop();
    expect(await ended).toBe(0);
  });
});
