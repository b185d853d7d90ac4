import type { OldNote, OldPlace, OldStatus, OldText } from "../old-site.ts";
import { bodyFrom } from "./body.ts";
import { type FolderGiven, headingOf, type ReadFile } from "./read-file.ts";
import type { TextFile } from "./text-files.ts";
import type { FilesByName } from "./texts-by-path.ts";

/** A file as a text of the old site. */
export function textFrom(text: TextFile, file: ReadFile, given: FolderGiven, byName: FilesByName): OldText {
  const shown = `${given.folder.path}/${text.file}`;
  const at = (line: number): OldPlace => ({ file: shown, at: { line, column: 1, length: 1 } });
  const notes: OldNote[] = [...file.said.notes];
  const listing = {
    changed: (what: string) => void notes.push({ what, needsPerson: false, place: at(file.bodyLine) }),
  };
  const body = bodyFrom(withoutTitle(file), {
    file: text.file,
    system: given.system.name,
    format: text.format,
    place: at(file.bodyLine),
    refer: (reference) => byName.addressOfReference(reference, text.file),
    listing,
  });
  const status = statusOf(text, file, given.now, (what) => notes.push({ what, needsPerson: true, place: at(1) }));
  return {
    kind: file.kind,
    id: text.file,
    place: at(1),
    title: file.title,
    slug: file.said.slug ?? text.slug,
    urls: file.urls,
    status,
    date: file.date,
    updated: file.said.updated,
    authors: file.authors.map(({ id }) => id),
    terms: file.terms,
    summary: file.said.summary,
    body,
    picture: file.said.picture,
    language: file.said.language ?? text.language,
    comments: [],
    notes,
  };
}

/** A first heading that is the headline again is shown above the text anyway. */
function withoutTitle({ body, title }: ReadFile): string {
  if (headingOf(body) !== title) return body;
  const from = body.trimStart();
  return from.includes("\n") ? from.slice(from.indexOf("\n") + 1) : "";
}

function statusOf(text: TextFile, { said, date }: ReadFile, now: number, note: (what: string) => void): OldStatus {
  if (said.status !== "published") return said.status;
  if (text.isDraft) return "draft";
  const time = (written: string | undefined) => (written === undefined ? Number.NaN : Date.parse(written));
  if (time(said.expires) <= now) {
    note(`It was shown until ${said.expires}.`);
    return "private";
  }
  if (said.expires !== undefined) note(`It was to be shown until ${said.expires}: write "expires: ${said.expires}".`);
  return time(date) > now ? "scheduled" : "published";
}
