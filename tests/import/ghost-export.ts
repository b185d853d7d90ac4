import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readGhost } from "../../src/import/ghost/read.ts";
import type { OldItem, OldOther, OldSite, OldText } from "../../src/import/old-site.ts";

export type Tables = Readonly<Record<string, readonly unknown[]>>;

/** An export as Ghost's Labs write it. */
export const exportOf = (tables: Tables): string =>
  JSON.stringify({ db: [{ meta: { exported_on: 1700000000000, version: "6.0.0" }, data: tables }] });

export interface ReadExport {
  readonly site: OldSite;
  readonly items: readonly OldItem[];
  readonly texts: readonly OldText[];
  readonly others: readonly OldOther[];
}

/** Reads an export of this content, from a file in a folder of its own. */
export async function readExport(content: string | Uint8Array, url?: string): Promise<ReadExport> {
  const folder = mkdtempSync(join(tmpdir(), "ghost-"));
  try {
    const path = join(folder, "export.json");
    writeFileSync(path, content);
    const site = await readGhost({ path, url, now: 0, progress: () => {} });
    const items: OldItem[] = [];
    for await (const item of site.items()) items.push(item);
    const texts = items.filter((item) => item.kind !== "other");
    return { site, items, texts, others: items.filter((item) => item.kind === "other") };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The only text of an export with this post. */
export async function readPost(post: Readonly<Record<string, unknown>>, tables: Tables = {}): Promise<OldText> {
  const { texts } = await readExport(exportOf({ posts: [{ ...POST, ...post }], ...tables }));
  const [text] = texts;
  if (!text) throw new Error("The export has no text");
  return text;
}

export const POST = {
  id: "p1",
  title: "First cars cross the new bridge",
  slug: "bridge-opens",
  html: "<p>The first lorry crossed.</p>",
  status: "published",
  visibility: "public",
  type: "post",
  published_at: "2020-04-17T10:00:00.000Z",
};

/** A document of the editor Lexical with these nodes. */
export const lexical = (...children: readonly unknown[]) => ({
  html: "<p>Never to be seen</p>",
  lexical: JSON.stringify({ root: { type: "root", version: 1, children } }),
});

export const mobiledoc = (document: Readonly<Record<string, unknown>>) => ({
  html: "<p>Never to be seen</p>",
  mobiledoc: JSON.stringify({ version: "0.3.1", atoms: [], cards: [], markups: [], sections: [], ...document }),
});

export const whatIsSaid = ({ notes }: OldText): string[] => (notes ?? []).map(({ what }) => what);
