import type { Addressed } from "../content/addressed.ts";
import { urlOfFile } from "../content/addresses.ts";
import { redirectFaults } from "../content/check-redirects.ts";
import { readFormerAddress } from "../content/former-address.ts";
import { OVERRIDE } from "../content/source.ts";
import { caseless, isDevice, type Slug, slugFrom } from "../model/slugs.ts";
import { isMoment, type Moment, momentAt, monthOf, readMoment, yearOf } from "../model/time.ts";
import { isReserved, month2, readablePath, type SitePath, sectionUrl, tagUrl, year4 } from "../model/urls.ts";
import type { Existing } from "./existing.ts";
import type { Finding } from "./findings.ts";
import type { ImportMap } from "./map/map.ts";
import { decoded } from "./map/propose.ts";
import { pathOnOldSite } from "./old-addresses.ts";
import type { OldSite } from "./old-site.ts";
import type { Survey, SurveyedText } from "./survey.ts";
import type { Journal } from "./write/journal.ts";

/** Where a text of the old site goes. */
export interface Place {
  /** Below `content/`. */
  readonly file: string;
  readonly as: "story" | "draft" | "page";
  readonly moment: Moment;
  /** Said to the newsroom in the file itself. */
  readonly note?: string | undefined;
  readonly formerly: readonly SitePath[];
}

export interface Plan {
  /** By the id of the text. */
  readonly places: ReadonlyMap<string, Place>;
  /** Former addresses by what has them now: a file, or `tag:slug`, `section:slug`. */
  readonly formerly: ReadonlyMap<string, readonly SitePath[]>;
  /** What a link to an old address leads to: a file below `content/`, a path of the site, or `DRAFT`. */
  readonly addresses: ReadonlyMap<string, string>;
  readonly findings: readonly Finding[];
}

/** What the journal calls the text of an id. */
export const journalId = (id: string): string => `text ${id}`;

/** What a text is here, and what is said of it. Only what the old site showed everybody is published. */
function fateOf(text: SurveyedText, moment: Moment, now: number): Pick<Place, "as" | "note"> {
  const draft = (note: string): Pick<Place, "as" | "note"> => ({
    as: "draft",
    note: text.kind === "page" ? `${note} It was a page there: published, it belongs into pages/.` : note,
  });
  switch (text.status) {
    case "draft":
      return draft("This was a draft on the old site.");
    case "private":
      return draft("This was private on the old site: only its newsroom could read it.");
    case "password":
      return draft("This was behind a password on the old site.");
    case "scheduled":
      if (text.kind === "page") return draft("This was scheduled on the old site, which pages here cannot be.");
      return moment.epochMs > now
        ? { as: "story" }
        : draft("This was scheduled on the old site, for a time that has passed since the export was made.");
    case "published":
      return { as: text.kind };
    case "trash":
      throw new Error("What was thrown away has no place");
  }
}

/** Gives every text its file and its former addresses. The same export and journal give the same. */
export function planImport(
  site: OldSite,
  { texts }: Survey,
  map: ImportMap,
  existing: Existing,
  journal: Journal,
  now: number,
): Plan {
  const findings: Finding[] = [];
  const zone = existing.settings.settings.timeZone;
  const taken = new Set(existing.files.map(({ path }) => caseless(path)));
  // A file that an earlier run has given somebody, and not come to write.
  for (const { id } of texts) taken.add(caseless(journal.fileOf(journalId(id)) ?? ""));
  const ours = (file: string, id: string) => journal.fileOf(journalId(id)) === file;
  const files = new Map<string, Omit<Place, "formerly">>();
  for (const text of texts) {
    const dated = momentOf(text, zone, journal.begun, site.made);
    const { moment } = dated;
    if (dated.what && text.kind === "story") findings.push({ sort: "person", ...placeOf(text), what: dated.what });
    const fate = fateOf(text, moment, now);
    const folder = fate.as === "page" ? "pages" : `articles/${year4(yearOf(moment))}/${month2(monthOf(moment))}`;
    const wanted = slugOfText(text);
    const isFree = (slug: Slug) => {
      const file = `${folder}/${slug}.md`;
      return ours(file, text.id) || (!taken.has(caseless(file)) && !(fate.as === "page" && isReserved(slug)));
    };
    const before = journal.fileOf(journalId(text.id));
    const kept = before !== undefined && isNumbered(before, folder, wanted) ? before : undefined;
    let [slug, number] = [wanted, 1];
    while (!kept && !isFree(slug)) slug = `${wanted}-${++number}` as Slug;
    const file = kept ?? `${folder}/${slug}.md`;
    if (!kept && number > 1) {
      const what = `The name "${wanted}" is taken there, so that this is ${file}.`;
      findings.push({ sort: "changed", ...placeOf(text), what });
    }
    taken.add(caseless(file));
    files.set(text.id, { file, moment, ...fate });
  }
  return { ...addressesOf(site, texts, files, map, existing, findings), findings };
}

/** Whether a file is the one of a slug, or of a number of it, in a folder. */
const isNumbered = (file: string, folder: string, slug: Slug): boolean => {
  const [, number] = file.startsWith(`${folder}/${slug}`)
    ? (/^(-\d+)?\.md$/.exec(file.slice(folder.length + 1 + slug.length)) ?? [undefined, undefined])
    : [undefined, undefined];
  return number !== undefined || file === `${folder}/${slug}.md`;
};

const placeOf = ({ place }: SurveyedText) => ({ file: place.file, line: place.at?.line });

const LONGEST_SLUG = 120;

/** Dots, slashes and whatever else a file's name cannot have are gone; what is left may be nothing. */
function slugOfText({ slug, title, id }: SurveyedText): Slug {
  const made = slugFrom(decoded(slug ?? "")) ?? slugFrom(title) ?? slugFrom(`story ${id}`) ?? ("story" as Slug);
  const short = made.length > LONGEST_SLUG ? slugFrom(made.slice(0, LONGEST_SLUG)) : made;
  return !short || isDevice(short) ? (`${made}-1` as Slug) : short;
}

function momentOf(
  { date, updated }: SurveyedText,
  zone: string,
  begun: number,
  made: string | undefined,
): { moment: Moment; what?: string } {
  for (const written of [date, updated, made]) {
    if (written === undefined) continue;
    const moment = momentOfOld(written, zone);
    if (!moment) continue;
    return written === date
      ? { moment }
      : { moment, what: `It has no date that can be read; it was given ${written}.` };
  }
  return { moment: momentAt(begun, zone), what: "It has no date that can be read; it was given that of the import." };
}

const TURNED = { what: "has a character that turns the direction of text" };

/** What a link to a draft leads to. */
export const DRAFT = "a draft";

/** A time of an old site; where clocks showed it twice, the first. Undefined for one that cannot be read. */
export function momentOfOld(written: string | undefined, zone: string): Moment | undefined {
  if (written === undefined) return undefined;
  const read = readMoment(written, zone);
  const moment = !isMoment(read) && read.fault === "twice" ? readMoment(read.choices[0], zone) : read;
  return isMoment(moment) ? moment : undefined;
}

/** Old addresses: which become redirects, which can't, and what links to them lead to. */
function addressesOf(
  site: OldSite,
  texts: readonly SurveyedText[],
  files: ReadonlyMap<string, Omit<Place, "formerly">>,
  map: ImportMap,
  existing: Existing,
  findings: Finding[],
): Omit<Plan, "findings"> {
  const addresses = new Map<string, string>();
  const wanted = new Map<string, { urls: SitePath[]; old: { file: string; line?: number | undefined } }>();
  const refused = new Map<string, string[]>();
  const add = (
    owner: string,
    leadsTo: string,
    urls: readonly string[],
    old: { file: string; line?: number | undefined },
  ) => {
    const own = wanted.get(owner) ?? { urls: [], old };
    wanted.set(owner, own);
    for (const written of urls) {
      const path = pathOnOldSite(written, site.url);
      if (path === undefined) continue;
      if (!addresses.has(path)) addresses.set(path, leadsTo);
      const read = OVERRIDE.test(path) ? TURNED : readFormerAddress(path);
      if (typeof read === "string") {
        if (!own.urls.includes(read)) own.urls.push(read);
      } else refused.set(read.what, [...(refused.get(read.what) ?? []), path]);
    }
  };
  for (const text of texts) {
    const place = files.get(text.id);
    if (place) add(place.file, place.as === "draft" ? DRAFT : place.file, text.urls, placeOf(text));
  }
  const byTerm = new Map(map.terms.map((term) => [term.id, term]));
  for (const term of site.terms) {
    const mapped = byTerm.get(term.id);
    if (!mapped || mapped.to === "none") continue;
    const url = mapped.to === "section" ? sectionUrl(mapped.slug) : tagUrl(mapped.slug);
    add(`${mapped.to}:${mapped.slug}`, url, term.urls, { file: existing.shownRoot });
  }
  const byAuthor = new Map(map.authors.map((author) => [author.id, author]));
  for (const author of site.authors) {
    const mapped = byAuthor.get(author.id);
    if (mapped)
      add(`authors/${mapped.slug}.md`, `authors/${mapped.slug}.md`, author.urls, { file: existing.shownRoot });
  }
  for (const [why, paths] of refused) {
    const what = `${paths.length} old ${paths.length === 1 ? "address" : "addresses"} cannot lead on, such as ${paths[0]}: it ${why}.`;
    findings.push({ sort: "changed", file: existing.shownRoot, what });
  }
  const formerly = withoutFaults(wanted, existing, findings);
  const places = new Map(
    [...files].map(([id, place]) => [id, { ...place, formerly: formerly.get(place.file) ?? [] }] as const),
  );
  return { places, formerly, addresses };
}

/** Leaves out the redirects that `check` would refuse, and the addresses that stay what they were. */
function withoutFaults(
  wanted: ReadonlyMap<string, { urls: readonly SitePath[]; old: { file: string; line?: number | undefined } }>,
  existing: Existing,
  findings: Finding[],
): Map<string, readonly SitePath[]> {
  const left = new Map([...wanted].map(([owner, { urls }]) => [owner, urls.filter((url) => url !== urlOf(owner))]));
  const others = existing.files.flatMap(({ path }): Addressed[] => {
    const url = wanted.has(path) ? undefined : urlOfFile(path);
    return url ? [{ url, file: path, isDraft: false, formerly: [] }] : [];
  });
  const registered = [
    ...existing.settings.settings.sections.map(({ slug }) => `section:${slug}`),
    ...existing.tags.tags.map(({ slug }) => `tag:${slug}`),
  ].filter((owner) => !wanted.has(owner));
  const all = [
    ...[...left].map(([owner, formerly]): Addressed => ({ url: urlOf(owner), file: owner, isDraft: false, formerly })),
    ...registered.map((owner): Addressed => ({ url: urlOf(owner), file: owner, isDraft: false, formerly: [] })),
    ...others,
  ];
  const faults = redirectFaults(all, (file) => file);
  const bad = new Set<SitePath>();
  for (const { one, index, what } of faults) {
    const from = one.formerly[index];
    if (from === undefined) continue;
    bad.add(from);
    left.set(
      one.file,
      (left.get(one.file) ?? []).filter((url) => url !== from),
    );
    const old = wanted.get(one.file)?.old ?? { file: existing.shownRoot };
    findings.push({
      sort: "person",
      ...old,
      what: `Its old address ${readablePath(from)} does not lead on to ${one.file}. ${what}`,
    });
  }
  return left;
}

function urlOf(owner: string): SitePath {
  const [, kind, slug] = /^(section|tag):(.*)$/.exec(owner) ?? [];
  const url = kind === "section" ? sectionUrl(slug as Slug) : kind === "tag" ? tagUrl(slug as Slug) : urlOfFile(owner);
  if (url === undefined) throw new Error(`${owner} has no address`);
  return url;
}
