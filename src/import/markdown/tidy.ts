import type { BlockContent, Image, Link, Nodes, Parents, PhrasingContent, Root, RootContent } from "mdast";
import type { TextNote } from "./note.ts";

/**
 * Makes of what the library gives what our Markdown can hold: pictures in paragraphs of their own, cells of one line, no
 * empty marks; and gives each note to the block in which it stands.
 */
export function tidy(tree: Root): Root {
  const children = blocks(flatCells(tree.children) as RootContent[]);
  const root: Root = { type: "root", children };
  const left = settleNotes(root);
  if (left.length > 0) root.data = { ...root.data, notes: left };
  return root;
}

const isPicture = (node: Nodes): node is Image | Link =>
  node.type === "image" || (node.type === "link" && node.children.length === 1 && node.children[0]?.type === "image");

/** Takes empty blocks out, and pictures out of the paragraphs that hold more. */
function blocks(nodes: readonly RootContent[]): RootContent[] {
  return nodes.flatMap((node): RootContent[] => {
    if (node.type === "paragraph") return paragraphs(marks(node.children));
    if (node.type === "heading") {
      const children = marks(node.children);
      const words = children.filter((child) => !isPicture(child));
      const pictures = children
        .filter(isPicture)
        .map((child): RootContent => ({ type: "paragraph", children: [child] }));
      const isEmpty = words.every((child) => child.type === "note" || isBlank(child));
      if (isEmpty) return [...paragraphs(words.filter(({ type }) => type === "note")), ...pictures];
      return [{ ...node, children: trimmedEnds(words) }, ...pictures];
    }
    if (node.type === "table" || node.type === "note") return [node];
    if (!("children" in node)) return [node];
    if (node.type === "list") {
      const items = node.children.map((item) => ({ ...item, children: blocks(item.children) as BlockContent[] }));
      const kept = items.filter(({ children }) => children.length > 0);
      return kept.length === 0 ? [] : [{ ...node, children: kept }];
    }
    const children = blocks(node.children as RootContent[]);
    if (children.length === 0 && node.type !== "footnoteDefinition") return [];
    return [{ ...node, children } as RootContent];
  });
}

function paragraphs(children: readonly PhrasingContent[]): RootContent[] {
  const made: RootContent[] = [];
  let words: PhrasingContent[] = [];
  const end = () => {
    const trimmed = trimmedEnds(words);
    if (trimmed.length > 0) made.push({ type: "paragraph", children: trimmed });
    words = [];
  };
  for (const child of children) {
    if (!isPicture(child)) {
      words.push(child);
      continue;
    }
    end();
    made.push({ type: "paragraph", children: [child] });
  }
  end();
  return made;
}

/** Without spaces and line ends around the words. */
function trimmedEnds(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const from = trimmedStart(nodes, (text) => text.trimStart());
  return trimmedStart(from.toReversed(), (text) => text.trimEnd()).reverse();
}

function trimmedStart(nodes: readonly PhrasingContent[], trim: (text: string) => string): PhrasingContent[] {
  const notes: PhrasingContent[] = [];
  for (const [index, node] of nodes.entries()) {
    if (node.type === "note") notes.push(node);
    else if (node.type !== "text" && node.type !== "break") return [...notes, ...nodes.slice(index)];
    else if (node.type === "text" && trim(node.value) !== "") {
      return [...notes, { ...node, value: trim(node.value) }, ...nodes.slice(index + 1)];
    }
  }
  return notes;
}

const isBlank = (node: PhrasingContent): boolean =>
  node.type === "break" || (node.type === "text" && node.value.trim() === "");

const MARKS = ["emphasis", "strong", "delete", "link"] as const;
type Mark = (typeof MARKS)[number];
const isMark = (node: PhrasingContent): node is Extract<PhrasingContent, { type: Mark }> =>
  MARKS.some((type) => type === node.type);

/** Marks around nothing, or inside marks of the same kind, are no marks. */
function marks(nodes: readonly PhrasingContent[], around: ReadonlySet<string> = new Set()): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    // A line end in code is a space, and would end a row of a table.
    if (node.type === "inlineCode") return [{ ...node, value: node.value.replace(/\s+/g, " ") }];
    if (!isMark(node)) return [node];
    const children = marks(node.children, new Set([...around, node.type]));
    if (around.has(node.type) || children.every((child) => child.type === "note" || isBlank(child))) return children;
    // Around a picture only a link says something.
    if (node.type !== "link" && children.some(isPicture)) return children;
    return spacesOutside({ ...node, children } as typeof node);
  });
}

/** Spaces at the ends of marked words stand beside the marks, which would be none with a space inside. */
function spacesOutside(node: Extract<PhrasingContent, { type: Mark }>): PhrasingContent[] {
  const [first, last] = [node.children[0], node.children.at(-1)];
  const before = first?.type === "text" ? (/^\s+/.exec(first.value)?.[0] ?? "") : "";
  const after = last?.type === "text" ? (/\s+$/.exec(last.value)?.[0] ?? "") : "";
  if (before === "" && after === "") return [node];
  const text = (value: string): PhrasingContent[] => (value === "" ? [] : [{ type: "text", value }]);
  const children = trimmedEnds(node.children);
  return [...text(before), { ...node, children } as PhrasingContent, ...text(after)];
}

/** A cell is one line: what stands in blocks inside stands there one after another. */
function flatCells(nodes: readonly Nodes[]): Nodes[] {
  return nodes.map((node) => {
    if (node.type === "tableCell") return { ...node, children: trimmedEnds(marks(onOneLine(node.children))) };
    return "children" in node ? ({ ...node, children: flatCells(node.children) } as Nodes) : node;
  });
}

function onOneLine(nodes: readonly Nodes[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    switch (node.type) {
      case "break":
        return [{ type: "text", value: " " }];
      case "code":
        return [{ type: "inlineCode", value: node.value.replace(/\s+/g, " ") }];
      case "thematicBreak":
        return [];
      case "emphasis":
      case "strong":
      case "delete":
      case "link":
        return [{ ...node, children: onOneLine(node.children) } as PhrasingContent];
      default:
        if (!("children" in node)) return [node as PhrasingContent];
        // With spaces around, so that no two words become one.
        return [{ type: "text", value: " " }, ...onOneLine(node.children), { type: "text", value: " " }];
    }
  });
}

/** Takes the notes out of a tree and gives each to the block around it, or to the one that follows or came before. */
function settleNotes(parent: Parents): TextNote[] {
  let waiting: TextNote[] = [];
  let last: Nodes | undefined;
  const give = (node: Nodes, notes: readonly TextNote[]) => {
    if (notes.length > 0) node.data = { ...node.data, notes: [...(node.data?.notes ?? []), ...notes] };
  };
  const kept: Nodes[] = [];
  for (const child of parent.children as Nodes[]) {
    if (child.type === "note") {
      waiting.push(...child.notes);
      continue;
    }
    const before = kept.at(-1);
    if (child.type === "text" && before?.type === "text") {
      before.value = before.value.replace(/ $/, child.value.startsWith(" ") ? "" : "$&") + child.value;
      give(before, waiting.splice(0));
      continue;
    }
    const inside = "children" in child ? settleNotes(child) : [];
    const isGone = child.type === "paragraph" && child.children.length === 0;
    if (isGone) {
      waiting.push(...inside);
      continue;
    }
    const isRecorded = child.type !== "emphasis" && child.type !== "strong" && child.type !== "delete";
    if (!isRecorded) {
      waiting.push(...inside);
      kept.push(child);
      continue;
    }
    give(child, [...waiting, ...inside]);
    waiting = [];
    kept.push(child);
    last = child;
  }
  parent.children = kept as never;
  if (waiting.length > 0 && last) {
    give(last, waiting);
    waiting = [];
  }
  return waiting;
}
