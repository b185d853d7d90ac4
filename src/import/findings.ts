import type { OldNote } from "./old-site.ts";

/** Something that the report names. */
export interface Finding {
  /**
   * `person`: somebody must look at it; `picture`: say what it shows; `summary`: write one. `listed`: an item that was not
   * imported. `changed`: it is not as it was, and says the same.
   */
  readonly sort: "person" | "picture" | "summary" | "listed" | "changed";
  /** The file and its line, as the person would type them. */
  readonly file: string;
  readonly line?: number | undefined;
  /** A sentence. */
  readonly what: string;
}

/** Whether somebody must do something. */
export const needsPerson = ({ sort }: Finding): boolean => sort !== "listed" && sort !== "changed";

export const findingOf = ({ what, needsPerson: isOpen, place }: OldNote, file: string): Finding => ({
  sort: isOpen ? "person" : "changed",
  file: place?.file ?? file,
  line: place?.at?.line,
  what,
});
