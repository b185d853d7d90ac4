/** A task that never runs twice at once. */
export interface OneAtATime {
  /** Starts the task; while it runs, has it run once more after that. Settles when there is nothing left to run. */
  run(): Promise<void>;
  /** Settles when there is nothing left to run. */
  idle(): Promise<void>;
}

export function oneAtATime(task: () => Promise<void>): OneAtATime {
  let running: Promise<void> | undefined;
  let again = false;
  const loop = async () => {
    do {
      again = false;
      await task();
    } while (again);
    running = undefined;
  };
  return {
    run() {
      if (running) again = true;
      else running = loop();
      return running;
    },
    idle: async () => running,
  };
}
