import type { Words } from "../words/words.ts";

export interface MarkProps {
  /** Set on a story that is not out, which only its writers see, and on one that is being added to. */
  readonly mark?: "draft" | "scheduled" | "expired" | "live" | undefined;
}

export function Mark({ mark, words }: MarkProps & { readonly words: Words }) {
  if (!mark) return null;
  return <strong class="mark">{words[mark]}</strong>;
}
