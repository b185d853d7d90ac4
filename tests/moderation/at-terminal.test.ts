import { chmod, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test, vi } from "vitest";
import { readContent } from "../../src/content/read.ts";
import { areProblems, readRegistries } from "../../src/content/registries.ts";
import { Inbox } from "../../src/moderation/inbox.ts";
import { reviewAtTerminal } from "../../src/moderation/review/at-terminal.ts";
import { type Edited, editorOf } from "../../src/moderation/review/editor.ts";
import { Review } from "../../src/moderation/review/review.ts";
import { story } from "../content/newspaper-on-disk.ts";
import { gitIn } from "../content/repository.ts";
import { atATerminal, KEYS } from "../new/at-a-terminal.ts";
import { NOW } from "../pages/newspaper.ts";
import { BRIDGE, fileOf, reviewSite, waiting } from "./review-site.ts";

const DATELINE = fileURLToPath(new URL("../../src/cli/dateline.js", import.meta.url));
const DOWN = "\u001b[B";
const here = process.cwd();
afterEach(() => {
  process.chdir(here);
  vi.unstubAllEnvs();
});

/** An editor that takes a few words away, and writes down where it was opened. */
const EDITOR = `#!/bin/sh
pwd > "$0.log"
[ -t 1 ] && echo "at a terminal" >> "$0.log"
sed 's/ and of nothing else//' "$1" > "$0.new" && cat "$0.new" > "$1"
`;

test("at a terminal a moderator reads, shortens, approves, rejects and stops, and what was approved is one commit", async () => {
  const { folder, content, inbox } = await reviewSite(
    [
      waiting("a", { text: "I speak of the bridge and of nothing else." }),
      waiting("b", { replyTo: "a" }),
      waiting("c", { story: "/nowhere/" }),
      waiting("d"),
      waiting("e"),
    ],
    { [BRIDGE]: story({ date: "2026-05-20", comments: "open" }) },
  );
  const git = (...args: string[]) => gitIn(folder, args);
  git("init", "--quiet");
  git("config", "user.name", "Ann");
  git("config", "user.email", "ann@courier.example");
  const editor = join(folder, "editor.sh");
  await writeFile(editor, EDITOR);
  await chmod(editor, 0o755);
  vi.stubEnv("VISUAL", "");
  vi.stubEnv("EDITOR", `'${editor}'`);
  const { shows, type, ended } = atATerminal(DATELINE, ["comments", "review"], folder);
  await shows('To "Bridge opens" (content/articles/2026/05/bridge-opens.md)');
  await shows("I speak of the bridge and of nothing else.");
  await shows("1 of 5: Reader a");
  await shows("Stop");
  type(DOWN + KEYS.enter);
  await shows("I speak of the bridge […].");
  await shows("Approve as shortened");
  type(KEYS.enter);
  // What it answers is published by now.
  await shows("It answers:");
  await shows("2 of 5: Reader b");
  await shows("Stop");
  type(KEYS.enter);
  await shows("where no story of this site is or was: it cannot be approved.");
  await shows("● Reject");
  await shows("Stop");
  type(KEYS.enter);
  await shows("4 of 5: Reader d");
  await shows("Stop");
  type(DOWN + DOWN + DOWN + DOWN + KEYS.enter);
  await shows("5 of 5: Reader e");
  await shows("Stop");
  type(DOWN + DOWN + DOWN + DOWN + DOWN + KEYS.enter);
  await shows("2 approved, 1 rejected, 2 replies wait.");
  await shows("Committed: Publish 2 replies to 1 story.");
  expect(await ended).toBe(0);
  expect(await readFile(join(content, fileOf("a")), "utf8")).toContain("text: |\n  I speak of the bridge […].\n");
  expect(git("log", "--format=%s")).toBe("Publish 2 replies to 1 story");
  expect((await readContent(content, "content")).problems).toEqual([]);
  const left = join(folder, ".dateline/inbox");
  expect(await readFile(`${editor}.log`, "utf8")).toBe(`${left}\nat a terminal\n`);
  expect((await readdir(left)).filter((name) => !/^[a-e]\.json$/.test(name))).toEqual([".gitignore"]);
  expect((await inbox()).waiting().map(({ id }) => id)).toEqual(["d", "e"]);
});

test("whoever presses Ctrl-C has lost no decision: the next review commits what was approved", async () => {
  const { folder, content, inbox } = await reviewSite([waiting("a"), waiting("b")]);
  gitIn(folder, ["init", "--quiet"]);
  gitIn(folder, ["config", "user.name", "Ann"]);
  gitIn(folder, ["config", "user.email", "ann@courier.example"]);
  const first = atATerminal(DATELINE, ["comments", "review"], folder);
  await first.shows("1 of 2: Reader a");
  await first.shows("Stop");
  first.type(KEYS.enter);
  await first.shows("2 of 2: Reader b");
  first.type(KEYS.ctrlC);
  await first.shows("Cancelled. What was decided stays");
  expect(await first.ended).toBe(130);
  expect((await inbox()).get("a")?.state).toBe("approved");
  expect(await readFile(join(content, fileOf("a")), "utf8")).toContain("What I say is a.");
  const second = atATerminal(DATELINE, ["comments", "review"], folder);
  await second.shows("Stop");
  second.type(DOWN + DOWN + KEYS.enter);
  await second.shows("Committed: Publish 1 reply to 1 story.");
  expect(await second.ended).toBe(0);
});

test("an edit that is none of taking out is refused in a sentence, and the reply is asked about again", async () => {
  const { content } = await reviewSite([waiting("a", { name: "A\u001b[2J", text: "It was not good." })]);
  const registries = await readRegistries(content, "content");
  if (areProblems(registries)) throw new Error("The newspaper has problems");
  const site = { root: content, registries };
  const inbox = await Inbox.open(".dateline/inbox");
  const desk = await Review.open({ site, entries: inbox, now: NOW });
  if (!(desk instanceof Review)) throw new Error("The stories have problems");
  const edits: Edited[] = [
    { text: "It was very good." },
    { refused: "There is no editor." },
    { text: "It was good." },
    { text: "It was not good." },
  ];
  const answers = ["shorten", "shorten", "shorten", "shorten", undefined];
  let said = "";
  const outcome = await reviewAtTerminal(desk, site, {
    say: (text) => {
      said += text;
    },
    choose: async (message) => {
      said += `? ${message}\n`;
      return answers.shift();
    },
    edit: async () => edits.shift() ?? { refused: "Nothing more." },
  });
  expect(outcome).toBe("cancelled");
  expect(said).toContain(
    'It was not shortened. Words can only be taken out, and these were not there, or not so: "very".',
  );
  expect(said).toContain("It was not shortened. There is no editor.\n");
  expect(said).toContain("  It was […] good.\n");
  expect(said.split("? A[2J\n").at(-2)).toContain("  It was not good.\n");
  expect(said).not.toContain("\u001b");
  expect(desk.decided).toEqual({ approved: [], rejected: [], spam: [] });
});

test("without an editor in the environment there is no shortening, which is said", async () => {
  const { folder } = await reviewSite([]);
  for (const environment of [{}, { VISUAL: " ", EDITOR: "" }]) {
    expect(await editorOf(environment, folder)("a", "Text.")).toEqual({
      refused: "There is no editor to shorten it in: set VISUAL or EDITOR, such as EDITOR=nano.",
    });
  }
  expect(await editorOf({ EDITOR: "false" }, folder)("a", "Text.")).toEqual({ refused: "The editor ended with 1." });
  expect(await editorOf({ VISUAL: "true --wait", EDITOR: "false" }, folder)("a", "Text.")).toEqual({ text: "Text.\n" });
  expect((await readdir(folder)).filter((name) => name.includes("shorten"))).toEqual([]);
});
