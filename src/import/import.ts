import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { kindOf } from "../content/kinds.ts";
import { createFileReader, type FoundMarkdown } from "../content/markdown-file.ts";
import type { Image } from "../model/image.ts";
import type { Slug } from "../model/slugs.ts";
import { readablePath } from "../model/urls.ts";
import { makeAuthor } from "./authors.ts";
import { type Existing, readExisting } from "./existing.ts";
import { refuseExport } from "./export-error.ts";
import { type Finding, findingOf } from "./findings.ts";
import { FORMATS } from "./formats.ts";
import type { ImportMap } from "./map/map.ts";
import { printMap, readMap, withNew } from "./map/map-file.ts";
import { proposeMap } from "./map/propose.ts";
import type { OldItem, OldSite } from "./old-site.ts";
import { oneLine } from "./one-line.ts";
import { Pictures } from "./pictures.ts";
import { journalId, type Plan, planImport } from "./plan.ts";
import { addToRegistries, descriptionOf, type NewEntry, undescribed } from "./registries.ts";
import { keepPromise, printReport, type Tally } from "./report.ts";
import { type MadeFile, makeStory } from "./story.ts";
import { namesOf, readPlace, type StoryContext } from "./story-context.ts";
import { isImported, type Survey, survey } from "./survey.ts";
import { writeContent } from "./write/content-file.ts";
import { Journal } from "./write/journal.ts";
import { createWhole, replaceWhole } from "./write/whole-file.ts";

export interface ImportOptions {
  /** A name of `FORMATS`. */
  readonly format: string;
  /** The export, as the person typed it. */
  readonly path: string;
  /** The content folder, as the person typed it. */
  readonly content: string;
  /** The folder of the old site's uploads. */
  readonly media?: string | undefined;
  /** Where the map is, or is to be. */
  readonly map: string;
  /** Where the report goes. */
  readonly report: string;
  /** Where the journal is kept, in the site's folder for what is kept from run to run. */
  readonly work: string;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  readonly stop: AbortSignal;
  /** Is asked once, when a map was proposed that nobody has read yet. */
  readonly goOn: (proposed: ProposedMap) => Promise<boolean>;
  readonly progress: (step: "survey" | "import", share: number) => void;
}

export interface ProposedMap {
  readonly file: string;
  readonly sections: number;
  readonly tags: number;
  readonly authors: number;
}

export type ImportResult =
  /** The map is written, and waits for a person. */
  | { readonly kind: "proposed"; readonly proposed: ProposedMap }
  | { readonly kind: "imported"; readonly tally: Tally; readonly findings: readonly Finding[] };

/**
 * Moves an old site into a content folder. Reads the whole export before anything is written, so that one that breaks off
 * writes nothing; then writes whole files, one after the other, and nothing over what a person has done. Throws
 * `ExportError`, and what `stop` aborts with.
 */
export async function importSite(options: ImportOptions): Promise<ImportResult> {
  const { format, path, now, stop } = options;
  const existing = await readExisting(resolve(options.content), options.content.replace(/\/+$/, ""));
  const reader = await FORMATS[format]?.load();
  if (!reader) throw new Error(`There is no reader for ${format}`);
  let step: "survey" | "import" = "survey";
  const site = await reader({ path, now, progress: (share) => options.progress(step, share) });
  const found = await survey(site, stop);
  const map = await mapFor(site, found, existing, options);
  if ("waits" in map) return { kind: "proposed", proposed: map.waits };
  const journal = await Journal.open(options.work, format, existing.root, now);
  const plan = planImport(site, found, map.map, existing, journal, now);
  step = "import";
  try {
    return await new Import({ ...options, site, found, map: map.map, existing, journal, plan }).run();
  } finally {
    await journal.flush();
  }
}

/** The map that a person has read, or the one that is proposed where they say so. */
async function mapFor(
  site: OldSite,
  found: Survey,
  existing: Existing,
  options: ImportOptions,
): Promise<{ map: ImportMap } | { waits: ProposedMap }> {
  const proposed = proposeMap(site, found, existing);
  const written = await readFile(options.map).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    if (error.code === "EISDIR") return refuseExport(options.map, "The map is a folder.", "Name a file with --map.");
    throw error;
  });
  if (written) return { map: withNew(readMap(written, options.map), proposed) };
  await createWhole(resolve(options.map), printMap(proposed, found));
  const count = (to: string) => new Set(proposed.terms.filter((term) => term.to === to).map(({ slug }) => slug)).size;
  const said = { file: options.map, sections: count("section"), tags: count("tag"), authors: proposed.authors.length };
  return (await options.goOn(said)) ? { map: proposed } : { waits: said };
}

interface Given extends Omit<ImportOptions, "map"> {
  readonly site: OldSite;
  readonly found: Survey;
  readonly map: ImportMap;
  readonly existing: Existing;
  readonly journal: Journal;
  readonly plan: Plan;
}

/** The second reading, which writes. */
class Import {
  readonly #given: Given;
  readonly #pictures: Pictures;
  readonly #context: StoryContext;
  readonly #findings: Finding[];
  readonly #tally: { -readonly [Count in keyof Tally]: number };
  readonly #shown = new Set<string>();

  constructor(given: Given) {
    const { site, existing, journal, plan, map, media, found } = given;
    this.#given = given;
    const folder = media ?? site.media?.folder;
    const pathsOf = site.media?.pathsOf.bind(site.media) ?? (() => []);
    this.#pictures = new Pictures(existing, { folder, pathsOf }, journal);
    this.#context = { existing, site, names: namesOf(map), addresses: plan.addresses, pictures: this.#pictures };
    this.#findings = [...(site.notes ?? []).map((note) => findingOf(note, given.path)), ...plan.findings];
    const nothing = { stories: 0, drafts: 0, pages: 0, listed: 0, unchanged: 0, updated: 0, edited: 0 };
    this.#tally = { items: found.items, ...nothing, authors: 0, sections: 0, tags: 0, pictures: 0, comments: 0 };
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
    const made = await makeStory(item, place, this.#context);
    if (Buffer.byteLength(made.text) > MOST_BYTES) {
      this.#list(item, `"${oneLine(item.title, 120)}" has more than a megabyte of text`);
      return;
    }
    await this.#write(journalId(item.id), place.file, made);
    this.#tally[place.as === "story" ? "stories" : place.as === "draft" ? "drafts" : "pages"]++;
  }

  #list({ place }: OldItem, what: string): void {
    this.#tally.listed++;
    this.#findings.push({ sort: "listed", file: place.file, line: place.at?.line, what: `${what}.` });
  }

  /** Writes a file, and asks the newspaper's own reader what it makes of it. */
  async #write(id: string, file: string, { text, findings, pictures }: MadeFile): Promise<void> {
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
      return;
    }
    for (const { image } of pictures) this.#shown.add((image as Image).file);
    this.#findings.push(
      ...findings,
      ...this.#checked(
        file,
        pictures.map(({ image }) => image as Image),
      ),
    );
  }

  #checked(file: string, images: readonly Image[]): Finding[] {
    const { existing } = this.#given;
    const { language, timeZone } = existing.settings.settings;
    const place = kindOf(file);
    if (!place) return [];
    const measured = new Map(images.map((image) => [image.file, image]));
    const reader = createFileReader({
      root: existing.root,
      shownRoot: existing.shownRoot,
      language,
      timeZone,
      images: measured,
    });
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
      newTags.map((slug) => entry(slug, "tag")),
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
