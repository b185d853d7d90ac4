import type { Element } from "hast";
import { defaultHandlers, type Handle, type State } from "hast-util-to-mdast";
import type { BlockContent, Nodes, PhrasingContent, RootContent } from "mdast";
import { attribute, elementsIn, folded, isElement, wordsIn } from "./elements.ts";
import { embed, media } from "./embeds.ts";
import "./footnotes.ts";
import { factBoxOf } from "./forms.ts";
import { noteHere } from "./note.ts";
import { figure, galleryOrQuote, linkedPicture, picture } from "./pictures.ts";
import { raised } from "./raised.ts";
import type { Surroundings } from "./surroundings.ts";

type Handlers = Readonly<Record<string, Handle>>;

/** Elements that say nothing by themselves: what they do has no place here, and their words stay. */
const KEPT_AS_WORDS: Readonly<Record<string, string>> = {
  applet: "a program",
  button: "a button",
  canvas: "a drawing made by a script",
  datalist: "a list of suggestions",
  dialog: "a dialog",
  form: "a form",
  math: "a formula",
  object: "an embedded object",
  svg: "an inline drawing",
  template: "a template",
};

/** Elements that nobody reads. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  script: "A script",
  style: "A style sheet",
};

const CHILDREN: Handle = (state, node) => state.all(node);
const FLOW: Handle = (state, node) => state.toFlow(state.all(node) as RootContent[]);

/** How the elements of old texts become ours, where the library would leave something out or mean something else. */
export function handlersFor(given: Surroundings): Handlers {
  const handlers: Record<string, Handle> = {};
  for (const [name, what] of Object.entries(KEPT_AS_WORDS)) handlers[name] = keptAsWords(what);
  for (const [name, what] of Object.entries(LEFT_OUT)) handlers[name] = leftOut(what);
  for (const name of ["u", "mark", "ins", "menuitem", "option", "optgroup", "noembed", "noframes", "title", "map"]) {
    handlers[name] = CHILDREN;
  }
  for (const name of ["caption", "command", "content", "frame", "noscript", "shadow", "element"]) handlers[name] = FLOW;
  handlers["menu"] = defaultHandlers.ul;
  const heading: Handle = (state, node) => {
    const level = Math.max(2, Number(node.tagName.slice(1))) as 2 | 3 | 4 | 5 | 6;
    const children = state.all(node) as PhrasingContent[];
    return { type: "heading", depth: level, children };
  };
  for (const level of [1, 2, 3, 4, 5, 6]) handlers[`h${level}`] = heading;
  return {
    ...handlers,
    "x-kept": (state, node) => [noteHere(attribute(node, "dataWhat")), ...state.all(node)],
    a: link(given),
    sup: (state, node) => {
      const label = node.data?.footnoteMark;
      if (label !== undefined) return { type: "footnoteReference", identifier: label, label };
      return raisedOr(state, node, "sup");
    },
    sub: (state, node) => raisedOr(state, node, "sub"),
    li: (state, node) => {
      const identifier = node.data?.footnoteText;
      if (identifier === undefined) return defaultHandlers.li(state, node);
      const children = state.toFlow(state.all(node) as RootContent[]) as BlockContent[];
      return { type: "footnoteDefinition", identifier, label: identifier, children };
    },
    ul: galleryOrQuote(listWithoutFootnotes),
    div: galleryOrQuote(FLOW),
    aside: galleryOrQuote(FLOW),
    "x-box": (state, node) => {
      const title = folded(attribute(node, "dataTitle")).slice(0, 200);
      const inside = state.toFlow(state.all(node) as RootContent[]) as RootContent[];
      return title === "" ? inside : factBoxOf(inside, title);
    },
    blockquote: galleryOrQuote(defaultHandlers.blockquote),
    ol: listWithoutFootnotes,
    img: (_state, node) => picture(given, node, undefined, undefined),
    image: (_state, node) => picture(given, node, undefined, undefined),
    figure: figure(given),
    iframe: (_state, node) => embed(node, attribute(node, "src") || attribute(node, "dataSrc")),
    embed: (_state, node) => embed(node, attribute(node, "src")),
    object: (state, node) =>
      attribute(node, "data")
        ? embed(node, attribute(node, "data"))
        : keptAsWords("an embedded object")(state, node, undefined),
    video: media("video"),
    audio: media("sound"),
    input: (state, node) => field(defaultHandlers.input(state, node), node),
    select: (state, node) => field(defaultHandlers.select(state, node), node),
    textarea: (state, node) => field(defaultHandlers.textarea(state, node), node),
    table: (state, node) => tableWithCaption(state, node),
    q: (state, node) => [
      { type: "text", value: "“" },
      ...(state.all(node) as PhrasingContent[]),
      { type: "text", value: "”" },
    ],
  } satisfies Handlers;
}

const keptAsWords =
  (what: string): Handle =>
  (state, node) => {
    const words = folded(wordsIn(node));
    const said =
      words === "" ? `Here was ${what}, which has no place here.` : `Here was ${what}: only its words are kept.`;
    const isInline = node.tagName === "svg" || node.tagName === "math" || node.tagName === "button";
    const inside: Nodes[] = isInline
      ? words === ""
        ? []
        : [{ type: "text", value: words }]
      : (state.toFlow(state.all(node) as RootContent[]) as Nodes[]);
    return [noteHere(said), ...inside];
  };

const leftOut =
  (what: string): Handle =>
  (_state, node) => {
    const begins =
      folded(node.children.map((child) => ("value" in child ? child.value : "")).join("")) || attribute(node, "src");
    const shown = begins.length > 60 ? `${begins.slice(0, 60)}…` : begins;
    return noteHere(`${what} was left out${shown === "" ? "" : ` (${shown})`}.`);
  };

function raisedOr(state: State, node: Element, way: "sup" | "sub") {
  const words = wordsIn(node);
  const made = raised(words, way);
  if (made !== undefined) return { type: "text", value: made } as const;
  const children = state.all(node) as Nodes[];
  if (folded(words) === "") return children;
  const place = way === "sup" ? "above" : "below";
  return [noteHere(`"${folded(words).slice(0, 40)}" stood ${place} the line, and does not now.`), ...children];
}

const listWithoutFootnotes: Handle = (state, node) => {
  const isNote = (child: Element["children"][number]) =>
    isElement(child, "li") && child.data?.footnoteText !== undefined;
  const notes = node.children.filter(isNote);
  if (notes.length === 0) return defaultHandlers.ul(state, node);
  const rest = node.children.filter((child) => !isNote(child));
  const list = rest.some((child) => child.type === "element")
    ? [defaultHandlers.ul(state, { ...node, children: rest })]
    : [];
  return [...list, ...notes.flatMap((child) => (state.one(child, node) ?? []) as Nodes | Nodes[])] as Nodes[];
};

const link =
  (given: Surroundings): Handle =>
  (state, node) => {
    const label = node.data?.footnoteMark;
    if (label !== undefined) return { type: "footnoteReference", identifier: label, label };
    if (node.data?.isBackLink) return undefined;
    const href = attribute(node, "href").trim();
    const [only, another] = node.children.filter((child) => child.type !== "text" || folded(child.value) !== "");
    if (isElement(only, "img") && !another) return linkedPicture(given, only, href);
    const children = state.all(node) as PhrasingContent[];
    if (href === "") return children;
    const { url, note } = given.link(href);
    const notes = note ? [noteHere(note.what, note.needsPerson)] : [];
    if (url === undefined || children.length === 0) return [...notes, ...children];
    return [...notes, { type: "link", url, title: folded(attribute(node, "title")) || null, children }];
  };

/** A field of a form has no use by itself. */
function field(words: ReturnType<Handle>, node: Element): Nodes[] {
  const shown = (words === undefined ? [] : Array.isArray(words) ? words : [words]) as Nodes[];
  if (attribute(node, "type") === "hidden") return [];
  return [noteHere("Here was a field of a form: only its words are kept."), ...shown];
}

function tableWithCaption(state: State, node: Element): Nodes[] {
  const captions = node.children.filter((child) => isElement(child, "caption")) as Element[];
  const rest = { ...node, children: node.children.filter((child) => !isElement(child, "caption")) };
  const isJoined = [...elementsIn(node)].some(
    (cell) => Number(attribute(cell, "colSpan")) > 1 || Number(attribute(cell, "rowSpan")) > 1,
  );
  const isNested = [...elementsIn(node)].some((inside) => inside.tagName === "table");
  const notes = [
    ...(isJoined
      ? [noteHere("This table had cells over several columns or rows; now each stands once, in the first.")]
      : []),
    ...(isNested ? [noteHere("A table stood inside this table; only its words are kept.")] : []),
  ];
  const above = captions.flatMap((caption) => state.toFlow(state.all(caption) as RootContent[]) as Nodes[]);
  const table = defaultHandlers.table(state, rest) as Nodes;
  return [...notes, ...above, table];
}
