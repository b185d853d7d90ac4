/** The style sheets, each with what a sort of page needs and no more; a page carries its sheet in its head. */
export const SHEETS = ["front", "story", "live", "list", "changes", "search"] as const;

/** What some texts need beside the sheet of their page; it stands in the heads of their pages only. */
export const SHEETS_OF_TEXTS = ["forms", "comments"] as const;

export type SheetName = (typeof SHEETS)[number] | (typeof SHEETS_OF_TEXTS)[number];
