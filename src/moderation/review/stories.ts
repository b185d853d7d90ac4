import { readdirSync } from "node:fs";
import { join } from "node:path";
import { urlOfFile } from "../../content/addresses.ts";
import { readBytes } from "../../content/bytes.ts";
import { MOST_OF_ANY } from "../../content/file-limits.ts";
import { readFormerAddress } from "../../content/former-address.ts";
import { cutFile } from "../../content/front-matter.ts";
import { kindOf } from "../../content/kinds.ts";
import type { Registries } from "../../content/registries.ts";
import type { Report } from "../../content/report.ts";
import type { ArticleFrontMatter } from "../../content/schema/article.ts";
import { frontMatters } from "../../content/schema/front-matters.ts";
import { decode } from "../../content/source.ts";
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
  const open = storyReader(site);
  const hadBy = (file: string | undefined, url: SitePath): StoryFile | undefined => {
    const story = file === undefined ? undefined : open(file);
    return story?.matter.formerly?.includes(url) ? story : undefined;
  };
  const formerly = once(() => formerAddresses(root, open));
  const found = new Map<SitePath, StoryFile | undefined>();
  return (address) => {
    const url = readFormerAddress(address);
    if (typeof url !== "string") return undefined;
    if (!found.has(url)) {
      const file = fileAt(url, root);
      const remembered = registries.addressBook?.entries.get(url)?.file;
      found.set(url, file ? open(file, report) : (hadBy(remembered, url) ?? formerly().get(url)));
    }
    return found.get(url);
  };
}

/** Opens stories by their files; undefined where there is none, or something is wrong in it, which is reported. */
export function storyReader({ root, registries }: Site) {
  const read = frontMatters(registries.settings.timeZone, "en", () => (text) => text).article;
  return (file: string, report: Report = () => {}): StoryFile | undefined => {
    const bytes = kindOf(file)?.kind === "article" ? readBytes(join(root, file), MOST_OF_ANY) : undefined;
    const source = bytes && decode(file, `${registries.shownRoot}/${file}`, bytes, report);
    const tree = source && cutFile(source, report)?.frontMatter;
    const matter = tree && read(tree, source, report);
    return matter && { file, matter };
  };
}

/** The file whose address this is, by its path alone. Its name may be written in another form of Unicode (NFD). */
function fileAt(url: SitePath, root: string): string | undefined {
  const [, year, month] = /^\/(\d{4})\/(0[1-9]|1[0-2])\/[^/]+\/$/.exec(url) ?? [];
  if (!year || !month) return undefined;
  const folder = `articles/${year}/${month}`;
  return filesIn(root, folder).find((file) => kindOf(file)?.kind === "article" && urlOfFile(file) === url);
}

function formerAddresses(root: string, open: ReturnType<typeof storyReader>): ReadonlyMap<SitePath, StoryFile> {
  const found = new Map<SitePath, StoryFile>();
  for (const file of filesIn(root, "articles", true)) {
    if (!readBytes(join(root, file), MOST_OF_ANY)?.includes("formerly")) continue;
    const story = open(file);
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
