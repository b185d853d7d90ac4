import { once } from "node:events";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { watch } from "chokidar";
import { OWN_LAYOUTS } from "../own-layouts.js";
import type { Problem } from "../problems.ts";
import { DeskOfTheDay } from "./dev/desk-of-the-day.ts";
import { DevSearch } from "./dev/dev-search.ts";
import type { Edited } from "./dev/edits.ts";
import { Lookout } from "./dev/lookout.ts";
import type { ReadingResult } from "./dev/orders.ts";
import { problemsOfFailure } from "./dev/problems-of-failure.ts";
import { DeskPress } from "./dev/writers-desk/desk-press.ts";
import { Proof } from "./proof.ts";
import { hearingReplies, listen, type RunningServer } from "./serve.ts";
import { WORK } from "./usual.ts";

const LAYOUTS = fileURLToPath(new URL("../../layouts", import.meta.url));

/** As long as a writer who goes on writing pauses between two saves, at most; in milliseconds. */
const QUIET = 2000;

/** A reading that came to an end, with or without problems in the content, or one that threw (a layout's mistake). */
export type Shown =
  | { readonly result: Exclude<ReadingResult, "unchanged">; readonly milliseconds: number }
  | { readonly failure: Error; readonly problems: readonly Problem[]; readonly milliseconds: number };

export interface DevelopOptions {
  /** The content folder. */
  readonly content: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** Milliseconds since 1970 UTC. */
  readonly clock: () => number;
  readonly onShown: (shown: Shown) => void;
  /** Nothing has been edited for a while. */
  readonly onQuiet?: () => void;
  /** A form with a reply was sent, and answered; it goes nowhere. */
  readonly onReply?: () => void;
  readonly stop?: AbortSignal;
  /** How long, in milliseconds, nothing must be edited before everything is looked at and the search is indexed anew. */
  readonly quiet?: number;
}

/**
 * Serves the site as its writers see it, drafts and scheduled stories marked, from memory. On each edit of the content
 * or the layouts what has changed is read; open pages reload, or show the problems over the last good page. Resolves
 * when all was read for the first time.
 */
export async function develop(options: DevelopOptions): Promise<RunningServer> {
  const { content, port, clock, onShown, onQuiet, onReply = () => {}, stop, quiet = QUIET } = options;
  const desk = new DeskOfTheDay({ content, work: WORK });
  const search = new DevSearch(
    { content, work: WORK },
    {
      clock,
      onFailure: (failure) => {
        if (!stop?.aborted) onShown({ failure, problems: [], milliseconds: 0 });
      },
    },
  );
  const press = new DeskPress();
  const lookout = new Lookout(resolve(content), quiet, {
    look: async (edited) => {
      const started = clock();
      const looked = await lookOnce(desk, edited, started, proof.open);
      return looked && { shown: { ...looked, milliseconds: clock() - started }, isGood: isGood(looked) };
    },
    tell: ({ shown }) => {
      // A reading that is interrupted has nothing to say.
      if (stop?.aborted) return;
      onShown(shown);
      proof.show(isGood(shown), problemsOf(shown));
    },
    whenQuiet: () => {
      search.renew();
      onQuiet?.();
    },
  });
  const proof = new Proof({
    at: async (url) => {
      const copy = await desk.answer(url);
      if (copy !== "outdated") return copy;
      // Somebody was quicker than the watcher.
      await lookout.lookAtAll();
      return desk.answer(url);
    },
    searchAt: (path) => search.at(path),
    desk: async () => {
      const figures = await desk.figures();
      return figures && { type: "text/html; charset=utf-8", text: await press.print(figures), headers: DESK_HEADERS };
    },
  });
  const server = await listen(hearingReplies(proof.answer, onReply), port);
  const watcher = watch([content, LAYOUTS, ...(OWN_LAYOUTS === undefined ? [] : [OWN_LAYOUTS])], {
    ignoreInitial: true,
  });
  const end = async () => {
    await server.closed;
    await Promise.all([watcher.close(), lookout.end(), desk.end(), search.end(), press.end()]);
  };
  const closed = end();
  stop?.addEventListener("abort", server.close, { once: true });
  // An edit before the watcher is ready would go unseen.
  await Promise.race([once(watcher, "ready"), closed]);
  watcher.on("all", (event, path) => lookout.edited(event, path));
  if (!stop?.aborted) await lookout.lookAtAll();
  return { ...server, closed };
}

/** The desk has nothing of the site, and nothing from elsewhere. */
const DESK_HEADERS = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
};

type Looked =
  | { readonly result: Exclude<ReadingResult, "unchanged"> }
  | { readonly failure: Error; readonly problems: readonly Problem[] };

/** Undefined when all is as it was. */
async function lookOnce(
  desk: DeskOfTheDay,
  edited: Edited,
  now: number,
  open: Iterable<string>,
): Promise<Looked | undefined> {
  try {
    const result = await desk.read(edited, now, open);
    return result === "unchanged" ? undefined : { result };
  } catch (error) {
    // A layout in the middle of an edit throws; the writer reads why, mends it, and the server goes on.
    const failure = error instanceof Error ? error : new Error(String(error));
    return { failure, problems: problemsOfFailure(failure) };
  }
}

const problemsOf = (looked: Looked): readonly Problem[] =>
  "failure" in looked ? looked.problems : [...looked.result.problems, ...looked.result.advice];

/** Whether there is a new edition to be seen. */
const isGood = (looked: Looked): boolean => !("failure" in looked) && looked.result.stories !== undefined;
