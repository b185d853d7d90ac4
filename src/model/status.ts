import type { WrittenArticle } from "./newsroom.ts";

/** Only `published` is for readers; the others are shown to writers who asked for them, and marked. */
export type Status = "published" | "draft" | "scheduled" | "expired";

/** Which stories that are not out are shown all the same, and marked. */
export type Unpublished =
  /** For readers. */
  | "none"
  /** For deploy previews: drafts, except those dated in the future, which may be under embargo. */
  | "drafts"
  /** For the writer's own machine: drafts and scheduled stories. */
  | "all";

/** What an article is at `now`: a draft stays one whatever its dates, and what was taken back is not shown again. */
export function statusAt(
  { draft, date, expires, retracted }: Pick<WrittenArticle, "draft" | "date" | "expires" | "retracted">,
  now: number,
): Status | "retracted" {
  if (draft) return "draft";
  if (retracted) return "retracted";
  if (date.epochMs > now) return "scheduled";
  return expires && expires.epochMs <= now ? "expired" : "published";
}

/** Whether an article of this status is shown at `now` (milliseconds since 1970 UTC). */
export function isShown(status: Status, written: WrittenArticle, now: number, unpublished: Unpublished): boolean {
  switch (status) {
    case "published":
      return true;
    case "draft":
      return unpublished === "all" || (unpublished === "drafts" && written.date.epochMs <= now);
    case "scheduled":
    case "expired":
      return unpublished === "all";
  }
}
