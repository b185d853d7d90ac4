/**
 * What was asked for could not be done, for a reason that lies neither in the content nor in how the command was called:
 * a full disk, a folder that may not be written, a process that ended. Said in a line or two; the exit code is 3.
 */
export class CouldNotError extends Error {}

/** A thread or a process that did some of the work has ended before it was done. */
export class WorkerEndedError extends Error {}
