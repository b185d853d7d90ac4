import { posix } from "node:path";
import { stringify } from "yaml";
import { isMoment, readMoment, writtenAt } from "../model/time.ts";
import { readablePath } from "../model/urls.ts";
import type { Finding } from "./findings.ts";
import { findingOf } from "./findings.ts";
import { linkIn } from "./links.ts";
import { readText } from "./markdown/convert.ts";
import type { PlacedNote } from "./markdown/print.ts";
import type { PictureNow } from "./markdown/surroundings.ts";
import { wordsOfMarkdown } from "./markdown/words-of.ts";
import type { OldText } from "./old-site.ts";
import { firstSentences, oneLine, shortened } from "./one-line.ts";
import type { PictureFound } from "./pictures.ts";
import type { Place } from "./plan.ts";
import { readPlace, type StoryContext } from "./story-context.ts";

/** The file that a text becomes, and what is said of it. */
export interface MadeFile {
  readonly text: string;
  readonly findings: readonly Finding[];
  /** The pictures that it shows. */
  readonly pictures: readonly (PictureFound & { readonly image: object })[];
}

/** Makes of an old text the file that it is here. Its pictures are copied on the way. */
export async function makeStory(text: OldText, place: Place, context: StoryContext): Promise<MadeFile> {
  const { existing, site, pictures, addresses } = context;
  const shownAs = `${existing.shownRoot}/${place.file}`;
  const findings: Finding[] = (text.notes ?? []).map((note) => findingOf(note, shownAs));
  const later: { what: string; sort: Finding["sort"] }[] = [];
  const say = (what: string, sort: Finding["sort"] = "person") => void later.push({ what, sort });
  const folder = posix.dirname(place.file);
  const title = oneLine(text.title) || "Untitled";
  if (title === "Untitled") say("It has no headline.");
  const read = readText(text.body);
  const found = new Map<string, PictureFound>();
  const bring = async (address: string) => {
    const known = found.get(address) ?? (await pictures.bring(address, folder, text.place.file));
    found.set(address, known);
    return known;
  };
  for (const choices of read.pictures) {
    for (const address of choices) if ("image" in (await bring(address))) break;
  }
  const cover = text.picture && (await bring(text.picture.src));
  const link = linkIn(place.file, addresses, site.url);
  const { markdown, notes } = read.convert({
    title,
    link: (href) => link(site.addressOf?.(href, text.place.file) ?? href),
    picture: (choices) => pictureNow(choices, found, context),
  });
  const words = wordsOfMarkdown(markdown);
  const wantsSummary = place.as !== "page";
  const given = oneLine(text.summary ?? "", 5000);
  const language = text.language ?? existing.settings.settings.language;
  const summary = given || (wantsSummary ? firstSentences(words, language) || shortened(title, 200) : "");
  if (wantsSummary && !given) say("Its summary is the beginning of its text.", "summary");
  const image = coverOf(text, cover, title, say, context);
  const front =
    place.as === "page"
      ? pageFront(title, summary, place)
      : storyFront({ text, title, summary, place, context, say, image });
  const head = `---\n${stringify(front, { lineWidth: 0 })}---\n${markdown === "" ? "" : "\n"}`;
  const linesBefore = head.split("\n").length - 1;
  findings.push(...placed(notes, shownAs, linesBefore));
  for (const { what, sort } of later) findings.push({ sort, file: shownAs, line: 1, what });
  const images = [...found.values()].filter((one) => "image" in one);
  return { text: `${head}${markdown}`, findings, pictures: images };
}

/** Notes of a text at their lines of its file. */
export const placed = (notes: readonly PlacedNote[], file: string, linesBefore: number): Finding[] =>
  notes.map(({ line, what, needsPerson, isPicture }) => ({
    sort: isPicture ? "picture" : needsPerson ? "person" : "changed",
    file,
    line: line + linesBefore,
    what,
  }));

function pictureNow(
  choices: readonly string[],
  found: ReadonlyMap<string, PictureFound>,
  { site }: StoryContext,
): PictureNow {
  for (const address of choices) {
    const one = found.get(address);
    if (!one || !("image" in one)) continue;
    const known = site.describe?.(address);
    return {
      name: posix.basename(one.image.file),
      alt: known?.alt && oneLine(known.alt),
      caption: known?.caption && oneLine(known.caption),
    };
  }
  const [address = ""] = choices;
  const first = found.get(address);
  const why = first && "why" in first ? first.why : "it has no address";
  const url = URL.parse(address.replace(/^\/\//, "https://"), site.url);
  const isWeb = url !== null && /^https?:$/.test(url.protocol);
  const missing = `The picture ${address.slice(0, 200) || "without an address"} is not here: ${why}.`;
  return { missing: isWeb ? `${missing} A link leads to where it was.` : missing, url: isWeb ? url.href : undefined };
}

function coverOf(
  { picture }: OldText,
  cover: PictureFound | undefined,
  title: string,
  say: (what: string, sort?: Finding["sort"]) => void,
  { site }: StoryContext,
): object | undefined {
  if (!picture || !cover) return undefined;
  if ("why" in cover) {
    say(`Its picture ${picture.src.slice(0, 200)} is not here: ${cover.why}.`);
    return undefined;
  }
  const known = site.describe?.(picture.src);
  const caption = oneLine(picture.caption ?? known?.caption ?? "");
  const credit = oneLine(picture.credit ?? known?.credit ?? "");
  const alt = oneLine(picture.alt ?? "") || oneLine(known?.alt ?? "");
  const instead = caption || `Picture: ${title}`;
  if (alt === "") say(`Its picture has "${instead}" for an alternative text: say what it shows.`, "picture");
  return {
    src: posix.basename(cover.image.file),
    alt: alt || instead,
    ...(caption && caption !== alt ? { caption } : {}),
    ...(credit ? { credit } : {}),
  };
}

const pageFront = (title: string, summary: string, { formerly }: Place): object => ({
  title,
  ...(summary ? { summary } : {}),
  ...(formerly.length > 0 ? { formerly: formerly.map(readablePath) } : {}),
});

interface StoryParts {
  readonly text: OldText;
  readonly title: string;
  readonly summary: string;
  readonly place: Place;
  readonly context: StoryContext;
  readonly say: (what: string, sort?: Finding["sort"]) => void;
  readonly image: object | undefined;
}

function storyFront({ text, title, summary, place, context, say, image }: StoryParts): object {
  const { existing, names } = context;
  const { timeZone } = existing.settings.settings;
  const { authors, section, tags } = readPlace(text, names);
  if (authors.length === 0) say("It has no author that the export names; it was given the map's.");
  const byline = authors.length === 0 ? [names.map.author] : authors;
  const read = text.updated === undefined ? undefined : readMoment(text.updated, timeZone);
  const updated =
    read && isMoment(read) && place.as === "story" && read.epochMs - place.moment.epochMs >= 60_000 ? read : undefined;
  const written = ({ epochMs, precision, iso }: Place["moment"]) =>
    precision === "day" ? iso.slice(0, 10) : writtenAt(epochMs, timeZone);
  return {
    title,
    summary,
    author: byline.length === 1 ? byline[0] : byline,
    date: written(place.moment),
    ...(updated ? { updated: written(updated) } : {}),
    section,
    ...(tags.length > 0 ? { tags } : {}),
    ...(image ? { image } : {}),
    ...(text.language && text.language !== existing.settings.settings.language ? { language: text.language } : {}),
    ...(place.as === "draft" ? { draft: true } : {}),
    ...(place.note ? { note: place.note } : {}),
    ...(place.formerly.length > 0 ? { formerly: place.formerly.map(readablePath) } : {}),
  };
}
