/** "1 page", "1,204 pages". */
export const counted = (count: number, one: string, several = `${one}s`): string =>
  `${count.toLocaleString("en")} ${count === 1 ? one : several}`;

/** How files are not as they should be, one line a file. */
export const printDifferences = (found: readonly { readonly path: string; readonly how: string }[]): string =>
  found.map(({ path, how }) => `${path} ${how}\n`).join("");

/** Said where a site is only looked at. */
export const REPLY_GOES_NOWHERE =
  "A reply was sent. Here the form is only shown: nothing of it was kept, and nobody gets it.\n";
