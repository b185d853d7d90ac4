import { closest, distance } from "fastest-levenshtein";

/** The known word that a writer most likely meant, or undefined when none is near. */
export function nearest(written: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const plain = (word: string) => word.toLowerCase().normalize("NFC");
  const byPlain = new Map(known.map((word) => [plain(word), word]));
  const candidate = closest(plain(written), [...byPlain.keys()]);
  const slips = distance(plain(written), candidate);
  // A third of the letters wrong is another word, not a slip; two that have changed places count as one.
  const near =
    slips <= Math.max(1, Math.floor(written.length / 3)) || (slips === 2 && isSwap(plain(written), candidate));
  return near ? byPlain.get(candidate) : undefined;
}

const isSwap = (a: string, b: string): boolean => [...a].sort().join("") === [...b].sort().join("");

/** "Did you mean X?", or else the words to choose from when they are few, or else `otherwise`. */
export function suggestion(written: string, known: readonly string[], otherwise: string): string {
  const near = nearest(written, known);
  if (near !== undefined) return `Did you mean "${near}"?`;
  if (known.length > 0 && known.length <= 12) return `Known are: ${known.join(", ")}.`;
  return otherwise;
}
