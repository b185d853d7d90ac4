import type { Comment } from "../model/comment.ts";
import type { Digests } from "./fingerprint.ts";
import type { FileKind } from "./kinds.ts";
import type { FoundFile } from "./walk.ts";

type CommentFile = FoundFile<Extract<FileKind, { kind: "comment" }>>;

/** Replies that could be read, with the digests of the bytes that they were read from. */
export interface KnownComments {
  /** In which their dates were read. */
  readonly zone: string;
  readonly comments: readonly { readonly path: string; readonly digest: string; readonly comment: Comment }[];
}

/** What was read of files, by their paths and in their order. */
export interface ReadComments {
  readonly comments: ReadonlyMap<string, Comment>;
  /** Of those that were known, and not read again. */
  readonly digests: Digests;
}

/** Reads replies by `read`, all but the `known` ones that lie there as they did, by the digests of what lies there `now`. */
export function readComments(
  files: readonly CommentFile[],
  zone: string,
  known: KnownComments | undefined,
  now: Digests | undefined,
  read: (file: CommentFile) => Comment | undefined,
): ReadComments {
  const knownAt = new Map(known?.zone === zone ? known.comments.map((one) => [one.path, one]) : []);
  const comments = new Map<string, Comment>();
  const digests = new Map<string, string>();
  for (const file of files) {
    const before = knownAt.get(file.path);
    const isKnown = before !== undefined && before.digest === now?.get(file.path);
    const comment = isKnown ? before.comment : read(file);
    if (isKnown) digests.set(file.path, before.digest);
    if (comment) comments.set(file.path, comment);
  }
  return { comments, digests };
}
