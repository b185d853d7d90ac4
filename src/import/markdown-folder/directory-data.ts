import { posix } from "node:path";
import type { OldNote } from "../old-site.ts";
import { type OldFolder, readTextFile } from "./folder.ts";
import { type Field, yamlFields } from "./front-matter.ts";
import type { System } from "./system.ts";

export interface DirectoryData {
  /** What the data files of a text's folders give it, the nearest first. */
  readonly fieldsOf: (file: string) => readonly Field[];
  /** The files that were read. */
  readonly read: readonly string[];
  readonly notes: readonly OldNote[];
}

/** Eleventy's directory data, `posts/posts.json` and `posts/posts.11tydata.json`. Those that are code are not run. */
export async function directoryData(folder: OldFolder, { name }: System): Promise<DirectoryData> {
  const byFolder = new Map<string, readonly Field[]>();
  const read: string[] = [];
  const notes: OldNote[] = [];
  for (const file of name === "eleventy" ? folder.files : []) {
    const inFolder = posix.dirname(file);
    const called = posix.basename(inFolder);
    const base = posix.basename(file);
    if (base !== `${called}.json` && base !== `${called}.11tydata.json`) continue;
    const text = await readTextFile(folder, file);
    const fields = typeof text === "string" ? yamlFields(text, 1) : text;
    if (Array.isArray(fields)) {
      byFolder.set(
        inFolder,
        fields.map((field) => ({ ...field, file: `${folder.path}/${file}` })),
      );
      read.push(file);
    } else {
      const what = `${file} cannot be read: ${"why" in fields ? fields.why : ""}.`;
      notes.push({ what, needsPerson: true, place: { file: `${folder.path}/${file}` } });
    }
  }
  return { read, notes, fieldsOf: (file) => fieldsAbove(file, byFolder) };
}

function fieldsAbove(file: string, byFolder: ReadonlyMap<string, readonly Field[]>): Field[] {
  const fields = new Map<string, Field>();
  for (let folder = posix.dirname(file); folder !== "."; folder = posix.dirname(folder)) {
    for (const field of byFolder.get(folder) ?? []) if (!fields.has(field.key)) fields.set(field.key, field);
  }
  return [...fields.values()];
}
