import { execFileSync } from "node:child_process";
import { realpath } from "node:fs/promises";
import { dirname, join } from "node:path";
import { load } from "cheerio";
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { main } from "../../src/cli/main.ts";
import { fakeWorld } from "../cli/fake-world.ts";
import { onDisk } from "../content/newspaper-on-disk.ts";
import { figure } from "../reliability/figure.ts";
import { type FakeNetlify, fakeNetlify } from "./fake-netlify.ts";
import { emptyFolder, everythingIn } from "./folders.ts";
import { STORIES } from "./review-site.ts";

beforeEach(() => {
  // A committer of the test's own, wherever it runs.
  vi.stubEnv("GIT_CONFIG_GLOBAL", "/dev/null");
  vi.stubEnv("GIT_CONFIG_NOSYSTEM", "1");
});
afterEach(() => void vi.unstubAllEnvs());

const STORY = "/2026/05/bridge-opens/";

/** What no file of anybody may hold afterwards. */
const SECRETS = ["ben@mail.example", "BEN@mail.example", "cy.reader@post.example", "203.0.113.77", "Netscape/4.08"];

/** A newspaper in a repository with a remote, and Netlify's forms: a moderator's machine. */
async function moderatorsDesk(netlify: FakeNetlify) {
  const content = await realpath(await onDisk(STORIES));
  const folder = dirname(content);
  const remote = await emptyFolder();
  const here = process.cwd();
  process.chdir(folder);
  onTestFinished(() => process.chdir(here));
  const git = (...args: string[]) => execFileSync("git", args, { cwd: folder, encoding: "utf8", stdio: "pipe" });
  execFileSync("git", ["init", "-q", "--bare", remote]);
  git("init", "-q", "-b", "main");
  git("config", "user.name", "Moderator");
  git("config", "user.email", "desk@courier.example");
  git("add", "content");
  git("commit", "-q", "-m", "The newspaper");
  git("remote", "add", "origin", remote);
  git("push", "-q", "-u", "origin", "main");
  const run = async (...args: string[]) => {
    const world = fakeWorld({ environment: netlify.environment });
    const code = await main(args, world);
    return { code, out: world.out(), err: world.err() };
  };
  const waiting = async (): Promise<{ id: string; name: string }[]> =>
    (JSON.parse((await run("comments", "review", "--json")).out) as { waiting: { id: string; name: string }[] })
      .waiting;
  const idOf = async (name: string) => (await waiting()).find((one) => one.name === name)?.id ?? `no reply of ${name}`;
  return { folder, remote, git, run, waiting, idOf };
}

test("a reply goes from its form to the page, once, and only when it was approved; what its reader is reached by goes nowhere", async () => {
  const netlify = await fakeNetlify();
  const desk = await moderatorsDesk(netlify);
  const secret = { ip: "203.0.113.77", userAgent: "Netscape/4.08" };
  const ben = { name: "Ben", text: "I saw it. Write to BEN@mail.example!", email: "ben@mail.example", story: STORY };
  netlify.send({ ...ben, ...secret, at: "2026-05-26T10:00:00.120Z" });
  // A second click, and a page of the list that fails on the way.
  netlify.send({ ...ben, ...secret, at: "2026-05-26T10:00:00.480Z" });
  netlify.send({ ...secret, name: "Cy", text: "Rude words.", email: "cy.reader@post.example", story: STORY });
  netlify.send({ ...secret, name: "Pills", text: "BUY https://a.example https://b.example", story: STORY });
  netlify.send({ ...secret, name: "Di", text: "Nobody has read this yet.", story: STORY });
  netlify.givesAtMost(2);
  netlify.trouble(/page=2/, "half the JSON", { status: 429, headers: { "retry-after": "2" } }, { status: 500 });

  expect((await desk.run("comments", "pull")).code).toBe(0);
  expect((await desk.waiting()).map(({ name }) => name).sort()).toEqual(["Ben", "Cy", "Di", "Pills"]);

  // The removal at Netlify fails after the first: the next command goes on from there.
  netlify.trouble(/^(?:DELETE|PUT)/, ...Array.from({ length: 6 }, () => ({ status: 500 })));
  const [first, rude, pills] = await Promise.all(["Ben", "Cy", "Pills"].map(desk.idOf));
  const decided = await desk.run(
    "comments",
    "review",
    "--approve",
    first ?? "",
    "--reject",
    rude ?? "",
    "--spam",
    pills ?? "",
  );
  expect([decided.code, decided.out]).toEqual([3, expect.stringContaining("Committed")]);
  expect((await desk.run("comments", "pull")).code).toBe(0);
  expect((await desk.waiting()).map(({ name }) => name)).toEqual(["Di"]);
  // Both of Ben's stay at Netlify until the commit is where nothing can be lost with this machine; Di's waits.
  expect([netlify.left().length, netlify.spam().length]).toEqual([3, 1]);
  desk.git("push", "-q");
  expect((await desk.run("comments", "pull")).code).toBe(0);
  expect(netlify.left().length).toBe(1);

  const built = await desk.run("build", "--no-search");
  expect(built).toMatchObject({ code: 0 });
  const files = await everythingIn(join(desk.folder, "_site"));
  const story = load(files.get(join(desk.folder, "_site", STORY, "index.html")) ?? "");
  expect(
    story(".comments bdi")
      .toArray()
      .map((name) => story(name).text()),
  ).toEqual(["Ben"]);
  expect(story(".comments").text()).toContain("I saw it. Write to […]!");
  const shown = [...files.values()].join("\n");
  for (const unpublished of ["Nobody has read this yet", "Rude words", "BUY https"])
    expect(shown).not.toContain(unpublished);

  const objects = desk.git("cat-file", "--batch-all-objects", "--batch");
  const everything = [...(await everythingIn(desk.folder)).entries(), ["git's objects", objects] as const];
  const leaks = everything.flatMap(([path, text]) =>
    SECRETS.filter((one) => text.includes(one)).map((one) => `${path}: ${one}`),
  );
  expect(leaks).toEqual([]);
  expect(everything.length).toBeGreaterThan(50);
  figure({
    promise: "No e-mail address, IP address or browser of a reader is in a file, in git or on the site",
    test: "tests/moderation/promise.test.ts",
    tried: everything.length,
    failed: leaks.length,
    unit: "files and histories after replies were fetched, decided on, committed, pushed and built",
  });
});
