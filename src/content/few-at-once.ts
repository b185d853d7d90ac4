/** As many pictures as are worked on at once: each may take a few hundred megabytes. */
export const PICTURES_AT_ONCE = 2;

/**
 * Does something with each item, a few at a time. Resolves in their order. After a failure nothing is begun any more,
 * and it is thrown when all that was begun has ended.
 */
export async function fewAtOnce<Item, Result>(
  items: readonly Item[],
  count: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = items.entries();
  let hasFailed = false;
  const workOn = async () => {
    for (const [place, item] of waiting) {
      try {
        results[place] = await work(item);
      } catch (error) {
        hasFailed = true;
        throw error;
      }
      if (hasFailed) return;
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: count }, workOn));
  for (const end of ends) if (end.status === "rejected") throw end.reason;
  return results;
}
