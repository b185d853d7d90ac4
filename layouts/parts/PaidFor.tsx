import type { Words } from "../words/words.ts";

export interface PaidForProps {
  /** Who paid, and what the story is then called. */
  readonly sponsored?: { readonly by: string; readonly label?: string | undefined } | undefined;
}

/** Says of a story that somebody paid for it. */
export function PaidFor({ sponsored, words }: PaidForProps & { readonly words: Words }) {
  if (!sponsored) return null;
  return (
    <strong class="mark">
      {sponsored.label ?? words.sponsored.label} · {words.sponsored.paidForBy(sponsored.by)}
    </strong>
  );
}
