/** One of the indexes that hold the stories, newest first. */
export interface Partition {
  readonly name: string;
  /** The year of all its stories; absent when it holds those of every year. */
  readonly year?: string;
  /** The month of its oldest story, in words. */
  readonly since: string;
}

/** A story that matches, before anything of it is loaded. */
export interface Match<Story> {
  /** Higher is better; comparable between partitions. */
  readonly score: number;
  read(): Promise<Story>;
}

/** What partitions have answered, newest first, and how much of it is on the reader's page. */
export interface Walk<Story> {
  readonly partitions: readonly Partition[];
  /** Of the first partitions, as far as they have been asked. */
  readonly answers: readonly Answer<Story>[];
  /** How many matches of each answer have been taken. */
  readonly taken: readonly number[];
  /** How many of the partitions a search for the best match asks; older ones only when the reader wants them too. */
  readonly reach: number;
}

/** The matches of a partition in the order that was asked for, or why there are none. */
export type Answer<Story> = { readonly matches: readonly Match<Story>[] } | { readonly failure: unknown };

export type Ask<Story> = (partition: Partition) => Promise<readonly Match<Story>[]>;

/** What a step of a walk came to. */
export interface Step<Story> {
  readonly matches: readonly Match<Story>[];
  readonly walk: Walk<Story>;
  /** Absent when there is no more; `joining` when older partitions have still to be asked for this page. */
  readonly goOn?: "more" | "joining" | undefined;
}

/** Stories on a page. */
const PAGE = 10;
/** Stories that stand before all partitions have answered a search for the best match. */
const EARLY = 3;
/** Partitions that are asked at the same time: some nine requests. */
const ABREAST = 3;
/** Partitions that a search for the best match asks before it stops: some 50 requests and 500 KB. */
export const REACH = 12;

export const startWalk = <Story>(partitions: readonly Partition[]): Walk<Story> => ({
  partitions,
  answers: [],
  taken: [],
  reach: Math.min(REACH, partitions.length),
});

/** The walk of a reader who wants older stories too; undefined where there are none. */
export function reachFurther<Story>(walk: Walk<Story>): Walk<Story> | undefined {
  const { reach, partitions } = walk;
  return reach < partitions.length ? { ...walk, reach: Math.min(reach + REACH, partitions.length) } : undefined;
}

/**
 * The next page, newest first: asks older partitions only until it has a page and knows whether there is another. The
 * newest two are asked one after the other, because they mostly suffice.
 */
export async function walkNewest<Story>(walk: Walk<Story>, ask: Ask<Story>, page = PAGE): Promise<Step<Story>> {
  let now = walk;
  while (waiting(now) <= page && !isWhole(now)) now = await askNext(now, ask, now.answers.length < 2 ? 1 : ABREAST);
  const taken = take(now, page, (answers) => answers.findIndex((matches) => matches.length > 0));
  return { ...taken, goOn: isWhole(now) && waiting(taken.walk) === 0 ? undefined : "more" };
}

/**
 * The best matches within the walk's reach. The newest partition is asked first, then each call asks a few older ones.
 * What a reader has been shown stays where it is: at most `EARLY` stories stand before all have answered, and below
 * them goes the best of everything else.
 */
export async function walkBest<Story>(walk: Walk<Story>, ask: Ask<Story>): Promise<Step<Story>> {
  const unasked = walk.reach - walk.answers.length;
  const now =
    unasked <= 0 ? walk : await askNext(walk, ask, walk.answers.length === 0 ? 1 : Math.min(ABREAST, unasked));
  const shown = now.taken.reduce((sum, count) => sum + count, 0);
  const room = hasReached(now) ? PAGE - (shown % PAGE) : Math.max(0, EARLY - shown);
  const taken = take(now, room, best);
  return { ...taken, goOn: !hasReached(now) ? "joining" : waiting(taken.walk) > 0 ? "more" : undefined };
}

/** How many stories match in the partitions that have answered. */
export const countOf = <Story>({ answers }: Walk<Story>): number =>
  answers.reduce((sum, answer) => sum + matchesOf(answer).length, 0);

/** Whether every partition has been asked. */
export const isWhole = <Story>({ partitions, answers }: Walk<Story>): boolean => answers.length === partitions.length;

/** Whether every partition has been asked that a search for the best match asks. */
export const hasReached = <Story>({ reach, answers }: Walk<Story>): boolean => answers.length >= reach;

/** The partitions that could not be searched, with the reason of the first. */
export function failuresOf<Story>({ partitions, answers }: Walk<Story>): { names: string[]; reason: unknown } {
  const failed = answers.flatMap((answer, at) => ("failure" in answer ? [{ at, reason: answer.failure }] : []));
  return { names: failed.flatMap(({ at }) => partitions[at]?.name ?? []), reason: failed[0]?.reason };
}

async function askNext<Story>(walk: Walk<Story>, ask: Ask<Story>, count: number): Promise<Walk<Story>> {
  const next = walk.partitions.slice(walk.answers.length, walk.answers.length + count);
  const answers = await Promise.all(
    next.map((partition) =>
      ask(partition).then(
        (matches): Answer<Story> => ({ matches }),
        (failure: unknown): Answer<Story> => ({ failure }),
      ),
    ),
  );
  return { ...walk, answers: [...walk.answers, ...answers], taken: [...walk.taken, ...answers.map(() => 0)] };
}

/** Takes matches one by one; `choose` names the answer whose first match comes next, or -1. */
function take<Story>(walk: Walk<Story>, count: number, choose: Choose<Story>): Omit<Step<Story>, "goOn"> {
  const left = walk.answers.map((answer, at) => matchesOf(answer).slice(walk.taken[at]));
  const matches: Match<Story>[] = [];
  while (matches.length < count) {
    const first = left[choose(left)]?.shift();
    if (!first) break;
    matches.push(first);
  }
  const taken = walk.answers.map((answer, at) => matchesOf(answer).length - (left[at]?.length ?? 0));
  return { matches, walk: { ...walk, taken } };
}

type Choose<Story> = (left: readonly (readonly Match<Story>[])[]) => number;

/** Of two that are as good, the one of the newer partition. */
function best<Story>(left: readonly (readonly Match<Story>[])[]): number {
  const scores = left.map(([first]) => first?.score ?? Number.NEGATIVE_INFINITY);
  const highest = Math.max(...scores);
  return highest === Number.NEGATIVE_INFINITY ? -1 : scores.indexOf(highest);
}

/** How many matches have not been taken. */
const waiting = <Story>({ answers, taken }: Walk<Story>): number =>
  answers.reduce((sum, answer, at) => sum + matchesOf(answer).length - (taken[at] ?? 0), 0);

const matchesOf = <Story>(answer: Answer<Story>): readonly Match<Story>[] =>
  "matches" in answer ? answer.matches : [];
