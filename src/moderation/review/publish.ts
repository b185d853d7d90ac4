import { kindOf } from "../../content/kinds.ts";
import type { Entries } from "./context.ts";
import { idOf, type Message, type Repository } from "./repository.ts";
import { type Site, storyReader } from "./stories.ts";

/** What became of the files of approved replies. */
export type Published =
  | { readonly kind: "nothing" }
  | { readonly kind: "committed"; readonly files: readonly string[]; readonly subject: string }
  /** They stay where they are. `why` is a sentence, undefined outside every repository. */
  | { readonly kind: "left"; readonly files: readonly string[]; readonly why: string | undefined };

/**
 * Commits the files of replies that were approved and are in no commit yet, with those that an earlier review had to leave:
 * all in one, and nothing else. `files` are those of this review.
 */
export async function publish(
  files: readonly string[],
  entries: Entries,
  site: Site,
  repository: Repository,
): Promise<Published> {
  const uncommitted = await repository.uncommitted();
  const isApproved = (file: string) => entries.get(idOf(file))?.state === "approved";
  const all = [...new Set([...files, ...(uncommitted ?? []).filter(isApproved)])].sort();
  if (all.length === 0) return { kind: "nothing" };
  if (!uncommitted) return { kind: "left", files: all, why: undefined };
  const message = messageOf(all, site);
  const said = await repository.commit(all, message);
  if (said === undefined) return { kind: "committed", files: all, subject: message.subject };
  return { kind: "left", files: all, why: `Git made no commit: ${said}` };
}

/** Lines of a message; who wants to know more looks at its files. */
const MOST_HEADLINES = 50;

/** Names stories, and no reader. */
function messageOf(files: readonly string[], site: Site): Message {
  const open = storyReader(site);
  const stories = new Set(files.map(storyOf));
  const headlines = [...stories].map((story) => open(story)?.matter.title ?? story).sort();
  const lines = headlines.slice(0, MOST_HEADLINES).map((headline) => `- ${headline}`);
  const rest = headlines.length - lines.length;
  return {
    subject: `Publish ${files.length === 1 ? "1 reply" : `${files.length} replies`} to ${stories.size === 1 ? "1 story" : `${stories.size} stories`}`,
    body: [...lines, ...(rest > 0 ? [`- and ${rest} more`] : [])].join("\n"),
  };
}

function storyOf(file: string): string {
  const place = kindOf(file);
  if (place?.kind === "comment") return place.story;
  throw new Error(`${file} is no reply's file`);
}
