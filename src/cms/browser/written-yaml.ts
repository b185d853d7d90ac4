import {
  Document,
  isMap,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  type Scalar,
  type SchemaOptions,
  YAMLMap,
  type YAMLSeq,
} from "yaml";

/** YAML as the build reads it: lists, groups, texts as they were written, and switches. */
export type Written = string | boolean | readonly Written[] | { readonly [key: string]: Written };

/** What an editor hands back, in which a field that is not filled in may be there all the same. */
export type Entered =
  | string
  | boolean
  | number
  | null
  | undefined
  | readonly Entered[]
  | { readonly [key: string]: Entered };

const SWITCH = {
  identify: (value: unknown) => typeof value === "boolean",
  default: true,
  tag: "tag:yaml.org,2002:bool",
  test: /^(?:true|false)$/,
  resolve: (text: string) => text === "true",
};

// Everything else is a text: 1.10 stays 1.10, and 007 is nobody's 7 (src/content/yaml.ts).
const AS_WRITTEN: SchemaOptions = { schema: "failsafe", customTags: [SWITCH] };

/** The YAML of a file as values. Throws for YAML with mistakes in it, which nobody can edit without a loss. */
export function readWritten(yaml: string): Written {
  const document = parseDocument(yaml, AS_WRITTEN);
  const [error] = document.errors;
  if (error) throw error;
  return document.contents === null ? {} : (document.toJS() as Written); // texts, switches, lists and groups only
}

/**
 * The YAML with other values in it. What has not changed stays as it was written, with its comments, its order and its
 * quotation marks; fields without a value are left out.
 */
export function writeInto(yaml: string, value: Entered): string {
  const document = parseDocument(yaml, AS_WRITTEN);
  const wanted = filledIn(value) ?? (Array.isArray(value) ? [] : {});
  const { contents } = document;
  if (contents && isSame(document.toJS() as Written, wanted)) return yaml;
  // One that stands in braces is written anew, as is a list: its entries seldom look otherwise than they are written here.
  if (isMap(contents) && !contents.flow && isGroup(wanted)) {
    return writtenFields(document, contents as YAMLMap<Scalar, Node | null>, wanted, yaml);
  }
  document.contents = changed(document, contents, wanted) as typeof contents;
  return printed(document, yaml);
}

/** The fields of a file, those that have not changed to the byte. */
function writtenFields(
  document: Document.Parsed,
  map: YAMLMap<Scalar, Node | null>,
  wanted: Readonly<Record<string, Written>>,
  yaml: string,
): string {
  const starts = map.items.map(({ key }) => key.range?.[0] ?? 0);
  const texts = new Map(map.items.map((pair, index) => [pair, yaml.slice(starts[index], starts[index + 1])]));
  const before = new Map(map.items.map((pair) => [pair, pair.value && (pair.value.toJS(document) as Written)]));
  const opening = yaml.slice(0, starts[0]);
  const pairs = changedMap(document, map, wanted).items.map((pair) => {
    const text = texts.get(pair);
    const value = before.get(pair);
    const now = wanted[String(pair.key.value)];
    if (text !== undefined && (now === undefined || (value && isSame(value, now)))) return endedLine(text);
    const alone = new Document(null, AS_WRITTEN);
    const only = new YAMLMap<Scalar, Node | null>();
    pair.key.commentBefore = null;
    only.items = [pair];
    alone.contents = only as unknown as typeof alone.contents;
    // Comments on lines of their own belong to the gap between two fields.
    const [gap = ""] = GAP.exec(endedLine(text ?? "")) ?? [];
    const fresh = printed(alone, yaml);
    return gap === "" ? fresh : fresh.replace(GAP, "") + gap;
  });
  return opening + pairs.join("");
}

/** Lines at the end of a text that are empty or hold a comment only. */
const GAP = /(?:(?<=^|\n)[ \t]*(?:#[^\n]*)?\n)*$/;

const endedLine = (text: string): string => (text === "" || text.endsWith("\n") ? text : `${text}\n`);

/** As the rest of the file is written. */
const printed = (document: Document, yaml: string): string =>
  document.toString({
    lineWidth: 0,
    indentSeq: !/^( *)[^\s#-].*:\n\1- /m.test(yaml),
    flowCollectionPadding: /[[{] /.test(yaml),
  });

function changed(document: Document.Parsed | Document, node: Node | null, wanted: Written): Node {
  if (node && isSame(node.toJS(document as Document) as Written, wanted)) return node;
  if (isMap(node) && isGroup(wanted)) return changedMap(document, node as YAMLMap<Scalar, Node | null>, wanted);
  if (isSeq(node) && Array.isArray(wanted)) return changedList(document, node as YAMLSeq<Node>, wanted);
  if (isScalar(node)) {
    // A single author is not written as a list.
    if (Array.isArray(wanted) && wanted.length === 1 && !isGroup(wanted[0])) return changed(document, node, wanted[0]);
    const fresh = document.createNode(wanted) as Node;
    if (isScalar(fresh) && node.comment) fresh.comment = node.comment;
    if (isScalar(fresh) && node.type?.startsWith("QUOTE") && typeof wanted === "string") fresh.type = node.type;
    return fresh;
  }
  return document.createNode(wanted) as Node;
}

function changedMap(document: Document, map: YAMLMap<Scalar, Node | null>, wanted: Readonly<Record<string, Written>>) {
  const nameOf = ({ key }: { key: Scalar }) => String(key.value);
  // An empty list that somebody wrote is as good as none, and stays.
  const isEmpty = ({ value }: { value: Node | null }) => !value || filledIn(value.toJS(document)) === undefined;
  map.items = map.items.filter((pair) => Object.hasOwn(wanted, nameOf(pair)) || isEmpty(pair));
  let last = -1;
  for (const [name, value] of Object.entries(wanted)) {
    const at = map.items.findIndex((pair) => nameOf(pair) === name);
    const pair = map.items[at];
    if (pair) {
      pair.value = changed(document, pair.value, value);
      last = at;
    } else {
      last += 1;
      map.items.splice(last, 0, document.createPair(name, value) as (typeof map.items)[number]);
    }
  }
  return map;
}

/** An entry that is as it was keeps what was written, wherever it stands now; one that changed is changed in its place. */
function changedList(document: Document, list: YAMLSeq<Node>, wanted: readonly Written[]) {
  const left = [...list.items];
  const kept = wanted.map((value) => {
    const at = left.findIndex((item) => isSame(item.toJS(document) as Written, value));
    return at === -1 ? undefined : left.splice(at, 1)[0];
  });
  list.items = wanted.map((value, index) => {
    const same = kept[index];
    if (same) return same;
    const before = list.items[index];
    const isFree = before !== undefined && left.includes(before);
    if (isFree) left.splice(left.indexOf(before), 1);
    return changed(document, isFree ? before : null, value);
  });
  return list;
}

/** Without what nobody has filled in; undefined when nothing is left. */
function filledIn(value: Entered): Written | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === "boolean") return value;
  if (typeof value === "string" || typeof value === "number") return String(value) === "" ? undefined : String(value);
  if (Array.isArray(value)) {
    const items = value.map((item: Entered) => filledIn(item)).filter((item) => item !== undefined);
    return items.length > 0 ? items : undefined;
  }
  const fields = Object.entries(value).flatMap(([name, inner]): [string, Written][] => {
    const filled = filledIn(inner as Entered);
    return filled === undefined ? [] : [[name, filled]];
  });
  return fields.length > 0 ? Object.fromEntries(fields) : undefined;
}

/** Whether two values mean the same, in whatever order their fields are. */
function isSame(one: Written, other: Written): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, index) => isSame(item as Written, other[index] as Written));
  }
  if (isGroup(one) && isGroup(other)) {
    const names = Object.keys(one);
    return (
      names.length === Object.keys(other).length &&
      names.every((name) => Object.hasOwn(other, name) && isSame(one[name] as Written, other[name] as Written))
    );
  }
  // A single entry need not be a list.
  if (typeof one === "string" && Array.isArray(other) && other.length === 1) return isSame(one, other[0] as Written);
  // A day is its first minute, and whoever did not say more need not.
  return one === other || (typeof one === "string" && DAY.test(one) && other === firstMinute(one));
}

/** A day alone, as a date may be written. */
export const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The same as a time, which is all that the editor's own field for dates understands. */
export const firstMinute = (day: string): string => `${day}T00:00`;

const isGroup = (value: Written | undefined): value is Readonly<Record<string, Written>> =>
  typeof value === "object" && !Array.isArray(value);
