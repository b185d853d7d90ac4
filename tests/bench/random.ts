/** A source of chance that gives the same run of numbers for the same seed, on any machine (mulberry32). */
export interface Random {
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  /** Whether something that happens with this chance (0 to 1) happens. */
  happens(chance: number): boolean;
  /** One of the items; early ones far more often than late ones, as words and topics are in a newspaper. */
  favour<Item>(items: readonly Item[]): Item;
}

export function randomFrom(seed: number): Random {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    happens: (chance) => next() < chance,
    favour: (items) => {
      const item = items[Math.floor(items.length ** next() - 1)];
      if (item === undefined) throw new RangeError("Nothing to choose from");
      return item;
    },
  };
}
