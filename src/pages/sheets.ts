/** The style sheets, each with what a sort of page needs and no more; a page carries its sheet in its head. */
export const SHEETS = ["front", "story", "live", "list", "changes", "search"] as const;

export type SheetName = (typeof SHEETS)[number];
