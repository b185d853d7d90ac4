import { readdirSync } from "node:fs";
import { join } from "node:path";
import { urlOfFile } from "../../content/addresses.ts";
import { readBytes } from "../../content/bytes.ts";
import { MOST_OF_ANY } from "../../content/file-limits.ts";
import { readFormerAddress } from "../../content/former-address.ts";
import { frontMatterOf } from "../../content/front-matter-of.ts";
import { kindOf } from "../../content/kinds.ts";
import type { Registries } from "../../content/registries.ts";
import type { Report } from "../../content/report.ts";
import type { ArticleFrontMatter } from "../../content/schema/article.ts";
import { once } from "../../model/once.ts";
import type { SitePath } from "../../model/urls.ts";

/** A story to which somebody has replied. */
export interface StoryFile {
  /** Below `content/`. */
  readonly file: string;
  readonly matter: ArticleFrontMatter;
}

/** Where the site's content lies: `root` is absolute, and `registries` were read there. */
export interface Site {
  readonly root: string;
  readonly registries: Registries;
}

/**
 * Finds stories by the addresses that they have or had. Only their files are read, unless an address is nobody's: then all
 * are looked through, once, for whose it was. What is wrong in the file of one is reported, and it is not found.
 */
export function storiesIn(site: Site, report: Report): (address: string) => StoryFile | undefined {
  const { root, registries } = site;
  const hadBy = (file: string | undefined, url: SitePath): StoryFile | undefined => {
    const story = file === undefined ? undefined : openStory(file, site);
    return story?.matter.formerly?.includes(url) ? story : undefined;
  };
  const formerly = once(() => formerAddresses(site));
  const found = new Map<SitePath, StoryFile | undefined>();
  return (address) => {
    const url = readFormerAddress(address);
    if (typeof url !== "string") return undefined;
    if (!found.has(url)) {
      const file = fileAt(url, root);
      const remembered = registries.addressBook?.entries.get(url)?.file;
      found.set(url, file ? openStory(file, site, report) : (hadBy(remembered, url) ?? formerly().get(url)));
    }
    return found.get(url);
  };
}

/** A story by its file; undefined where there is none, or something is wrong in it, which is reported. */
export function openStory(file: string, { root, registries }: Site, report: Report = () => {}): StoryFile | undefined {
  const bytes = kindOf(file)?.kind === "article" ? readBytes(join(root, file), MOST_OF_ANY) : undefined;
  const shownAs = `${registries.shownRoot}/${file}`;
  const matter = bytes && frontMatterOf({ kind: "article", shownAs, bytes }, registries.settings.timeZone, report);
  return matter && { file, matter };
}

/** The file whose address this is, by its path alone. Its name may be written in another form of Unicode (NFD). */
function fileAt(url: SitePath, root: string): string | undefined {
  const [, year, month] = /^\/(\d{4})\/(0[1-9]|1[0-2])\/[^/]+\/$/.exec(url) ?? [];
  if (!year || !month) return undefined;
  const folder = `articles/${year}/${month}`;
  return filesIn(root, folder).find((file) => kindOf(file)?.kind === "article" && urlOfFile(file) === url);
}

function formerAddresses(site: Site): ReadonlyMap<SitePath, StoryFile> {
  const found = new Map<SitePath, StoryFile>();
  for (const file of filesIn(site.root, "articles", true)) {
    if (!readBytes(join(site.root, file), MOST_OF_ANY)?.includes("formerly")) continue;
    const story = openStory(file, site);
    for (const url of story?.matter.formerly ?? []) if (story) found.set(url, story);
  }
  return found;
}

/** Paths below `root`, with `/` between folders; none where there is no such folder. */
export function filesIn(root: string, folder: string, recursive = false): string[] {
  try {
    const paths = readdirSync(join(root, folder), { recursive, encoding: "utf8" });
    return paths.map((path) => `${folder}/${path.replaceAll("\\", "/")}`).sort();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return [];
    throw error;
  }
}
