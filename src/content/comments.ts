import type { Comment } from "../model/comment.ts";
import { readCommentText } from "./comment-text.ts";
import { suggestion } from "./did-you-mean.ts";
import type { FileKind } from "./kinds.ts";
import type { Places } from "./places.ts";
import { printable } from "./readers-text.ts";
import type { Report } from "./report.ts";
import { commentSchema } from "./schema/comment.ts";
import type { Source } from "./source.ts";
import { validate } from "./validate.ts";
import { readYaml } from "./yaml.ts";

type Place = Extract<FileKind, { kind: "comment" }>;

/** Reads one reply. `zone` is the site's. Undefined when it is not what a reply is; each reason is reported. */
export function createCommentReader(zone: string) {
  const schema = commentSchema(zone);
  return (source: Source, { story, id }: Place, report: Report): Comment | undefined => {
    const tree = readYaml(source, 0, source.text.length, report);
    const written = tree && validate(schema, tree, source, report);
    return written && { ...written, name: printable(written.name), text: readCommentText(written.text), story, id };
  };
}

/** Says which replies answer nothing that is there. Stories are named by their files. */
export function checkComments(
  comments: readonly Comment[],
  stories: ReadonlySet<string>,
  places: Places,
  report: Report,
): void {
  for (const [story, replies] of Map.groupBy(comments, (comment) => comment.story)) {
    const byId = new Map(replies.map((reply) => [reply.id, reply]));
    const refuse = (file: string, what: string, fix: string, field?: string) =>
      report({
        severity: "error",
        file: places.shownAs(file),
        at: field === undefined ? undefined : places.ofField(file, [field]),
        what,
        fix,
      });
    for (const { id, replyTo } of replies) {
      const file = fileOf(story, id);
      if (!stories.has(story.normalize("NFC"))) {
        refuse(file, "There is no story that this answers.", `It would be ${places.shownAs(story)}.`);
      }
      if (replyTo === undefined) continue;
      const answered = byId.get(replyTo);
      if (!answered || replyTo === id) {
        const fix = suggestion(
          replyTo,
          [...byId.keys()].filter((one) => one !== id),
          "Take the line out.",
        );
        refuse(file, `There is no reply "${replyTo}" to this story.`, fix, "replyTo");
      } else if (answered.replyTo !== undefined) {
        const what = `The reply "${replyTo}" is itself an answer, and answers are one level deep.`;
        refuse(file, what, `Write replyTo: ${answered.replyTo}.`, "replyTo");
      }
    }
  }
}

/** The file of a reply, below `content/`. */
export const fileOf = (story: string, id: string): string =>
  `${story.replace(/^articles\//, "comments/").replace(/\.md$/, "")}/${id}.yaml`;
