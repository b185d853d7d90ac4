import { posix } from "node:path";
import { readablePath, type SitePath } from "../model/urls.ts";
import type { Problem } from "../problems.ts";
import type { AddressBook, Remembered } from "./address-book.ts";
import type { Addressed } from "./addressed.ts";
import { nearest } from "./did-you-mean.ts";
import { problemAt } from "./source.ts";

/** What a newspaper remembers, and what it has. */
export interface Addresses {
  /** Undefined where there is none. */
  readonly book: AddressBook | undefined;
  /** Every address that has to last, with the file that answers there, as a page or with a redirect. */
  readonly current: ReadonlyMap<SitePath, string>;
  /** The problem of each address that is remembered, and lost. */
  readonly lost: ReadonlyMap<SitePath, Problem>;
}

/** Compares the book with what there is. Time plays no part: a story that waits or has expired is not lost. */
export function compareAddresses(book: AddressBook | undefined, all: readonly Addressed[]): Addresses {
  let current: ReadonlyMap<SitePath, string> | undefined;
  const addresses = {
    book,
    get current() {
      current ??= currentOf(all);
      return current;
    },
    lost: new Map<SitePath, Problem>(),
  };
  if (!book || isComplete(book, all)) return addresses;
  let candidates: Candidates | undefined;
  for (const [url, remembered] of book.entries) {
    if (addresses.current.has(url)) continue;
    candidates ??= candidatesFor(book, all);
    addresses.lost.set(url, problemOf(url, remembered, book, candidates));
  }
  return addresses;
}

/** Whether pages alone stand at all that is remembered, which is sooner known than what is lost. */
function isComplete({ entries }: AddressBook, all: readonly Addressed[]): boolean {
  let found = 0;
  for (const { url, isDraft } of all) if (!isDraft && entries.has(url)) found++;
  return found === entries.size;
}

function currentOf(all: readonly Addressed[]): ReadonlyMap<SitePath, string> {
  const lasting = all.filter(({ isDraft }) => !isDraft);
  const pages = lasting.map(({ url, file }) => [url, file] as const);
  return new Map([...pages, ...lasting.flatMap(({ formerly, file }) => formerly.map((url) => [url, file] as const))]);
}

function problemOf(
  url: SitePath,
  { file, offset }: Remembered,
  { source }: AddressBook,
  candidates: Candidates,
): Problem {
  const shown = readablePath(url);
  const problem = (what: string, fix: string) =>
    problemAt(source, offset, JSON.stringify(shown).length, `${shown} would be lost: ${what}`, fix);
  const root = posix.dirname(source.shownAs);
  const isSimple = /^[\p{L}\p{N}\p{M}/._-]+$/u.test(shown);
  const forget = `run "npm run addresses -- --forget ${isSimple ? shown : url}"`;
  const line = `formerly: [${isSimple ? shown : JSON.stringify(shown)}]`;
  if (candidates.drafts.has(url) && file.endsWith(".yaml")) {
    return problem(`no story belongs to it any more (${root}/${file}).`, `Keep one in it, or ${forget}.`);
  }
  if (candidates.drafts.has(url)) {
    return problem(`${root}/${file} is a draft again.`, `Publish it, retract it ("retracted:"), or ${forget}.`);
  }
  const next = successorOf(url, file, candidates);
  const where = next?.entry ? `its entry in ${root}/${next.file}` : `the front matter of ${root}/${next?.file}`;
  const redirect = next
    ? `If it is at ${readablePath(next.url)} now, write "${line}" into ${where}.`
    : `Write "${line}" into the front matter, or the entry, of what replaces it.`;
  const otherwise = file.startsWith("articles/")
    ? `Otherwise put the file back and retract it ("retracted:"), or ${forget}.`
    : `Otherwise ${forget}.`;
  return problem(`no page and no redirect comes from ${root}/${file} any more.`, `${redirect} ${otherwise}`);
}

/** What may have taken the place of something. */
interface Candidates {
  readonly drafts: ReadonlySet<SitePath>;
  /** What has an address that the book does not know. */
  readonly fresh: readonly Addressed[];
  readonly byName: ReadonlyMap<string, readonly Addressed[]>;
}

function candidatesFor({ entries }: AddressBook, all: readonly Addressed[]): Candidates {
  const living = all.filter(({ isDraft }) => !isDraft);
  return {
    drafts: new Set(all.filter(({ isDraft }) => isDraft).map(({ url }) => url)),
    fresh: living.filter(({ url }) => !entries.has(url)).slice(0, MOST_COMPARED),
    byName: Map.groupBy(living, ({ url }) => nameIn(url)),
  };
}

/** Comparing every lost address with every new one would take minutes when a whole archive was moved. */
const MOST_COMPARED = 200;

/** One of the same slug elsewhere, a new one first; else a new one of the same kind with nearly that slug. */
function successorOf(url: SitePath, file: string, { fresh, byName }: Candidates): Addressed | undefined {
  const namesakes = byName.get(nameIn(url)) ?? [];
  const namesake = namesakes.find((one) => fresh.includes(one)) ?? namesakes[0];
  if (namesake) return namesake;
  const sameKind = fresh.filter((one) => kindOf(one.file) === kindOf(file));
  const near = nearest(
    nameIn(url),
    sameKind.map((one) => nameIn(one.url)),
  );
  return sameKind.find((one) => nameIn(one.url) === near);
}

const nameIn = (url: SitePath): string => posix.basename(readablePath(url));

/** The folder or the registry that files of a kind are in. */
const kindOf = (file: string): string => file.split("/", 1)[0] ?? "";
