/** Has tasks done one after the other, in the order in which they were given. */
export function oneAfterTheOther(): <Done>(task: () => Promise<Done>) => Promise<Done> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const done = last.then(task, task);
    // Whoever has given it hears of its failure.
    last = done.catch(() => {});
    return done;
  };
}
