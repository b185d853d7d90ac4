import { stripVTControlCharacters } from "node:util";
import { spawn } from "@lydell/node-pty";
import { onTestFinished } from "vitest";

/** A program at a terminal, whose screen can be read and to which one can type. */
export interface AtATerminal {
  /** Settles when the screen has shown the text, since the last time that something was waited for. */
  shows(text: string): Promise<void>;
  type(keys: string): void;
  readonly ended: Promise<number>;
}

export const KEYS = { enter: "\r", tab: "\t", ctrlC: "\u0003", escape: "\u001b" } as const;

/** Runs a program of Node's at a terminal of its own. */
export function atATerminal(program: string, args: readonly string[], cwd: string): AtATerminal {
  const { NO_COLOR: _none, ...env } = process.env;
  const terminal = spawn(process.execPath, [program, ...args], {
    cwd,
    cols: 100,
    rows: 40,
    env: { ...env, TERM: "xterm-256color" },
  });
  let isOver = false;
  terminal.onExit(() => {
    isOver = true;
  });
  // A test that fails leaves nobody waiting at it.
  onTestFinished(() => {
    if (!isOver) terminal.kill();
  });
  let screen = "";
  let seen = 0;
  let heard = () => {};
  terminal.onData((data) => {
    screen += data;
    heard();
  });
  return {
    shows: (text) =>
      new Promise((resolve) => {
        heard = () => {
          const shown = stripVTControlCharacters(screen);
          const at = shown.indexOf(text, seen);
          if (at === -1) return;
          seen = at + text.length;
          resolve();
        };
        heard();
      }),
    type: (keys) => terminal.write(keys),
    ended: new Promise((resolve) => terminal.onExit(({ exitCode }) => resolve(exitCode))),
  };
}
