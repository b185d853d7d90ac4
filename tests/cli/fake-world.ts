import type { World } from "../../src/cli/world.ts";
import { NOW } from "../pages/newspaper.ts";

/** A world in which it is always noon of the first of June, and which remembers what it was told. */
export interface FakeWorld extends World {
  readonly out: () => string;
  readonly err: () => string;
  /** How long it was told to wait, in milliseconds; no time has passed. */
  readonly pauses: readonly number[];
  /** Settles with the text when the standard output has it. */
  said(text: RegExp): Promise<string>;
  /** Asks the command to end, as Ctrl-C does. */
  stop(): void;
}

export function fakeWorld({ isTTY = false, environment = {} as World["environment"] } = {}): FakeWorld {
  let out = "";
  let err = "";
  let heard = () => {};
  const pauses: number[] = [];
  const stop = new AbortController();
  return {
    stdout: {
      write: (text) => {
        out += text;
        heard();
      },
    },
    stderr: {
      isTTY,
      write: (text) => {
        err += text;
      },
    },
    environment,
    pause: async (ms) => void pauses.push(ms),
    pauses,
    now: () => NOW,
    writeForReaders: () => 0o022,
    stopSignal: () => stop.signal,
    out: () => out,
    err: () => err,
    said: (text) =>
      new Promise((resolve) => {
        heard = () => {
          const match = text.exec(out);
          if (match) resolve(match[0]);
        };
        heard();
      }),
    stop: () => stop.abort(),
  };
}
