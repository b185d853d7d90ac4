export interface MarkProps {
  /** Set on a story that is not out, which only its writers see. */
  readonly mark?: "draft" | "scheduled" | undefined;
}

export function Mark({ mark }: MarkProps) {
  if (!mark) return null;
  return <strong class="mark">{mark === "draft" ? "Draft" : "Scheduled"}</strong>;
}
