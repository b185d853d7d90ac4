import { createHash } from "node:crypto";
import { printable } from "../content/readers-text.ts";
import { VISIBLE } from "../content/source.ts";
import { COMMENT_FIELDS, MOST_CHARACTERS } from "../model/comment-form.ts";
import type { Submission } from "./forms-host.ts";
import type { Waiting } from "./inbox.ts";
import { withoutPersonalData } from "./withhold.ts";

/** Why a submission is none that anybody could decide on. */
export type Useless = "no words" | "no name" | "a program";

/** Characters of a text that the inbox takes: the form takes fewer, but not everybody uses the form. */
const MOST_TEXT = 10_000;
/** Of what comes, with all that cannot be seen, so many times as much is looked at. */
const TIMES = 4;
const MOST_STORY = 300;
const MOST_ID = 64;

/**
 * What is kept of a submission: by which story, in answer to what, by which name, in which words and when. What its
 * sender could be reached by is in nothing that is returned.
 */
export function received({ id: upstream, sent, fields }: Submission): Waiting | Useless {
  const email = fields[COMMENT_FIELDS.email] ?? "";
  const withheld = new Set<string>();
  let wasCut = false;
  const kept = (field: string, most: number, readable: (text: string) => string): string => {
    const raw = fields[field] ?? "";
    const text = readable(cut(raw, TIMES * most));
    const clean = withoutPersonalData(text, email, withheld);
    const short = withoutPersonalData(cut(clean, most).trim(), email, withheld);
    if (field === COMMENT_FIELDS.text) wasCut = raw.length > TIMES * most || clean.length > most;
    return short;
  };
  const name = kept(COMMENT_FIELDS.name, MOST_CHARACTERS.name, line);
  const text = kept(COMMENT_FIELDS.text, MOST_TEXT, printable);
  const story = kept(COMMENT_FIELDS.story, MOST_STORY, line);
  const replyTo = kept(COMMENT_FIELDS.replyTo, MOST_ID, line);
  if ((fields[COMMENT_FIELDS.honeypot] ?? "").trim() !== "") return "a program";
  if (!VISIBLE.test(text)) return "no words";
  if (!VISIBLE.test(name)) return "no name";
  const at = `${new Date(sent).toISOString().slice(0, 19)}Z`;
  return {
    state: "waiting",
    id: idOf([story, replyTo, name, text, at]),
    story,
    name,
    sent: at,
    text,
    ...(replyTo === "" ? {} : { replyTo }),
    withheld: [...withheld].sort(),
    wasCut,
    upstream: upstream === undefined ? [] : [upstream],
  };
}

/**
 * Names a reply by what is kept of it and nothing else: so it is the same whichever way it comes, a second click within
 * the second is the first, and nobody can try addresses against it.
 */
const idOf = (kept: readonly string[]): string =>
  createHash("sha256").update(JSON.stringify(kept)).digest("hex").slice(0, 12);

const line = (text: string): string => printable(text).replace(/\s+/g, " ");

/** The beginning of a text, without half a character at its end. */
const cut = (text: string, most: number): string =>
  text.length > most ? text.slice(0, most).replace(/[\ud800-\udbff]$/, "") : text;
