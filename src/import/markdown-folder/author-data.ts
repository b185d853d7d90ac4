import { posix } from "node:path";
import { authorId, authorIn, type NamedAuthor } from "./byline.ts";
import { type OldFolder, readTextFile } from "./folder.ts";
import { cutText } from "./front-matter.ts";
import { yamlMap } from "./system.ts";

/** Where Jekyll, Hugo, Eleventy and Astro keep what is known of authors: in one file, or one file each. */
const ALL = /^(?:src\/)?(?:_data|data)\/authors?\.(?:ya?ml|json)$/;
const EACH = /(?:^|\/)_?authors\/(?:[^/]+\/_index|[^/]+)\.(?:ya?ml|json|md)$/;

/** Whether a file says who an author is. */
export const isOfAuthor = (file: string): boolean => ALL.test(file) || EACH.test(file);

/** Names, biographies, websites and pictures of authors, by the id that stories name them by. Nothing else is taken. */
export async function authorData(folder: OldFolder): Promise<NamedAuthor[]> {
  const authors: NamedAuthor[] = [];
  for (const file of folder.files) {
    if (!isOfAuthor(file)) continue;
    const text = await readTextFile(folder, file);
    if (typeof text !== "string") continue;
    const key = posix.basename(file).startsWith("_index.")
      ? posix.basename(posix.dirname(file))
      : posix.parse(file).name;
    if (file.endsWith(".md")) {
      const cut = cutText(text);
      if ("why" in cut) continue;
      const fields = new Map<unknown, unknown>(cut.fields.map((field) => [field.key, field.value]));
      if (!fields.has("bio") && cut.body.trim() !== "") fields.set("bio", cut.body.trim());
      authors.push(...authorIn(fields, key));
      continue;
    }
    const map = yamlMap(text);
    if (typeof map === "string") continue;
    if (EACH.test(file)) authors.push(...authorIn(map, key));
    else for (const [id, value] of map) if (value instanceof Map) authors.push(...authorIn(value, String(id)));
  }
  return authors.map((author) => ({ ...author, id: authorId(author.id) }));
}
