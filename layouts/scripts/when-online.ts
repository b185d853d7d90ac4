/** Milliseconds before each try: of a connection that has just come back the first requests often fail. */
const PAUSES = [0, 1_000, 4_000];

const wait = (ms: number) => new Promise<void>((end) => setTimeout(end, ms));

/** For the event `online`: tries again what has failed, as long as it is needed, three times at most. */
export function tryAgain(isNeeded: () => boolean, again: () => Promise<void> | void, pause = wait) {
  return async (): Promise<void> => {
    for (const ms of PAUSES) {
      await pause(ms);
      if (!isNeeded()) return;
      await again();
    }
  };
}
