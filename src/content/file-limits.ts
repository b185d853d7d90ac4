import type { Problem } from "../problems.ts";
import type { Unread } from "./bytes.ts";
import type { FileKind } from "./kinds.ts";

const KB = 1000;
const MB = 1000 * KB;

/** Several times what any newspaper needs: what a file may have is in docs/limits.md, with the reasons. */
const MOST_BYTES: Readonly<Record<FileKind["kind"], number>> = {
  article: MB,
  author: MB,
  page: MB,
  settings: 200 * KB,
  front: 200 * KB,
  figures: 200 * KB,
  tags: 2 * MB,
  series: 2 * MB,
  addresses: 64 * MB,
  image: 100 * MB,
  comment: 100 * KB,
};

const MOST_OF_A_DRAWING = 2 * MB;

/** No file has more. */
export const MOST_OF_ANY = Math.max(...Object.values(MOST_BYTES));

/** How many bytes the file at a path below `content/` may have. */
export const mostBytes = ({ kind }: FileKind, path: string): number =>
  path.endsWith(".svg") ? MOST_OF_A_DRAWING : MOST_BYTES[kind];

const FIX_SIZE: Partial<Record<FileKind["kind"], string>> = {
  article: "Divide it into several stories.",
  author: "Shorten it.",
  page: "Divide it into several pages.",
  figures: "Take out what the chart does not show.",
  image: "Export it smaller: 2,000 pixels are enough for any screen.",
};

/** What is said of a file that was found, and then could not be read. */
export function unreadProblem(unread: Unread, place: FileKind, path: string, shownAs: string): Problem {
  const problem = (what: string, fix: string): Problem => ({ severity: "error", file: shownAs, what, fix });
  switch (unread) {
    case "gone":
      return problem("This file was here, and is not any more.", "Put it back, or run the command again.");
    case "not allowed":
      return problem("This file cannot be read.", "See who may open it.");
    case "not a file":
      return problem("This is not a file any more.", "Put the file itself here.");
    case "too large":
      return problem(
        `This file is larger than ${shownSize(mostBytes(place, path))}.`,
        FIX_SIZE[place.kind] ?? "Take out what nobody needs.",
      );
  }
}

const shownSize = (bytes: number): string => (bytes < MB ? `${bytes / KB} KB` : `${bytes / MB} MB`);
