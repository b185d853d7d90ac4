import { createHash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import { type Cbor, readCbor, writeCbor } from "./search-cbor.ts";

/** A file of a Pagefind index, by its path in it. */
export interface IndexFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/** Where the indexes of a site find what they share: beside their own folders. */
export const ENGINES = "engine/";

const ENTRY = "pagefind-entry.json";
/** Stands before the CBOR of every file that Pagefind compresses. */
const SIGNATURE = Buffer.from("pagefind_dcd");

/**
 * The same index in bytes that depend on nothing but the records. Pagefind 1.5.2 writes filters and their values in an
 * order of its own on each run, and names files by their content: so the filters are sorted and renamed, then the
 * metadata that name them, then the entry that names the metadata. Throws when a file is not as 1.5.2
 * makes it, or the index is not of the version that is expected.
 *
 * The entry names the engine in a folder beside that of the index, so that all indexes of a site share one, under its
 * version, so that it may be cached for ever; Pagefind's script stands there too. Engines that it does not name are
 * left out.
 */
export function steady(files: readonly IndexFile[], version: string): IndexFile[] {
  const byPath = new Map(files.map((file) => [file.path, file.content]));
  const take = (path: string): Uint8Array => {
    const content = byPath.get(path);
    if (!content) throw new Error(`Pagefind made no ${path}`);
    byPath.delete(path);
    return content;
  };
  const entry: Entry = JSON.parse(Buffer.from(take(ENTRY)).toString());
  if (entry.version !== version) throw new Error(`This is Pagefind ${entry.version}, not ${version}`);
  const engines = new Map<string, string>();
  for (const language of Object.values(entry.languages)) {
    const [madeBy, pages, chunks, filters, ...rest] = listOf(unpack(take(metaPath(language.hash))));
    const renamed = sortByName(filters).map(([name, hash]) => {
      const filter = pack(sortFilter(unpack(take(filterPath(textOf(hash))))), textOf(hash));
      byPath.set(filterPath(filter.hash), filter.content);
      return [textOf(name), filter.hash];
    });
    const meta = pack([textOf(madeBy), listOf(pages), listOf(chunks), renamed, ...rest], language.hash);
    byPath.set(metaPath(meta.hash), meta.content);
    language.hash = meta.hash;
    const wasm = language.wasm ?? "unknown";
    engines.set(`wasm.${wasm}.pagefind`, `${ENGINES}wasm.${wasm}-${version}.pagefind`);
    // Pagefind's script asks for `<index>/wasm.${wasm}.pagefind`; a browser walks the two steps up.
    language.wasm = `/../../${ENGINES}wasm.${wasm}-${version}`;
  }
  for (const [path, content] of [...byPath].filter(([name]) => name.startsWith("wasm."))) {
    byPath.delete(path);
    const named = engines.get(path);
    if (named) byPath.set(named, content);
  }
  byPath.set(ENTRY, Buffer.from(JSON.stringify(entry)));
  byPath.set(`${ENGINES}pagefind-${version}.js`, take("pagefind.js"));
  return [...byPath].map(([path, content]) => ({ path, content }));
}

/** pagefind-entry.json. */
interface Entry {
  readonly version: string;
  readonly languages: Record<string, { hash: string; wasm: string | null; page_count: number }>;
}

const metaPath = (hash: string) => `pagefind.${hash}.pf_meta`;
const filterPath = (hash: string) => `filter/${hash}.pf_filter`;

/** A filter is its name and a list of values, each with its pages. */
function sortFilter(filter: Cbor): Cbor {
  const [name, values] = listOf(filter);
  return [textOf(name), sortByName(values)];
}

function sortByName(pairs: Cbor | undefined): (readonly Cbor[])[] {
  const named = listOf(pairs).map((pair) => ({ name: textOf(listOf(pair)[0]), pair: listOf(pair) }));
  return named.sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ pair }) => pair);
}

function unpack(content: Uint8Array): Cbor {
  const bytes = gunzipSync(content);
  if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE)) throw new Error("Pagefind wrote a file without its mark");
  return readCbor(bytes.subarray(SIGNATURE.length));
}

/** Compressed, and named as Pagefind does it: the language, then as much of the hash as in `oldHash`. */
function pack(value: Cbor, oldHash: string): { readonly hash: string; readonly content: Uint8Array } {
  const bytes = writeCbor(value);
  const start = oldHash.lastIndexOf("_") + 1;
  const digest = createHash("sha1").update(bytes).digest("hex");
  const hash = oldHash.slice(0, start) + digest.slice(0, oldHash.length - start);
  return { hash, content: gzipSync(Buffer.concat([SIGNATURE, bytes])) };
}

function listOf(value: Cbor | undefined): readonly Cbor[] {
  if (typeof value === "object") return value;
  throw new Error("Pagefind wrote something else where its lists were");
}

function textOf(value: Cbor | undefined): string {
  if (typeof value === "string") return value;
  throw new Error("Pagefind wrote something else where its names were");
}
