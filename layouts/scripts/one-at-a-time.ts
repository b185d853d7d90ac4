/**
 * Does one job at a time. Of those that come meanwhile only the newest is kept: so a fast connection is asked at each
 * letter that is typed, and a slow one no more often than it answers. `work` never rejects.
 */
export function oneAtATime<Job>(work: (job: Job) => Promise<void>): (job: Job) => void {
  let isWorking = false;
  let waiting: { readonly job: Job } | undefined;
  const start = async (first: Job) => {
    isWorking = true;
    waiting = { job: first };
    while (waiting) {
      const { job }: { job: Job } = waiting;
      waiting = undefined;
      await work(job);
    }
    isWorking = false;
  };
  return (job) => {
    if (isWorking) waiting = { job };
    else void start(job);
  };
}
