import {
  lstatSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { main } from "../../src/cli/main.ts";
import { removeOldReleases } from "../../src/site/publish/releases.ts";
import { fakeWorld } from "../cli/fake-world.ts";
import { bytesOf, save, siteFolder } from "../site/site-folder.ts";

const here = process.cwd();
beforeEach(async () => process.chdir(await siteFolder("tiny")));
afterAll(() => process.chdir(here));

async function run(...args: string[]) {
  const world = fakeWorld();
  const code = await main(args, world);
  return { code, out: world.out(), err: world.err() };
}

const release = (...args: string[]) => run("build", "--no-search", "--releases", "www", ...args);
const rollback = (...args: string[]) => run("rollback", "--releases", "www", ...args);
const names = () => readdirSync("www/releases").sort();
const current = () => readlinkSync("www/current").replace("releases/", "");

/** A new edition of the newspaper: a page says something else. */
const edit = (text: string) => save("content/pages/about.md", `---\ntitle: About\n---\n${text}\n`);

async function publish(count: number): Promise<void> {
  for (let number = 1; number <= count; number++) {
    await edit(`Edition ${number}`);
    expect((await release()).code).toBe(0);
  }
}

describe("build --releases", () => {
  test("publishes into a folder of its own, and has current lead there", async () => {
    const { out } = await release();
    expect(out).toMatch(/^Published 2 stories on \d+ pages in www\/current /);
    expect(names()).toEqual([current()]);
    expect(current()).toMatch(/^0001-[\w-]{8}$/);
    expect(lstatSync("www/current").isSymbolicLink()).toBe(true);
    await run("build", "--no-search", "--output", "plain");
    expect(await bytesOf(realpathSync("www/current"))).toEqual(await bytesOf("plain"));
  });

  test("never writes into a release again, and takes no room for what did not change", async () => {
    await publish(1);
    const first = join("www/releases", current());
    const before = await bytesOf(first);
    const inodes = (folder: string) => statSync(join(folder, "feed.xml")).ino;
    await publish(2);
    await edit("Edition 3");
    await release();
    expect(names()).toHaveLength(2 + 1);
    expect(await bytesOf(first)).toEqual(before);
    expect(inodes("www/current")).toBe(inodes(first));
    expect(await bytesOf(realpathSync("www/current"))).not.toEqual(before);
  });

  test("publishes nothing when nothing has changed", async () => {
    await publish(1);
    expect((await release()).out).toMatch(/0 pages printed anew/);
    expect(names()).toHaveLength(1);
  });

  test("keeps the last five, or as many as it is told", async () => {
    await publish(6);
    expect(names().map((name) => name.slice(0, 4))).toEqual(["0002", "0003", "0004", "0005", "0006"]);
    await edit("Edition 7");
    await release("--keep", "2");
    expect(names().map((name) => name.slice(0, 4))).toEqual(["0006", "0007"]);
  });

  test("with a problem in the content leaves readers where they are", async () => {
    await publish(1);
    const before = await bytesOf("www");
    await save("content/pages/about.md", "---\ntitel: About\n---\n");
    expect((await release()).code).toBe(1);
    expect(await bytesOf("www")).toEqual(before);
  });

  test("will not touch a current that is no link", async () => {
    await save("www/current/index.html", "Mine");
    const { code, err } = await release();
    expect(code).toBe(2);
    expect(err).toMatch(/^dateline: .*www\/current is no link to a release; move it away\.\n$/);
  });

  test("prints everything anew when a release was changed by hand, and leaves that as it is", async () => {
    await publish(1);
    const first = current();
    await save(join("www/releases", first, "index.html"), "Somebody's");
    await edit("Edition 2");
    await release();
    expect(readFileSync(join("www/releases", first, "index.html"), "utf8")).toBe("Somebody's");
    await run("build", "--no-search", "--output", "plain");
    expect(await bytesOf(realpathSync("www/current"))).toEqual(await bytesOf("plain"));
  });
});

describe("rollback", () => {
  test("takes readers back one release, says which, and lists what there is", async () => {
    await publish(3);
    const [first, second, third] = names();
    const { code, out } = await rollback();
    expect(code).toBe(0);
    const time = "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d UTC";
    expect(out).toMatch(
      new RegExp(
        `^Readers of www/current see ${second}, and no longer ${third}\\. There are:\n {2}${third} {2}${time}\n\\* ${second} {2}${time}\n {2}${first} {2}${time}\n$`,
      ),
    );
    expect(current()).toBe(second);
    await rollback();
    expect(current()).toBe(first);
  });

  test("takes them to the release that is named, later ones too", async () => {
    await publish(3);
    const [first, , third] = names();
    await rollback("--to", String(first));
    expect(current()).toBe(first);
    await rollback("--to", String(third));
    expect(current()).toBe(third);
  });

  test("says so, and exits with 2, where there is none to go back to", async () => {
    await publish(1);
    const [first] = names();
    expect(await rollback()).toEqual({
      code: 2,
      out: "",
      err: `dateline: There is no release before ${first} in www; there are ${first}.\n`,
    });
    expect((await rollback("--to", "0007-abcdefgh")).err).toBe(
      `dateline: There is no release 0007-abcdefgh in www; there are ${first}.\n`,
    );
    expect(current()).toBe(first);
  });

  test("is followed by a new release when the site is built again, though nothing has changed", async () => {
    await publish(2);
    const last = await bytesOf(realpathSync("www/current"));
    await rollback();
    const { out } = await release();
    expect(out).toContain("0 pages printed anew");
    expect(current()).toMatch(/^0003-/);
    expect(await bytesOf(realpathSync("www/current"))).toEqual(last);
  });

  test("keeps the release that readers see, however old it is", async () => {
    await publish(3);
    const [first, , third] = names();
    await rollback("--to", String(first));
    await removeOldReleases("www", 1);
    expect(names()).toEqual([first, third]);
  });

  test("finishes first what a build that was killed has begun", async () => {
    await publish(2);
    const [first, second] = names();
    rmSync("www/current");
    symlinkSync(`releases/${first}`, "www/current");
    symlinkSync(`releases/${second}`, "www/current.next");
    await rollback();
    expect(current()).toBe(first);
    expect(readdirSync("www").sort()).toEqual(["current", "releases"]);
  });

  test("goes to the newest where the release that readers saw is gone", async () => {
    await publish(2);
    const [, second] = names();
    renameSync(join("www/releases", String(second)), "elsewhere");
    await rollback();
    expect(current()).toBe(names()[0]);
  });
});
