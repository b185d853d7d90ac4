import { hash } from "node:crypto";

/** One share of a site that several machines build together: the `index`th, from 1, of `count`. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** What one machine builds alone. */
export const WHOLE: Shard = { index: 1, count: 1 };

/** A shard, and the name of the site that it is one of: only shards of the same site may be joined. */
export interface Share extends Shard {
  readonly site: string;
}

/** What was given to be joined is not one whole site. */
export class JoinError extends Error {}

/**
 * Whether a part of the site is in a shard. Goes by the part's name alone, so that a new story moves no other part to
 * another machine, which would not have it in its cache.
 */
export function isIn({ index, count }: Shard, name: string): boolean {
  return count === 1 || hash("sha256", name, "buffer").readUInt32BE() % count === index - 1;
}

/**
 * The search indexes (newest first) that are in a shard: dealt out in turn from the oldest. They are few and each takes
 * long, so that names by chance would leave one machine with three of them and another with none; and a new month or
 * year comes after those that have their places.
 */
export function indexesIn<Part>({ index, count }: Shard, newestFirst: readonly Part[]): Part[] {
  return newestFirst.filter((_part, place) => (newestFirst.length - 1 - place) % count === index - 1);
}
