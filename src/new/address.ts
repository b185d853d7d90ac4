import { readdir } from "node:fs/promises";
import { join, posix } from "node:path";
import { urlOfFile } from "../content/addresses.ts";
import type { Registries } from "../content/registries.ts";
import { caseless, isDevice, isSlug, type Slug, slugFrom } from "../model/slugs.ts";
import { readablePath } from "../model/urls.ts";
import type { Refuse } from "./look-up.ts";
import { symbolicLinkIn } from "./symbolic-link.ts";

/**
 * The slug that a name gives, or that a person has chosen. Undefined when there is none: refused, or, where nobody has
 * chosen one and the name gives none, to be asked for.
 */
export function slugFor(name: string, chosen: string | undefined, refuse: Refuse): Slug | undefined {
  if (chosen === undefined) {
    const slug = slugFrom(name);
    return slug && !isDevice(slug) ? slug : undefined;
  }
  const slug = chosen.normalize("NFC");
  if (isSlug(slug) && !isDevice(slug)) return slug;
  const better = slugFrom(slug);
  const fix = better && !isDevice(better) ? `Write "${better}".` : "Use letters, digits and hyphens.";
  refuse(`--slug "${chosen}" cannot stand in an address. ${fix}`);
  return undefined;
}

/** Says why no file can be made at a path below the content folder: it is there, or its address is remembered. */
export async function refuseTaken(
  root: string,
  path: string,
  { addressBook, shownRoot }: Pick<Registries, "addressBook" | "shownRoot">,
  refuse: Refuse,
): Promise<void> {
  const leads = await symbolicLinkIn(root, posix.dirname(path));
  if (leads) return refuse(`${shownRoot}/${leads} is a symbolic link, behind which no content is read.`);
  const names = await readdir(join(root, posix.dirname(path))).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const same = names.find((name) => caseless(name) === caseless(posix.basename(path)));
  if (same)
    return refuse(
      `There is ${shownRoot}/${posix.dirname(path)}/${same} already. Edit it, or choose another with --slug.`,
    );
  const url = urlOfFile(path);
  const remembered = url && addressBook?.entries.get(url);
  if (!remembered) return;
  refuse(`${readablePath(url)} is remembered as the address of ${remembered.file}. Choose another with --slug.`);
}
