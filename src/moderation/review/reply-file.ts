import { Document, type Scalar } from "yaml";
import { fileOf } from "../../content/comments.ts";
import { printable } from "../../content/readers-text.ts";
import type { Comment } from "../../model/comment.ts";
import { writtenAt } from "../../model/time.ts";
import type { Problem } from "../../problems.ts";
import type { Waiting } from "../inbox.ts";
import type { InContext } from "./context.ts";
import { replyReader } from "./replies.ts";
import { CUT } from "./shorten.ts";
import type { Site } from "./stories.ts";

/** A reply as the file that it becomes, and as `check` reads that. */
export interface ReplyFile {
  /** Below `content/`. */
  readonly file: string;
  readonly text: string;
  readonly comment: Comment;
}

/** The file of a reply with a text that may be shortened; or why there can be none, in sentences. */
export function replyFile(
  { reply, story, answers }: InContext,
  text: string,
  site: Site,
): ReplyFile | { readonly refused: string } {
  if (!story) return { refused: `There is no story at ${reply.story} that it could stand under.` };
  if (answers?.kind === "waiting") {
    return { refused: `It answers "${answers.to.id}", which waits too: decide on that first.` };
  }
  const file = fileOf(story.file, reply.id);
  const written = new Document({
    name: printable(reply.name).replace(/\s+/g, " "),
    date: writtenAt(Date.parse(reply.sent), site.registries.settings.timeZone),
    text: `${text}\n`,
    ...(answers?.kind === "published" ? { replyTo: answers.head.id } : {}),
  });
  // A writer may have to take a line out of it.
  (written.get("text", true) as Scalar).type = "BLOCK_LITERAL";
  const yaml = written.toString({ lineWidth: 0 });
  const problems: Problem[] = [];
  const comment = replyReader(site)(file, Buffer.from(yaml), (problem) => problems.push(problem));
  if (comment) return { file, text: yaml, comment };
  return { refused: problems.map(({ what, fix }) => `${what} ${fix}`).join(" ") };
}

/** The text of a reply as it is approved when nobody shortens it. */
export function textOf({ text, wasCut }: Waiting): string {
  const shown = printable(text);
  return wasCut && !/(?:…|\[…\])$/.test(shown) ? `${shown} ${CUT}` : shown;
}
