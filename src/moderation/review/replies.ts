import { join, posix } from "node:path";
import { readBytes } from "../../content/bytes.ts";
import { createCommentReader, fileOf } from "../../content/comments.ts";
import { mostBytes } from "../../content/file-limits.ts";
import { kindOf } from "../../content/kinds.ts";
import type { Report } from "../../content/report.ts";
import { decode } from "../../content/source.ts";
import type { Comment } from "../../model/comment.ts";
import { filesIn, type Site } from "./stories.ts";

/** Reads the text of a reply's file (a path below `content/`) as `check` would; what is wrong is reported. */
export function replyReader({ registries }: Pick<Site, "registries">) {
  const read = createCommentReader(registries.settings.timeZone);
  return (file: string, bytes: Uint8Array, report: Report): Comment | undefined => {
    const place = kindOf(file);
    const source = decode(file, `${registries.shownRoot}/${file}`, bytes, report);
    return source && place?.kind === "comment" ? read(source, place, report) : undefined;
  };
}

/** Reads the replies that lie under a story (named by its file), by their ids; what is wrong is reported. */
export function repliesReader(site: Site) {
  const read = replyReader(site);
  return (story: string, report: Report): Map<string, Comment> => {
    const files = filesIn(site.root, posix.dirname(fileOf(story, "any")));
    const replies = files.flatMap((file) => {
      const place = kindOf(file);
      const bytes = place?.kind === "comment" ? readBytes(join(site.root, file), mostBytes(place, file)) : undefined;
      const reply = bytes && read(file, bytes, report);
      return reply ? [[reply.id, reply] as const] : [];
    });
    return new Map(replies);
  };
}
