/** One page of a list that is numbered from its oldest page. */
export interface ListPage<Item> {
  /** `first` shows the newest items and stands at the list's own address; the others are full and numbered. */
  readonly number: number | "first";
  readonly items: readonly Item[];
  readonly newer?: number | "first" | undefined;
  readonly older?: number | undefined;
}

/**
 * Cuts a list, newest first, into pages that stay as they are when an item is added at the newest end.
 *
 * Full pages of `size` are counted from the oldest item; the first page keeps the rest, from one to not quite two
 * page sizes. So an addition changes the first page only, and now and then makes one new full page.
 */
export function listPages<Item>(newestFirst: readonly Item[], size: number): ListPage<Item>[] {
  const fullPages = Math.max(0, Math.floor(newestFirst.length / size) - 1);
  const onFirst = newestFirst.length - fullPages * size;
  const first: ListPage<Item> = {
    number: "first",
    items: newestFirst.slice(0, onFirst),
    ...(fullPages > 0 ? { older: fullPages } : {}),
  };
  const full = Array.from({ length: fullPages }, (_, index): ListPage<Item> => {
    const number = fullPages - index;
    const start = onFirst + index * size;
    return {
      number,
      items: newestFirst.slice(start, start + size),
      newer: number === fullPages ? "first" : number + 1,
      ...(number > 1 ? { older: number - 1 } : {}),
    };
  });
  return [first, ...full];
}
