import type { Moment } from "./time.ts";

/** A piece of a story as readers saw it: plain text, without marks. */
export interface TextBlock {
  readonly kind: "headline" | "standfirst" | "heading" | "paragraph";
  readonly text: string;
}

/** What a story's file said at one time. */
export interface WrittenVersion {
  /** Neither a draft nor taken back. */
  readonly isForReaders: boolean;
  readonly date: Moment;
  readonly expires?: Moment | undefined;
  readonly blocks: readonly TextBlock[];
}

/** A story's file as a commit left it. */
export interface CommittedVersion {
  /** By the committer's clock; milliseconds since 1970 UTC. */
  readonly committed: number;
  /** Undefined where the file was deleted, or could not be read: then no build can have shown it. */
  readonly version: WrittenVersion | undefined;
}

/** A version that was before readers' eyes. */
export interface PublicVersion {
  /** Since when; milliseconds since 1970 UTC. */
  readonly from: number;
  /** The date that the version gives itself; milliseconds since 1970 UTC. */
  readonly date: number;
  readonly blocks: readonly TextBlock[];
}

/** A story's public versions, oldest first. */
export type StoryHistory = readonly PublicVersion[];

/** Commits that are less apart (milliseconds) came with one push: no host builds and publishes so fast. */
const ONE_PUSH = 60_000;

/**
 * Which versions of a story's file (oldest first) were public: those for readers that were in place, from their commit
 * until the next, at some time from their date on and before their expiry. Clocks may be wrong: of two readings of
 * theirs the one counts by which less was public.
 */
export function publicVersions(commits: readonly CommittedVersion[]): StoryHistory {
  const ends = endsOf(commits);
  const shown: PublicVersion[] = [];
  let start = Number.NEGATIVE_INFINITY;
  for (const [index, { committed, version }] of commits.entries()) {
    start = Math.max(start, committed);
    const end = ends[index] ?? Number.POSITIVE_INFINITY;
    if (!version?.isForReaders || end - committed < ONE_PUSH) continue;
    const date = version.date.epochMs;
    const isInTime = date < end && !(version.expires && Math.max(start, date) >= version.expires.epochMs);
    if (isInTime) shown.push({ from: Math.max(committed, date), date, blocks: version.blocks });
  }
  return shown;
}

/** When each version was replaced at the latest: no later than any commit after it says. */
function endsOf(commits: readonly CommittedVersion[]): number[] {
  const ends: number[] = [];
  let end = Number.POSITIVE_INFINITY;
  for (const { committed } of commits.toReversed()) {
    ends.unshift(end);
    end = Math.min(end, committed);
  }
  return ends;
}
