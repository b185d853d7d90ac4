import { describe, expect, test } from "vitest";
import {
  countOf,
  failuresOf,
  hasReached,
  isWhole,
  type Match,
  type Partition,
  REACH,
  reachFurther,
  type Step,
  startWalk,
  type Walk,
  walkBest,
  walkNewest,
} from "../../../layouts/scripts/walk.ts";

/** A reader's search over partitions that answer with stories of these scores, or fail. */
function search(...answers: readonly (readonly [name: string, answer: readonly number[] | Error])[]) {
  const partitions: Partition[] = answers.map(([name]) => ({ name, since: name }));
  const answerOf = new Map(answers);
  const asked: string[][] = [];
  let waiting: string[] = [];
  const ask = async ({ name }: Partition): Promise<Match<string>[]> => {
    if (waiting.length === 0) asked.push(waiting);
    waiting.push(name);
    await Promise.resolve();
    waiting = [];
    const answer = answerOf.get(name) ?? [];
    if (answer instanceof Error) throw answer;
    return answer.map((score, index) => ({ score, read: async () => `${name}/${index}` }));
  };
  return { start: startWalk<string>(partitions), ask, asked };
}

type Walker = (walk: Walk<string>, ask: (partition: Partition) => Promise<Match<string>[]>) => Promise<Step<string>>;

const read = (step: Step<string>) => Promise.all(step.matches.map((match) => match.read()));

/** Everything that a reader gets who asks for more until there is no more, a list for each answer. */
async function readAll(walker: Walker, { start, ask }: ReturnType<typeof search>): Promise<string[][]> {
  const pages: string[][] = [];
  for (let walk: Walk<string> | undefined = start; walk; ) {
    const step: Step<string> = await walker(walk, ask);
    pages.push(await read(step));
    walk = step.goOn && step.walk;
  }
  return pages;
}

const same = (count: number) => Array.from({ length: count }, () => 1);
const stories = (name: string, count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => `${name}/${from + index}`);

describe("newest first", () => {
  test("asks no older partition while the newest has more than a page", async () => {
    const reader = search(["2026-05", same(25)], ["2026", same(9)], ["2025", same(9)]);
    const first = await walkNewest(reader.start, reader.ask);
    expect(await read(first)).toEqual(stories("2026-05", 10));
    const second = await walkNewest(first.walk, reader.ask);
    expect(await read(second)).toEqual(stories("2026-05", 10, 10));
    expect(reader.asked).toEqual([["2026-05"]]);
    expect([countOf(second.walk), isWhole(second.walk), second.goOn]).toEqual([25, false, "more"]);
  });

  test("goes on in the next partition in the middle of a page, and leaves out none and shows none twice", async () => {
    const reader = search(["2026-05", same(7)], ["2026", same(6)], ["2025", same(9)]);
    expect(await readAll(walkNewest, reader)).toEqual([
      [...stories("2026-05", 7), ...stories("2026", 3)],
      [...stories("2026", 3, 3), ...stories("2025", 7)],
      stories("2025", 2, 7),
    ]);
  });

  test("offers more only when there is more", async () => {
    const reader = search(["2026-05", same(10)], ["2026", []], ["2025", []]);
    const step = await walkNewest(reader.start, reader.ask);
    expect(await read(step)).toEqual(stories("2026-05", 10));
    expect([countOf(step.walk), isWhole(step.walk), step.goOn]).toEqual([10, true, undefined]);
  });

  test("looks for a rare word in a few partitions at a time", async () => {
    const years = ["2026-05", "2026", "2025", "2024", "2023", "2022", "2021", "2020"];
    const reader = search(...years.map((year) => [year, year === "2020" ? same(2) : []] as const));
    expect(await readAll(walkNewest, reader)).toEqual([stories("2020", 2)]);
    expect(reader.asked).toEqual([["2026-05"], ["2026"], ["2025", "2024", "2023"], ["2022", "2021", "2020"]]);
  });

  test("does not ask again what has answered", async () => {
    const reader = search(["2026-05", same(30)], ["2026", same(30)]);
    await readAll(walkNewest, reader);
    expect(reader.asked.flat()).toEqual(["2026-05", "2026"]);
  });

  test("of nothing finds nothing", async () => {
    expect(await readAll(walkNewest, search())).toEqual([[]]);
  });
});

describe("best match", () => {
  test("of one partition is that partition's own order, a page at a time", async () => {
    expect(await readAll(walkBest, search(["all", same(23)]))).toEqual([
      stories("all", 10),
      stories("all", 10, 10),
      stories("all", 3, 20),
    ]);
  });

  test("shows three stories of the newest at once, and below them the best of everything", async () => {
    const reader = search(["2026-05", [9, 5, 4, 3, 1]], ["2026", [8, 2]], ["2025", [10, 7]], ["2024", [6, 3, 1]]);
    const pages = await readAll(walkBest, reader);
    expect(pages[0]).toEqual(stories("2026-05", 3));
    expect(pages[1]).toEqual(["2025/0", "2026/0", "2025/1", "2024/0", "2026-05/3", "2024/1", "2026/1"]);
    expect(pages[2]).toEqual(["2026-05/4", "2024/2"]);
  });

  test("asks the newest alone and then three at a time, and says meanwhile that more may join", async () => {
    const years = ["2026-05", "2026", "2025", "2024", "2023", "2022"];
    const reader = search(...years.map((year) => [year, same(2)] as const));
    const first = await walkBest(reader.start, reader.ask);
    expect([countOf(first.walk), isWhole(first.walk), first.goOn]).toEqual([2, false, "joining"]);
    const second = await walkBest(first.walk, reader.ask);
    expect(await read(second)).toEqual(["2026/0"]);
    const third = await walkBest(second.walk, reader.ask);
    expect([countOf(third.walk), isWhole(third.walk), third.goOn]).toEqual([12, true, "more"]);
    expect((await read(third)).length).toBe(7);
    expect(reader.asked).toEqual([["2026-05"], ["2026", "2025", "2024"], ["2023", "2022"]]);
  });

  test("stops before stories that are too old, and goes on when the reader wants them, and moves nothing", async () => {
    const months = Array.from({ length: REACH + 2 }, (_, index) => `month ${index}`);
    const reader = search(...months.map((month, index) => [month, [index]] as const));
    let step = await walkBest(reader.start, reader.ask);
    const shown = await read(step);
    while (step.goOn === "joining") {
      step = await walkBest(step.walk, reader.ask);
      shown.push(...(await read(step)));
    }
    expect(reader.asked.flat()).toEqual(months.slice(0, REACH));
    expect([countOf(step.walk), hasReached(step.walk), isWhole(step.walk), step.goOn]).toEqual([
      REACH,
      true,
      false,
      "more",
    ]);
    const further = reachFurther(step.walk);
    if (!further) throw new Error("There are older stories");
    const last = await walkBest(further, reader.ask);
    expect(await read(last)).toEqual([`month ${REACH + 1}/0`, `month ${REACH}/0`].concat(unshown(months, shown)));
    expect([isWhole(last.walk), last.goOn, reachFurther(last.walk)]).toEqual([true, undefined, undefined]);
  });

  test("shows every story once", async () => {
    const reader = search(["2026-05", [5, 4]], ["2026", []], ["2025", same(14)], ["2024", [3]], ["2023", same(9)]);
    const all = (await readAll(walkBest, reader)).flat();
    expect(new Set(all).size).toBe(26);
    expect(all.length).toBe(26);
  });
});

/** The stories of these months that are not shown yet, best first. */
const unshown = (months: readonly string[], shown: readonly string[]) =>
  months
    .slice(0, REACH)
    .map((month) => `${month}/0`)
    .filter((name) => !shown.includes(name))
    .toReversed();

describe.for<[string, Walker]>([
  ["newest first", walkNewest],
  ["best match", walkBest],
])("a partition that cannot be searched, %s", ([, walker]) => {
  test("is named, and the others are searched all the same", async () => {
    const reader = search(["2026-05", same(2)], ["2026", new Error("offline")], ["2025", same(3)]);
    expect((await readAll(walker, reader)).flat().sort()).toEqual([...stories("2025", 3), ...stories("2026-05", 2)]);
    let step = await walker(reader.start, reader.ask);
    while (step.goOn) step = await walker(step.walk, reader.ask);
    expect(failuresOf(step.walk)).toEqual({ names: ["2026"], reason: new Error("offline") });
    expect(countOf(step.walk)).toBe(5);
  });
});
