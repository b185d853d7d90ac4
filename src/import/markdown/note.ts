import type { Data, Node, Parent } from "mdast";

/** Something about a text that a person should know, at the place where it stands. */
export interface TextNote {
  /** A sentence. */
  readonly what: string;
  readonly needsPerson: boolean;
  /** It is about a picture of which nobody has said what it shows. */
  readonly isPicture?: boolean;
}

/** Stands where something was left out or changed, until `settleNotes` gives it to the block that it belongs to. */
export interface NoteNode extends Node {
  type: "note";
  notes: TextNote[];
  data: Data & { hName: "span" };
}

/** A form of ours: `::: name` and what it holds. */
export interface FormNode extends Parent {
  type: "form";
  /** As it stands behind the colons. */
  opening: string;
}

declare module "mdast" {
  interface PhrasingContentMap {
    note: NoteNode;
  }
  interface RootContentMap {
    note: NoteNode;
    form: FormNode;
  }
  interface BlockContentMap {
    form: FormNode;
  }
  interface Data {
    notes?: TextNote[] | undefined;
    hName?: string | undefined;
  }
}

/** A note at this place. A span, so that it divides no paragraph. */
export const noteHere = (what: string, needsPerson = true): NoteNode => ({
  type: "note",
  notes: [{ what, needsPerson }],
  data: { hName: "span" },
});

/** Says of a picture that nobody has said what it shows. */
export const undescribedHere = (what: string): NoteNode => ({
  type: "note",
  notes: [{ what, needsPerson: true, isPicture: true }],
  data: { hName: "span" },
});
