import type { Nodes, Root } from "mdast";
import { gfmToMarkdown } from "mdast-util-gfm";
import { defaultHandlers, type Handle, type Options, type State, toMarkdown } from "mdast-util-to-markdown";
import type { FormNode, TextNote } from "./note.ts";

export interface PlacedNote extends TextNote {
  /** Of the Markdown, from 1. */
  readonly line: number;
}

/** Our parser makes links of no bare addresses, so that none need be broken. */
const isOfAutolinks = ({ unsafe }: Options): boolean => unsafe?.some(({ character }) => character === "@") ?? false;

const [gfm] = [gfmToMarkdown({ tablePipeAlign: false })];
const EXTENSIONS = (gfm.extensions ?? []).filter((extension) => !isOfAutolinks(extension));

/** Two lists are told apart by their marks; the printer would put HTML between some. */
const BETWEEN = (left: Nodes, right: Nodes) => (left.type === "list" && right.type === "list" ? 1 : undefined);

const form: Handle = (node: FormNode, _parent, state: State, info) => {
  const tracker = state.createTracker(info);
  const opening = tracker.move(`::: ${node.opening}\n`);
  const inside = tracker.move(state.containerFlow(node as never, tracker.current()));
  return `${opening}${inside}\n:::`;
};

/** Prints a tree as the Markdown that our parser reads, and says on which line each note stands. */
export function printMarkdown(tree: Root): { readonly markdown: string; readonly notes: readonly PlacedNote[] } {
  const lines = new Map<TextNote, number>();
  // A node may be printed more than once, to see how it begins; the last time it is where it stays.
  const recording =
    (print: Handle): Handle =>
    (node: Nodes, parent, state, info) => {
      for (const note of node.data?.notes ?? []) lines.set(note, info.now.line);
      return print(node, parent, state, info);
    };
  const handlers: Record<string, Handle> = { ...defaultHandlers, form };
  for (const extension of EXTENSIONS) Object.assign(handlers, extension.handlers);
  for (const [type, print] of Object.entries(handlers)) {
    // Of emphasis the printer asks more than what it prints.
    if (!("attention" in print)) handlers[type] = Object.assign(recording(print), print);
  }
  const markdown = toMarkdown(tree, {
    bullet: "-",
    bulletOther: "*",
    emphasis: "_",
    fences: true,
    listItemIndent: "one",
    rule: "-",
    extensions: EXTENSIONS,
    handlers,
    join: [BETWEEN],
    unsafe: [
      // A footnote inside a sentence, and what opens a form.
      { character: "^", after: "\\[", inConstruct: "phrasing" },
      { atBreak: true, character: ":", after: ":" },
    ],
  });
  const notes = [...lines].map(([note, line]) => ({ ...note, line }));
  return { markdown, notes: notes.sort((a, b) => a.line - b.line) };
}
