import type { Comment } from "./comment.ts";
import { weightOfText } from "./comment-text.ts";
import type { Discussion, Thread } from "./discussion.ts";

/** A thread, or as much of it as stands on one page. */
export interface ThreadPart {
  /** The reply that the others answer, wherever it stands. */
  readonly head: Comment;
  /** Whether the head is here, and not on a page before. */
  readonly hasHead: boolean;
  /** The oldest first. */
  readonly answers: readonly Comment[];
  /** The answer with which it goes on, on the next page. */
  readonly next?: Comment | undefined;
}

/** Where a story's replies stand: each on one page, whole. */
export interface CommentPages {
  /** Under the story: the newest, and the newest thread first. */
  readonly onStory: readonly ThreadPart[];
  /** The others, in pages that are numbered from the oldest, which is the first; in each the newest thread first. */
  readonly further: readonly (readonly ThreadPart[])[];
}

/** What one page takes: replies, and bytes of their names and texts. A reply with more bytes has a page to itself. */
export const PAGE_LIMIT: PageLimit = { count: 20, bytes: 5000 };

interface PageLimit {
  readonly count: number;
  readonly bytes: number;
}

/**
 * Cuts a discussion into pages, from its oldest thread on, so that a reply at its newest end changes the last of them
 * only. The last two stand under the story, or fewer where a reply of great length would make it too heavy; the others
 * are further pages.
 *
 * A thread that fits on a page is on one page. One that does not begins a page, and goes on over the next ones.
 */
export function commentPages({ threads }: Discussion, limit = PAGE_LIMIT): CommentPages {
  const sheets = sheetsOf(threads.toReversed(), limit);
  let kept = 0;
  let bytes = 0;
  for (const sheet of sheets.slice(-2).reverse()) {
    bytes += sheet.bytes;
    if (bytes > 2 * limit.bytes) break;
    kept++;
  }
  const first = sheets.length - kept;
  return {
    onStory: joined(sheets.slice(first).flatMap(({ parts }) => parts)).reverse(),
    further: sheets.slice(0, first).map(({ parts }) => parts.toReversed()),
  };
}

/** A page that is being filled, the oldest thread first. */
interface Sheet {
  readonly parts: ThreadPart[];
  count: number;
  bytes: number;
}

function sheetsOf(oldestFirst: readonly Thread[], limit: PageLimit): Sheet[] {
  const sheets: Sheet[] = [];
  const turn = (): Sheet => {
    const fresh = { parts: [], count: 0, bytes: 0 };
    sheets.push(fresh);
    return fresh;
  };
  for (const { comment: head, answers } of oldestFirst) {
    const weights = [head, ...answers].map(weightOf);
    const last = sheets.at(-1);
    let sheet = last && hasRoomFor(last, weights, limit) ? last : turn();
    // The head is number 0, so an answer's number is one more than its index. Those from here on are on no page yet.
    let from = 0;
    const part = (to?: number): ThreadPart => {
      const next = to === undefined ? undefined : answers[to - 1];
      const here = answers.slice(Math.max(0, from - 1), to === undefined ? undefined : to - 1);
      return { head, hasHead: from === 0, answers: here, ...(next ? { next } : {}) };
    };
    for (const [number, weight] of weights.entries()) {
      if (!hasRoomFor(sheet, [weight], limit)) {
        sheet.parts.push(part(number));
        sheet = turn();
        from = number;
      }
      sheet.count++;
      sheet.bytes += weight;
    }
    sheet.parts.push(part());
  }
  return sheets;
}

/** An empty page has room for a reply, however long that is. */
const hasRoomFor = ({ count, bytes }: Sheet, weights: readonly number[], limit: PageLimit): boolean =>
  (count === 0 && weights.length === 1) ||
  (count + weights.length <= limit.count && weights.reduce((sum, weight) => sum + weight, bytes) <= limit.bytes);

const weightOf = ({ name, text }: Comment): number => weightOfText([name]) + weightOfText(text);

/** Parts of one thread on pages that follow each other, as one. */
function joined(parts: readonly ThreadPart[]): ThreadPart[] {
  const whole: ThreadPart[] = [];
  for (const part of parts) {
    const before = whole.at(-1);
    if (before?.head.id === part.head.id) {
      whole.splice(-1, 1, { ...part, hasHead: before.hasHead, answers: [...before.answers, ...part.answers] });
    } else whole.push(part);
  }
  return whole;
}
