import { stringify } from "yaml";
import { fileOf } from "../content/comments.ts";
import { personalDataIn } from "../content/personal-data.ts";
import { slugFrom } from "../model/slugs.ts";
import { writtenAt } from "../model/time.ts";
import { linkIn } from "./links.ts";
import { readText } from "./markdown/convert.ts";
import type { OldComment, OldText } from "./old-site.ts";
import { oneLine } from "./one-line.ts";
import { momentOfOld, type Place } from "./plan.ts";
import type { StoryContext } from "./story-context.ts";

/** A reply as the file that it becomes. */
export interface MadeReply {
  readonly id: string;
  readonly file: string;
  readonly text: string;
}

export interface MadeReplies {
  readonly replies: readonly MadeReply[];
  /** Sentences about replies that are not here, or not as they were. */
  readonly changed: readonly string[];
}

/** What a reply may have (`src/content/schema/fields.ts`). */
const MOST_CHARACTERS = 20_000;

/** The approved replies to a story. What readers could be reached by is taken out of them. */
export function makeReplies(
  { comments }: OldText,
  place: Place,
  { existing, site, addresses }: StoryContext,
): MadeReplies {
  const changed: string[] = [];
  const approved = comments.filter(({ isApproved }) => isApproved);
  const ids = namesOf(approved);
  const byId = new Map(approved.map((comment) => [comment.id, comment]));
  const { timeZone } = existing.settings.settings;
  const replies = approved.flatMap((comment): MadeReply[] => {
    const id = ids.get(comment) ?? "";
    const { markdown } = readText(comment.body).convert({
      title: "A reply",
      link: linkIn(place.file, addresses, site.url),
      picture: ([address = ""]) => ({ missing: "", url: URL.parse(address)?.href }),
    });
    const [name, text] = [withoutPersonalData(oneLine(comment.name, 200)), withoutPersonalData(markdown.trim())];
    if (text === "" || text.length > MOST_CHARACTERS) {
      changed.push(
        `The reply ${comment.id} has ${text === "" ? "no words" : "more than 20,000 characters"}: it was left out.`,
      );
      return [];
    }
    if (text !== markdown.trim())
      changed.push(`The reply ${comment.id} held an address or a number of a person: it was taken out.`);
    const root = rootOf(comment, byId);
    const front = {
      name: name || "Anonymous",
      date: writtenAt((momentOfOld(comment.date, timeZone) ?? place.moment).epochMs, timeZone),
      text,
      ...(root === comment ? {} : { replyTo: ids.get(root) }),
    };
    return [
      { id: `reply ${place.file} ${id}`, file: fileOf(place.file, id), text: stringify(front, { lineWidth: 0 }) },
    ];
  });
  return { replies, changed };
}

/** Their ids as names of files. */
function namesOf(comments: readonly OldComment[]): Map<OldComment, string> {
  const taken = new Set<string>();
  return new Map(
    comments.map((comment, index) => {
      const plain = (slugFrom(comment.id) ?? "")
        .replace(/[^a-z0-9-]/g, "")
        .slice(0, 50)
        .replace(/^-+|-+$/g, "");
      const name = plain === "" || taken.has(plain) ? `reply-${index + 1}` : plain;
      taken.add(name);
      return [comment, name];
    }),
  );
}

/** The reply at which a thread begins: answers are one level deep here. */
function rootOf(comment: OldComment, byId: ReadonlyMap<string, OldComment>): OldComment {
  const seen = new Set<OldComment>();
  let root = comment;
  while (!seen.has(root)) {
    seen.add(root);
    const parent = root.parent === undefined ? undefined : byId.get(root.parent);
    if (!parent) return root;
    root = parent;
  }
  // They answer each other in a circle.
  return comment;
}

function withoutPersonalData(text: string): string {
  let clean = text;
  for (const { index, length } of personalDataIn(text).toReversed()) {
    clean = `${clean.slice(0, index)}…${clean.slice(index + length)}`;
  }
  return clean;
}
