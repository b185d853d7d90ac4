import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import sax from "sax";
import { refuseExport } from "../export-error.ts";
import type { Reading } from "../formats.ts";
import { utf8Chunks } from "./utf8-chunks.ts";

/** A field of an export: its words, and the line on which they begin. */
export interface Field {
  readonly text: string;
  readonly line: number;
}

/** An element of which there are several in an item, with its attributes and the fields inside it. */
export interface Group {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly fields: ReadonlyMap<string, Field>;
  /** Its own words, where it holds no fields. */
  readonly text: string;
  readonly groups: readonly Group[];
  readonly line: number;
}

/** What an export has directly in its channel: an author, a term, an item, or a field of the site. */
const GROUPS = new Set(["item", "wp:author", "wp:category", "wp:tag", "wp:term"]);
/** What there are several of inside one of those, or inside each other. */
const INNER = new Set(["category", "wp:postmeta", "wp:comment", "wp:commentmeta", "wp:termmeta"]);

/** Characters that one field may have. */
const MOST_IN_FIELD = 32_000_000;
/** Deeper than any export goes. */
const MOST_DEEP = 12;

/** `strictEntities` (sax 1.4: XML's five entities and no others) is not in the types yet. */
const OPTIONS = { trim: false, normalize: false, position: true, strictEntities: true } as sax.SAXOptions;

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly fields: Map<string, Field>;
  readonly groups: Group[];
  readonly line: number;
  text: string[];
  length: number;
}

/**
 * The parts of a WordPress export (WXR), one after the other; the file is never held whole. Fields of the site come as
 * groups of their own name. Throws `ExportError` for what is no such export, where it breaks off, and for what no export
 * needs: document types, entities of its own, nesting without end.
 */
export async function* partsOf({ path, progress }: Reading): AsyncGenerator<Group> {
  const size = await sizeOf(path);
  const parser = sax.parser(true, OPTIONS);
  const done: Group[] = [];
  const open: Open[] = [];
  let sawRoot = false;
  const here = () => ({ line: parser.line + 1, column: Math.max(1, parser.column), length: 1, excerpt: "" });
  const refuse = (what: string, fix: string) => refuseExport(path, what, fix, here());
  parser.onerror = (error) => {
    const [what = ""] = error.message.split("\n");
    if (/entity/i.test(what)) return refuse(`This XML has an entity that is not XML's own (${what}).`, EXPORT_ANEW);
    if (/Unclosed root|Unexpected end/i.test(what)) {
      return refuse("The XML breaks off here: the export is not whole.", "Export it, or download it, again.");
    }
    return refuse(`This is not XML that can be read (${what}).`, EXPORT_ANEW);
  };
  parser.ondoctype = () => refuse("A document type cannot stand in an export.", EXPORT_ANEW);
  parser.onopentag = ({ name, attributes }) => {
    if (!sawRoot && name !== "rss") {
      refuse(
        `This is XML, but no WordPress export: it begins with <${name}>.`,
        "Export it in WordPress: Tools, Export.",
      );
    }
    sawRoot = true;
    if (open.length > MOST_DEEP) refuse("Elements are nested deeper here than in any export.", EXPORT_ANEW);
    // Attributes are texts where namespaces are not asked for.
    const own = attributes as Record<string, string>;
    open.push({ name, attributes: own, fields: new Map(), groups: [], line: parser.line + 1, text: [], length: 0 });
  };
  const add = (text: string) => {
    const last = open.at(-1);
    if (!last) return;
    last.length += text.length;
    if (last.length > MOST_IN_FIELD) refuse("This field has more than 32 million characters.", "Take it out.");
    last.text.push(text);
  };
  parser.ontext = add;
  parser.oncdata = add;
  parser.onclosetag = () => {
    const closed = open.pop();
    const parent = open.at(-1);
    if (!closed || !parent || closed.name === "channel") return;
    const { name, attributes, fields, groups, line } = closed;
    const text = closed.text.join("");
    const group: Group = { name, attributes, fields, groups, line, text };
    if (parent.name === "channel") done.push(group);
    else if (INNER.has(name)) parent.groups.push(group);
    else if (!parent.fields.has(name)) parent.fields.set(name, { text, line });
  };
  let read = 0;
  for await (const { text, bytes } of utf8Chunks(createReadStream(path), path)) {
    parser.write(text);
    read += bytes;
    progress(size === 0 ? 1 : read / size);
    yield* done.splice(0);
  }
  if (!sawRoot) refuseExport(path, "This file is empty, or no XML.", "Export it in WordPress: Tools, Export.");
  parser.close();
  yield* done.splice(0);
}

export const isGroup = (name: string): boolean => GROUPS.has(name);

const EXPORT_ANEW = "Export it anew in WordPress: Tools, Export.";

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") {
      return refuseExport(path, "There is no such file.", "Name the export as it lies on this machine.");
    }
    throw error;
  });
  if (!found.isFile()) refuseExport(path, "This is not a file.", "Name the export's file, which ends in .xml.");
  return found.size;
}
