import { CouldNotError, WorkerEndedError } from "./could-not.ts";

/** What the system says in a code, in words. */
const WORDS: Readonly<Record<string, string>> = {
  ENOSPC: "The disk is full",
  EDQUOT: "The disk's quota is used up",
  EACCES: "A file may not be read or written",
  EPERM: "A file may not be read or written",
  EROFS: "The disk may only be read",
  EIO: "The disk has failed",
  EBUSY: "A file or folder is in use",
  EXDEV: "The folder is a file system of its own, in whose place nothing can be put; name one inside it",
  EMFILE: "Too many files are open",
  ENFILE: "Too many files are open",
  ENOMEM: "There is not enough memory",
  ERR_WORKER_OUT_OF_MEMORY: "A thread ran out of memory; NODE_OPTIONS=--max-old-space-size=8192 lets it have 8 GB",
};

/** Says in a sentence why the system, or what works for this process, has failed; undefined for a fault of ours. */
export function failureInWords(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = causeOf(cause)) {
    if (cause instanceof CouldNotError || cause instanceof WorkerEndedError) return cause.message;
    const words = WORDS[codeIn(cause) ?? ""];
    if (words) return `${words} (${cause.message}).`;
  }
  return undefined;
}

/** Says what `failureInWords` does, and what it means for the site. Any other error stays what it is. */
export function explained(error: unknown, isPublished: boolean): unknown {
  const words = error instanceof CouldNotError ? undefined : failureInWords(error);
  if (words === undefined) return error;
  const outcome = isPublished
    ? "The site was published before that; the next build may take longer."
    : "Nothing was published.";
  return new CouldNotError(`${words} ${outcome}`, { cause: error });
}

/** An error that comes from another thread has lost its code, and begins with it. */
function codeIn(error: Error): string | undefined {
  if ("code" in error && typeof error.code === "string") return error.code;
  return /^(E[A-Z0-9]+): /.exec(error.message)?.[1];
}

/** Eleventy has its own name for it. */
const causeOf = (error: Error): unknown => error.cause ?? ("originalError" in error ? error.originalError : undefined);
