import { resolve } from "node:path";
import { kindOf } from "../content/kinds.ts";
import { createFileReader, type FileReader, type FoundMarkdown } from "../content/markdown-file.ts";
import type { Image } from "../model/image.ts";
import type { Slug } from "../model/slugs.ts";
import { readablePath } from "../model/urls.ts";
import { replaceWhole } from "../whole-file.ts";
import { makeAuthor } from "./authors.ts";
import { makeReplies } from "./comments.ts";
import type { Existing } from "./existing.ts";
import { type Finding, findingOf } from "./findings.ts";
import type { ImportOptions, ImportResult } from "./import.ts";
import type { ImportMap } from "./map/map.ts";
import type { OldItem, OldSite, OldText } from "./old-site.ts";
import { oneLine } from "./one-line.ts";
import { Pictures } from "./pictures.ts";
import { journalId, type Place, type Plan } from "./plan.ts";
import { addToRegistries, descriptionOf, type NewEntry, undescribed, withOwnNames } from "./registries.ts";
import { keepPromise, printReport, type Tally } from "./report.ts";
import { type MadeFile, makeStory } from "./story.ts";
import { namesOf, readPlace, type StoryContext } from "./story-context.ts";
import { isImported, type Survey } from "./survey.ts";
import { writeContent } from "./write/content-file.ts";
import type { Journal } from "./write/journal.ts";

/** What the second reading is done with. */
export interface Given extends Omit<ImportOptions, "map"> {
  readonly site: OldSite;
  readonly found: Survey;
  readonly map: ImportMap;
  readonly existing: Existing;
  readonly journal: Journal;
  readonly plan: Plan;
}

/** The second reading, which writes. */
export class Importing {
  readonly #given: Given;
  readonly #pictures: Pictures;
  readonly #context: StoryContext;
  readonly #findings: Finding[];
  readonly #tally: { -readonly [Count in keyof Tally]: number };
  readonly #shown = new Set<string>();
  readonly #reader: FileReader;

  constructor(given: Given) {
    const { site, existing, journal, plan, map, media, found } = given;
    this.#given = given;
    this.#reader = this.#readerWith([]);
    const folder = media ?? site.media?.folder;
    const pathsOf = site.media?.pathsOf.bind(site.media) ?? (() => []);
    this.#pictures = new Pictures(existing, { folder, pathsOf }, journal);
    this.#context = { existing, site, names: namesOf(map), addresses: plan.addresses, pictures: this.#pictures };
    this.#findings = [...(site.notes ?? []).map((note) => findingOf(note, given.path)), ...plan.findings];
    const nothing = { stories: 0, drafts: 0, pages: 0, listed: 0, unchanged: 0, updated: 0, edited: 0 };
    this.#tally = {
      items: found.items,
      ...nothing,
      authors: 0,
      sections: 0,
      tags: 0,
      pictures: 0,
      comments: 0,
      uploads: site.uploads ?? 0,
    };
  }

  async run(): Promise<ImportResult> {
    const { site, stop, path, report } = this.#given;
    await this.#writeNames();
    for await (const item of site.items()) {
      stop.throwIfAborted();
      await this.#take(item);
    }
    const tally: Tally = { ...this.#tally, pictures: this.#shown.size };
    keepPromise(tally);
    const findings = this.#findings;
    await replaceWhole(resolve(report), printReport(`Import of ${site.title || path}`, tally, findings));
    return { kind: "imported", tally, findings };
  }

  async #take(item: OldItem): Promise<void> {
    const { plan } = this.#given;
    if (!isImported(item)) {
      const what = whatIsListed(item);
      const title = oneLine(item.title ?? "", 120);
      this.#list(item, `${what}${title ? `: ${title}` : ""}`);
      return;
    }
    const place = plan.places.get(item.id);
    if (!place) throw new Error(`${item.id} was not there when the export was first read`);
    const made =
      item.body.text.length > MOST_MARKUP * MOST_BYTES ? undefined : await makeStory(item, place, this.#context);
    if (!made || Buffer.byteLength(made.text) > MOST_BYTES) {
      this.#list(item, `"${oneLine(item.title, 120)}" has more than a megabyte of text`);
      return;
    }
    const isThere = await this.#write(journalId(item.id), place.file, made);
    if (isThere) await this.#reply(item, place);
    this.#tally[place.as === "story" ? "stories" : place.as === "draft" ? "drafts" : "pages"]++;
  }

  #list({ place }: OldItem, what: string): void {
    this.#tally.listed++;
    this.#findings.push({ sort: "listed", file: place.file, line: place.at?.line, what: `${what}.` });
  }

  /** Writes a file, and asks the newspaper's own reader what it makes of it. */
  async #write(id: string, file: string, { text, findings, pictures }: MadeFile): Promise<boolean> {
    const { existing, journal } = this.#given;
    const shownAs = `${existing.shownRoot}/${file}`;
    const written = await writeContent(existing.root, journal, { id, file, text });
    if (written === "as it was") this.#tally.unchanged++;
    if (written === "brought up to date") this.#tally.updated++;
    if (written === "edited" || written === "taken out") {
      this.#tally.edited++;
      const why =
        written === "edited" ? "Somebody has edited it since, or it was there before" : "Somebody has taken it out";
      this.#findings.push({ sort: "changed", file: shownAs, what: `${why}: it was left alone.` });
      return written === "edited";
    }
    for (const { image } of pictures) this.#shown.add((image as Image).file);
    this.#findings.push(
      ...findings,
      ...this.#checked(
        file,
        pictures.map(({ image }) => image as Image),
      ),
    );
    return true;
  }

  /** The approved replies to a story; of the others it is only said how many there are. */
  async #reply(text: OldText, place: Place): Promise<void> {
    const { existing, journal } = this.#given;
    const file = `${existing.shownRoot}/${place.file}`;
    const tell = (what: string) => void this.#findings.push({ sort: "changed", file, what });
    const hidden = text.comments.filter(({ isApproved }) => !isApproved).length;
    if (hidden > 0) tell(`Replies that were not approved were left out: ${hidden}.`);
    if (place.as === "page") {
      const shown = text.comments.length - hidden;
      if (shown > 0) tell(`Replies to pages have no place here, and were left out: ${shown}.`);
      return;
    }
    const { replies, changed } = makeReplies(text, place, this.#context);
    for (const what of changed) tell(what);
    for (const reply of replies) {
      const written = await writeContent(existing.root, journal, reply);
      if (written === "taken out" || written === "edited") continue;
      this.#tally.comments++;
    }
  }

  #readerWith(images: readonly Image[]): FileReader {
    const { existing } = this.#given;
    const { root, shownRoot } = existing;
    const { language, timeZone, embeds } = existing.settings.settings;
    return createFileReader({
      root,
      shownRoot,
      language,
      timeZone,
      embeds,
      // No old site has charts that we can read.
      figures: new Map(),
      images: new Map(images.map((one) => [one.file, one])),
    });
  }

  #checked(file: string, images: readonly Image[]): Finding[] {
    const place = kindOf(file);
    if (!place) return [];
    // Making a reader costs as much as reading several stories.
    const reader = images.length === 0 ? this.#reader : this.#readerWith(images);
    const { reading } = reader.read({ path: file, place } as FoundMarkdown);
    return reading.problems.map(({ file: shownAs, at, what, fix }) => ({
      sort: "person",
      file: shownAs,
      line: at?.line,
      what: `${what} ${fix}`,
    }));
  }

  /** Sections, tags and authors first, so that whatever story is there is whole. */
  async #writeNames(): Promise<void> {
    const { map, existing, site, found, plan, journal } = this.#given;
    const { names } = this.#context;
    const stories = found.texts.filter(({ id }) => plan.places.get(id)?.as !== "page");
    const used = stories.map((text) => readPlace(text, names));
    const sections = new Set([map.section, ...used.map(({ section }) => section)]);
    const tags = new Set(used.flatMap(({ tags: own }) => own));
    const entry = (slug: Slug, to: "section" | "tag"): NewEntry => {
      const mapped =
        map.terms.find((term) => term.slug === slug && term.to === to) ?? map.terms.find((term) => term.slug === slug);
      const old = mapped && site.terms.find(({ id }) => id === mapped.id);
      const formerly = (plan.formerly.get(`${to}:${slug}`) ?? []).map(readablePath);
      return { slug, name: oneLine(mapped?.name ?? "") || slug, description: old && descriptionOf(old), formerly };
    };
    const newSections = [...sections].filter(
      (slug) => !existing.settings.settings.sections.some((one) => one.slug === slug),
    );
    const newTags = [...tags].filter((slug) => !existing.tags.tags.some((one) => one.slug === slug));
    await addToRegistries(
      existing,
      newSections.map((slug) => entry(slug, "section")),
      withOwnNames(
        existing,
        newTags.map((slug) => entry(slug, "tag")),
      ),
    );
    this.#findings.push(...(await undescribed(existing, sections)));
    this.#tally.sections = sections.size;
    this.#tally.tags = tags.size;
    const needed = new Set(used.flatMap(({ authors }) => (authors.length === 0 ? [map.author] : authors)));
    const there = new Set(existing.files.filter(({ place }) => place.kind === "author").map(({ path }) => path));
    for (const slug of [...needed].sort()) {
      const file = `authors/${slug}.md`;
      this.#tally.authors++;
      if (there.has(file) && journal.fileOf(`author ${slug}`) !== file) continue;
      const mapped = map.authors.find((author) => author.slug === slug);
      const old = mapped && site.authors.find(({ id }) => id === mapped.id);
      const by = mapped ?? {
        slug,
        name: site.title || existing.settings.settings.title,
        type: "organisation" as const,
      };
      await this.#write(
        `author ${slug}`,
        file,
        await makeAuthor(by, old, plan.formerly.get(file) ?? [], this.#context),
      );
      this.#tally.authors++;
    }
  }
}

const whatIsListed = (item: OldItem): string => (item.kind === "other" ? item.what : `a ${item.kind} in the trash`);

/** What `content/` takes of one text (docs/limits.md). */
const MOST_BYTES = 1_000_000;
/** How many times as long the markup of a text may be. */
const MOST_MARKUP = 5;
