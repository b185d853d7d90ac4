import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { type IPty, spawn } from "@lydell/node-pty";
import { beforeEach, expect, onTestFinished, test } from "vitest";

const CLI = resolve("src/cli/dateline.js");

let place: string;
beforeEach(() => {
  place = realpathSync(mkdtempSync(join(tmpdir(), "dateline-asked-")));
  onTestFinished(() => rmSync(place, { recursive: true }));
});

/** Somebody at a terminal, who reads what is asked before they answer. */
function atTerminal(...args: string[]) {
  const terminal: IPty = spawn(process.execPath, [CLI, ...args], {
    cwd: place,
    cols: 100,
    rows: 40,
    env: { ...process.env, LANG: "C.UTF-8", LC_ALL: "C.UTF-8", TERM: "xterm-256color", TZ: "Europe/Madrid", CI: "" },
  });
  let unread = "";
  let heard = () => {};
  terminal.onData((data) => {
    unread += stripVTControlCharacters(data);
    heard();
  });
  const ended = new Promise<number>((done) => terminal.onExit(({ exitCode }) => done(exitCode)));
  const sees = (words: string) =>
    new Promise<void>((done) => {
      heard = () => {
        const at = unread.indexOf(words);
        if (at === -1) return;
        heard = () => {};
        unread = unread.slice(at + words.length);
        done();
      };
      heard();
    });
  return { ended, sees, types: (keys: string) => terminal.write(keys) };
}

const [ENTER, DOWN, BACK, CTRL_C] = ["\r", "\x1b[B", "\x7f", "\x03"];

test("at a terminal, init asks for what is not given, proposes answers, and says what is wrong with one", async () => {
  const { sees, types, ended } = atTerminal("init", "the-bridge", "--publisher", "Bridge Press");
  await sees("What is the newspaper called?");
  await sees("The Bridge");
  types(ENTER);
  await sees("In which language is it written?");
  types(DOWN + ENTER);
  await sees("What stands under its name?");
  types(`Un periódico${ENTER}`);
  await sees("Where will it stand?");
  types(`bridge${ENTER}`);
  await sees("Write it whole, from https:// on.");
  types(`${BACK.repeat(6)}https://bridge.news${ENTER}`);
  await sees("In which time zone is it made?");
  await sees("Europe/Madrid");
  types(ENTER);
  await sees("Which sections has it?");
  await sees("Noticias, Opinión");
  types(ENTER);
  await sees("Who writes the first stories?");
  types(ENTER);
  expect(await ended).toBe(0);
  const settings = readFileSync(join(place, "the-bridge/content/settings.yaml"), "utf8");
  const lines = ["title: The Bridge", "tagline: Un periódico", "url: https://bridge.news", "language: es"];
  for (const line of [...lines, "timeZone: Europe/Madrid", "  name: Bridge Press"]) expect(settings).toContain(line);
});

test("Ctrl-C ends the questions, and nothing is made", async () => {
  const { sees, types, ended } = atTerminal("init", "the-bridge");
  await sees("What is the newspaper called?");
  types(CTRL_C);
  await sees("Nothing was made.");
  expect(await ended).toBe(130);
  expect(readdirSync(place)).toEqual([]);
});
