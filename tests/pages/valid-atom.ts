import { readFile } from "node:fs/promises";
import { validateXML } from "xmllint-wasm";

const schema = readFile(new URL("./rfc4287.rng", import.meta.url), "utf8");

/** What is wrong with Atom feeds by the schema of RFC 4287: nothing, when all is well. */
export async function faultsOfAtom(feeds: readonly { readonly name: string; readonly text: string }[]) {
  const xml = feeds.map(({ name, text }) => ({ fileName: `${name}.xml`, contents: text }));
  // A page of WebAssembly's memory has 64 KiB.
  const { errors } = await validateXML({ xml, schema: await schema, extension: "relaxng", maxMemoryPages: 8192 });
  return errors.map(({ rawMessage }) => rawMessage);
}
