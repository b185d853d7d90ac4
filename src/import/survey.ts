import type { OldItem, OldPlace, OldSite, OldText } from "./old-site.ts";

/** What is known of a text before any is read for good: enough to give each its place. */
export type SurveyedText = Pick<
  OldText,
  "kind" | "id" | "title" | "slug" | "urls" | "status" | "date" | "updated" | "authors" | "terms"
> & { readonly place: OldPlace };

export interface Survey {
  readonly texts: readonly SurveyedText[];
  /** How many items the export has, of whatever kind. */
  readonly items: number;
  /** How many texts have a term, or an author, by its id. */
  readonly termUse: ReadonlyMap<string, number>;
  readonly authorUse: ReadonlyMap<string, number>;
}

/** Whether a text is imported at all; what the old site had thrown away is only listed. */
export const isImported = (item: OldItem): item is OldText => item.kind !== "other" && item.status !== "trash";

/** Reads the export once, to its end, and keeps little of each text. */
export async function survey(site: OldSite, stop: AbortSignal): Promise<Survey> {
  const texts: SurveyedText[] = [];
  const termUse = new Map<string, number>();
  const authorUse = new Map<string, number>();
  let items = 0;
  for await (const item of site.items()) {
    stop.throwIfAborted();
    items++;
    if (!isImported(item)) continue;
    for (const term of item.terms) termUse.set(term, (termUse.get(term) ?? 0) + 1);
    for (const author of item.authors) authorUse.set(author, (authorUse.get(author) ?? 0) + 1);
    const { kind, id, title, slug, urls, status, date, updated, authors, terms, place } = item;
    texts.push({ kind, id, title, slug, urls, status, date, updated, authors, terms, place });
  }
  return { texts, items, termUse, authorUse };
}
