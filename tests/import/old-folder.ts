import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { readMarkdownFolder } from "../../src/import/markdown-folder/read.ts";
import type { OldItem, OldOther, OldSite, OldText } from "../../src/import/old-site.ts";

export type Tree = Readonly<Record<string, string | Uint8Array>>;

export interface ReadFolder {
  readonly site: OldSite;
  readonly items: readonly OldItem[];
  readonly others: readonly OldOther[];
  /** By their files. */
  readonly texts: Readonly<Record<string, OldText>>;
  /** The only text. */
  readonly text: OldText;
  /** What a link, or a picture, of the only text means. */
  readonly link: (href: string) => string | undefined;
  readonly pictures: (src: string) => readonly string[] | undefined;
}

export const NOW = Date.parse("2026-11-03T09:30:00Z");

export function writeTree(folder: string, tree: Tree): void {
  for (const [path, content] of Object.entries(tree)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** Reads a folder of these files as an old site; `before` may do more to it. */
export async function readTree(tree: Tree, before: (folder: string) => void = () => {}): Promise<ReadFolder> {
  const folder = mkdtempSync(join(tmpdir(), "old-"));
  try {
    writeTree(folder, tree);
    before(folder);
    const site = await readMarkdownFolder({ path: folder, now: NOW, progress: () => {} });
    const items: OldItem[] = [];
    for await (const item of site.items()) items.push(item);
    const found = items.filter((item) => item.kind !== "other");
    const from = found[0]?.place.file ?? "";
    return {
      site,
      items,
      others: items.filter((item) => item.kind === "other"),
      texts: Object.fromEntries(found.map((text) => [text.id, text])),
      get text() {
        if (found.length !== 1 || !found[0]) throw new Error(`There are ${found.length} texts`);
        return found[0];
      },
      link: (href) => site.addressOf?.(href, from),
      pictures: (src) => site.media?.pathsOf(src, from),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The text of one post of a Jekyll site, with this front matter and body. */
export const readJekyll = async (front: string, body = "Text.\n", more: Tree = {}): Promise<OldText> => {
  const file = "_posts/2020-04-17-bridge.md";
  const { texts } = await readTree({ "_config.yml": "title: T\n", [file]: `---\n${front}\n---\n${body}`, ...more });
  const text = texts[file];
  if (!text) throw new Error("The post cannot be read");
  return text;
};

export const whatIsSaid = ({ notes }: OldText): string[] =>
  (notes ?? []).map(({ what, place }) => `${place?.at?.line}: ${what}`);
