/**
 * As much of each id, from its beginning, as tells it from the others; of an id with which another begins, all of it.
 * So a whole id belongs to the longest of these with which it begins.
 */
export function shortIds(ids: readonly string[]): ReadonlyMap<string, string> {
  const sorted = ids.toSorted();
  return new Map(
    sorted.map((id, index) => {
      const shared = [sorted[index - 1], sorted[index + 1]].map((other) => sharedBeginning(id, other ?? ""));
      return [id, id.slice(0, Math.max(...shared) + 1)];
    }),
  );
}

/** How many characters two texts begin with alike. */
function sharedBeginning(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}
