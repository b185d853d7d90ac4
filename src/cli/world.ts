import type { Readable, Writable } from "node:stream";

/** What a command needs of the world outside, so that a test can give it another. */
export interface World {
  readonly stdout: Output;
  readonly stderr: Output & { readonly isTTY?: boolean | undefined };
  /** Where a person can be asked; undefined in a pipe. */
  readonly terminal?: { readonly input: Readable; readonly output: Writable } | undefined;
  /** The clock: milliseconds since 1970 UTC. Nothing else in Dateline reads the time of day. */
  readonly now: () => number;
  /** The commit that the host has published last, where it says so. */
  readonly publishedCommit?: string | undefined;
  /** What commands that reach out are told by: tokens, and at whose door. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Lets milliseconds pass. */
  readonly pause: (ms: number) => Promise<void>;
  /**
   * What the process writes from now on is for everybody to read, whatever its umask: a web server runs as somebody
   * else. Gives the umask that it had.
   */
  readonly writeForReaders: () => number;
  /**
   * Aborts when the person or the system asks the command to end. Until it is called, such a request ends the process
   * at once, as it should in the middle of a build.
   */
  readonly stopSignal: () => AbortSignal;
}

export interface Output {
  write(text: string): unknown;
}

/** A command was called wrongly: said in one line, exit code 2. */
export class UsageError extends Error {}

/** What the process answers with; when it is cancelled, as shells say it of a program that Ctrl-C has ended. */
export const EXIT = { done: 0, problems: 1, usage: 2, couldNot: 3, cancelled: 130 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
