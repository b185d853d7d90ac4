import type { z } from "zod";
import { refuseExport } from "../export-error.ts";
import type { OldOther, OldPlace } from "../old-site.ts";
import { rowsOf } from "./export-file.ts";
import {
  type MetaRow,
  metaRow,
  postRow,
  settingRow,
  type TagRow,
  taggedRow,
  tagRow,
  type UserRow,
  userRow,
  writtenByRow,
} from "./rows.ts";

/** All that must be known before the first post can be read: it may stand anywhere in the export. */
export interface GhostTables {
  readonly tags: ReadonlyMap<string, TagRow>;
  readonly users: ReadonlyMap<string, UserRow>;
  /** By post, in the order of the export's `sort_order`. */
  readonly tagsOf: ReadonlyMap<string, readonly string[]>;
  readonly authorsOf: ReadonlyMap<string, readonly string[]>;
  readonly meta: ReadonlyMap<string, MetaRow>;
  readonly settings: ReadonlyMap<string, string>;
  /** What has no place here: rows of other tables, and rows that are not as Ghost writes them. */
  readonly others: readonly OldOther[];
}

interface Relation {
  readonly id: string;
  readonly order: number;
}

const WANTED = new Set(["posts", "tags", "users", "posts_tags", "posts_authors", "posts_meta", "settings"]);

/** Reads an export from its first byte to its last. Throws `ExportError` when it is broken anywhere, or no Ghost export. */
export async function readTables(file: string, progress: (share: number) => void): Promise<GhostTables> {
  const tags = new Map<string, TagRow>();
  const users = new Map<string, UserRow>();
  const meta = new Map<string, MetaRow>();
  const settings = new Map<string, string>();
  const tagged = new Map<string, Relation[]>();
  const written = new Map<string, Relation[]>();
  const others: OldOther[] = [];
  const passedBy = new Map<string, number>();
  let posts = 0;
  const passBy = (table: string) => passedBy.set(table, (passedBy.get(table) ?? 0) + 1);

  for await (const { table, value, place } of rowsOf(file, { tables: WANTED, passBy, progress })) {
    const read = <T extends z.ZodType>(schema: T): z.output<T> | undefined => {
      const { success, data } = schema.safeParse(value);
      if (!success) others.push(unreadable(table, others.length, place));
      return success ? data : undefined;
    };
    if (table === "posts") posts++;
    else if (table === "tags") keep(tags, read(tagRow));
    else if (table === "users") keep(users, read(userRow));
    else if (table === "posts_tags") relate(tagged, read(taggedRow), "tag_id");
    else if (table === "posts_authors") relate(written, read(writtenByRow), "author_id");
    else if (table === "posts_meta") {
      const row = read(metaRow);
      if (row) meta.set(row.post_id, row);
    } else {
      const row = settingRow.safeParse(value);
      if (row.success && typeof row.data.value === "string") settings.set(row.data.key, row.data.value);
    }
  }
  if (posts === 0) {
    const what = "This is JSON, but no export of Ghost's with posts in it: there is none in db, data, posts.";
    refuseExport(file, what, "Give the file that Ghost's Settings, Import/Export have made.");
  }
  for (const [table, count] of passedBy) others.push(passed(table, count, file));
  return { tags, users, meta, settings, others, tagsOf: inOrder(tagged), authorsOf: inOrder(written) };
}

/** Whether a row of `posts` is one: the same question decides what is a text and what is listed. */
export const readPost = (value: unknown) => postRow.safeParse(value).data;

function keep<Row extends { readonly id: string }>(rows: Map<string, Row>, row: Row | undefined): void {
  if (row) rows.set(row.id, row);
}

type Related<Key extends string> = { readonly post_id: string; readonly sort_order?: number | null | undefined } & {
  readonly [key in Key]: string;
};

function relate<Key extends string>(relations: Map<string, Relation[]>, row: Related<Key> | undefined, key: Key): void {
  if (!row) return;
  const of = relations.get(row.post_id) ?? [];
  of.push({ id: row[key], order: row.sort_order ?? of.length });
  relations.set(row.post_id, of);
}

const inOrder = (relations: ReadonlyMap<string, Relation[]>): Map<string, string[]> =>
  new Map(
    [...relations].map(([post, list]) => [
      post,
      [...new Set(list.toSorted((a, b) => a.order - b.order).map(({ id }) => id))],
    ]),
  );

const unreadable = (table: string, number: number, place: OldPlace): OldOther => ({
  kind: "other",
  id: `unreadable-${number}`,
  place,
  what: `a row of ${table} that is not as Ghost writes it`,
});

/** Rows are counted, not shown: members and subscribers are among them, with their addresses. */
const passed = (table: string, count: number, file: string): OldOther => ({
  kind: "other",
  id: `table-${table}`,
  place: { file },
  what: `a table of the export with ${count.toLocaleString("en")} ${count === 1 ? "row" : "rows"}, not taken over`,
  title: table,
});
