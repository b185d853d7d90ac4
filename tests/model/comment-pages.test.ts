import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Comment } from "../../src/model/comment.ts";
import { type CommentPages, commentPages, PAGE_LIMIT, type ThreadPart } from "../../src/model/comment-pages.ts";
import { weightOfText } from "../../src/model/comment-text.ts";
import type { Discussion, Thread } from "../../src/model/discussion.ts";

const DATE = { epochMs: 0, iso: "1970-01-01T00:00:00Z", precision: "minute" } as const;

/** A reply of so many bytes, without its name. */
const reply = (id: string, bytes: number): Comment => ({
  id,
  story: "articles/2026/11/bridge-opens.md",
  name: "Ben",
  date: DATE,
  text: [{ kind: "paragraph", spans: ["x".repeat(bytes)] }],
});

/** Threads, the oldest first, each as the bytes of its replies. */
function discussion(oldestFirst: readonly (readonly number[])[]): Discussion {
  const threads = oldestFirst.map((bytes, thread): Thread => {
    const [comment, ...answers] = bytes.map((length, index) => reply(`${thread}-${index}`, length));
    if (!comment) throw new Error("A thread begins with a reply");
    return { comment, answers };
  });
  return { isOpen: true, threads: threads.reverse() };
}

const repliesIn = (parts: readonly ThreadPart[]) =>
  parts.flatMap(({ head, hasHead, answers }) => [...(hasHead ? [head] : []), ...answers]);
const idsIn = (parts: readonly ThreadPart[]) => repliesIn(parts).map(({ id }) => id);
const bytesIn = (parts: readonly ThreadPart[]) =>
  repliesIn(parts).reduce((sum, { name, text }) => sum + weightOfText([name]) + weightOfText(text), 0);

/** The ids on each page, numbered ones first. */
const shown = ({ onStory, further }: CommentPages) => ({ further: further.map(idsIn), onStory: idsIn(onStory) });

const short = (count: number) => Array.from({ length: count }, () => [100]);

test("a few replies all stand under the story, the newest thread first and its answers as they came", () => {
  expect(shown(commentPages(discussion([[100], [100, 100, 100], [100]])))).toEqual({
    further: [],
    onStory: ["2-0", "1-0", "1-1", "1-2", "0-0"],
  });
});

test("of many, one full page and what is newer stand under the story, and the older on further pages", () => {
  const { further, onStory } = commentPages(discussion(short(65)));
  expect(further.map(idsIn).map((ids) => [ids.length, ids.at(-1), ids[0]])).toEqual([
    [20, "0-0", "19-0"],
    [20, "20-0", "39-0"],
  ]);
  expect(idsIn(onStory)).toHaveLength(25);
});

test("a thread is not cut that fits on a page", () => {
  const { further, onStory } = commentPages(discussion([...short(15), Array(10).fill(100), ...short(20)]));
  expect(further.map(idsIn).map(({ length }) => length)).toEqual([15]);
  expect(onStory.find(({ head }) => head.id === "15-0")?.answers).toHaveLength(9);
});

test("a thread of thousands goes on from page to page, each of which says whom it answers", () => {
  const { further, onStory } = commentPages(discussion([[100], Array(10_000).fill(100)]));
  expect(further).toHaveLength(499);
  expect(further[1]?.[0]).toMatchObject({ hasHead: true, next: { id: "1-20" } });
  expect(further[2]?.[0]).toMatchObject({ head: { id: "1-0" }, hasHead: false, next: { id: "1-40" } });
  expect(onStory).toHaveLength(1);
  expect(onStory[0]).toMatchObject({ head: { id: "1-0" }, hasHead: false });
  expect(onStory[0]?.answers).toHaveLength(40);
});

test("the longest reply that a form takes stands under the story, in whatever script it is", () => {
  expect(shown(commentPages(discussion([[100], [9000]])))).toEqual({ further: [], onStory: ["1-0", "0-0"] });
});

test("a reply of monstrous length has a page to itself, and the story's page has what came after it", () => {
  expect(shown(commentPages(discussion([[100], [60_000]])))).toEqual({ further: [["0-0"], ["1-0"]], onStory: [] });
  expect(shown(commentPages(discussion([[100], [60_000], [100]])))).toEqual({
    further: [["0-0"], ["1-0"]],
    onStory: ["2-0"],
  });
});

describe("whatever readers write,", () => {
  const bytes = fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 1, max: 400 }) },
    { weight: 1, arbitrary: fc.integer({ min: 401, max: 15_000 }) },
  );
  const thread = fc.oneof(
    { weight: 8, arbitrary: fc.array(bytes, { minLength: 1, maxLength: 4 }) },
    { weight: 1, arbitrary: fc.array(bytes, { minLength: 1, maxLength: 70 }) },
  );
  const threads = fc.array(thread, { maxLength: 40 });

  test("each reply stands on one page, in its order", () => {
    fc.assert(
      fc.property(threads, (oldestFirst) => {
        const { onStory, further } = commentPages(discussion(oldestFirst));
        const found = [...further, onStory].flatMap((parts) => idsIn(parts.toReversed()));
        expect(found).toEqual(oldestFirst.flatMap((replies, at) => replies.map((_, index) => `${at}-${index}`)));
      }),
    );
  });

  test("no page is heavier than it may be, but with one reply that is", () => {
    fc.assert(
      fc.property(threads, (oldestFirst) => {
        const { onStory, further } = commentPages(discussion(oldestFirst));
        expect(bytesIn(onStory)).toBeLessThanOrEqual(2 * PAGE_LIMIT.bytes);
        expect(idsIn(onStory).length).toBeLessThanOrEqual(2 * PAGE_LIMIT.count);
        for (const parts of further.filter((parts) => idsIn(parts).length > 1)) {
          expect(bytesIn(parts)).toBeLessThanOrEqual(PAGE_LIMIT.bytes);
          expect(idsIn(parts).length).toBeLessThanOrEqual(PAGE_LIMIT.count);
        }
      }),
    );
  });

  test("a further page stays as it is when a reply comes to the story, or to a thread that stands under it", () => {
    fc.assert(
      fc.property(threads, bytes, fc.nat(), (oldestFirst, length, which) => {
        const before = commentPages(discussion(oldestFirst));
        const answered = before.onStory[which % (before.onStory.length + 1)]?.head.id.split("-")[0];
        const after = oldestFirst.map((replies, at) => (String(at) === answered ? [...replies, length] : replies));
        if (answered === undefined) after.push([length]);
        const { further } = commentPages(discussion(after));
        expect(shown({ onStory: [], further: further.slice(0, before.further.length) })).toEqual(
          shown({ ...before, onStory: [] }),
        );
      }),
    );
  });
});
