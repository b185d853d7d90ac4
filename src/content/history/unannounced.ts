import { join } from "node:path";
import type { TextBlock } from "../../model/history.ts";
import type { Newsroom, WrittenArticle } from "../../model/newsroom.ts";
import { statusAt } from "../../model/status.ts";
import { writtenAt } from "../../model/time.ts";
import type { Problem } from "../../problems.ts";
import { readBytes } from "../bytes.ts";
import type { Places } from "../places.ts";
import { bytesOf, filesChangedSince } from "./commits.ts";
import { createVersionReader, type StoryVersion } from "./story-version.ts";

/**
 * Warns of published stories whose text is not that of the `published` commit, and that do not say so: neither by a new
 * `updated` nor by a new correction. Only of stories that were out then and are out at `now` (milliseconds since 1970
 * UTC); `root` is the content folder, absolute.
 */
export async function unannouncedChanges(
  { articles, settings }: Newsroom,
  root: string,
  places: Places,
  published: string,
  now: number,
): Promise<Problem[]> {
  const before = await filesChangedSince(root, published);
  const changed = articles.filter((article) => before.has(article.file) && statusAt(article, now) === "published");
  if (changed.length === 0) return [];
  const bytes = await bytesOf(
    root,
    changed.flatMap(({ file }) => before.get(file) ?? []),
  );
  // Nothing to compare with, as outside a repository.
  if ("missing" in bytes) return [];
  const reader = createVersionReader(settings.timeZone, settings.language);
  return changed.flatMap((article) => {
    const then = bytes.get(before.get(article.file) ?? "");
    const written = readBytes(join(root, article.file));
    const [old, current] = [then, written].map((file) => file && reader.read(article.file, file));
    if (!old || !current || old.isLive || !wasOut(old, now)) return [];
    if (isSameText(old, current) || isAnnounced(old, article)) return [];
    return [warning(article, places, writtenAt(now, settings.timeZone))];
  });
}

const wasOut = ({ isForReaders, date, expires }: StoryVersion, now: number): boolean =>
  isForReaders && date.epochMs <= now && !(expires && expires.epochMs <= now);

const isSameText = (some: StoryVersion, others: StoryVersion): boolean => bodyOf(some) === bodyOf(others);

const bodyOf = ({ blocks }: StoryVersion): string =>
  JSON.stringify(blocks.filter(({ kind }: TextBlock) => kind !== "headline" && kind !== "standfirst"));

function isAnnounced(old: StoryVersion, { updated, corrections }: WrittenArticle): boolean {
  if (updated && updated.epochMs !== old.updated?.epochMs) return true;
  return corrections.some(
    ({ date, text }) => !old.corrections.some((known) => known.text === text && known.date.epochMs === date.epochMs),
  );
}

function warning({ file, updated }: WrittenArticle, places: Places, now: string): Problem {
  const line = `updated: ${now}`;
  return {
    severity: "warning",
    file: places.shownAs(file),
    at: places.ofField(file, [updated ? "updated" : "date"]),
    what: "The text of this published story has changed, and nothing tells its readers.",
    fix: updated
      ? `Write "${line}" here; or, if something in it was wrong, add a correction.`
      : `Add the line "${line}"; or, if something in it was wrong, a correction.`,
  };
}

/** Says that a commit which a person has named is not there to compare with. */
export const noSuchCommit = (named: string, places: Places): Problem => ({
  severity: "warning",
  file: places.shownAs("settings.yaml"),
  what: `There is no commit "${named}" here, so nobody looked whether published stories have changed.`,
  fix: "Fetch it, or name another with --published.",
});
