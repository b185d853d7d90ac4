import { readablePath, type SitePath } from "../model/urls.ts";
import { readFormerAddress } from "./former-address.ts";
import type { Report } from "./report.ts";
import { problemAt, type Source } from "./source.ts";

/** Every address that the site has ever promised, and what stood there when it was first remembered. */
export interface AddressBook {
  readonly entries: ReadonlyMap<SitePath, Remembered>;
  readonly source: Source;
}

export interface Remembered {
  /** Below `content/`. */
  readonly file: string;
  /** Where in the book it stands. */
  readonly offset: number;
}

export const ADDRESS_BOOK = "addresses.json";

/** JSON, 2 and 7: a text, and what may stand between two of them. */
const TEXT = String.raw`"((?:[^"\\\n]|\\.)*)"`;
const MEMBER = new RegExp(String.raw`\s*${TEXT}\s*:\s*${TEXT}\s*([,}])`, "y");
const MERGE_MARK = /^(?:<{7}|={7}|>{7})/m;
const FIX_BOOK = 'Mend the line, or take the last good book from git and run "npm run addresses".';

/**
 * The last line. Without it the line of the last address had no comma, and had to be edited whenever another came after
 * it: then git could not merge two branches that each had a new one.
 */
const END = "";
const END_SAYS = "npm run addresses keeps this book; each address ends in a comma, so that git can merge them";

/** `content/addresses.json`, in any order and layout. Undefined when it is not an address book; each reason is reported. */
export function readAddressBook(source: Source, report: Report): AddressBook | undefined {
  let sound = true;
  const refuse = (offset: number, length: number, what: string, fix: string) => {
    sound = false;
    report(problemAt(source, offset, length, what, fix));
  };
  const { text } = source;
  const mark = text.search(MERGE_MARK);
  if (mark !== -1) {
    refuse(
      mark,
      7,
      "Git could not merge the address book.",
      "Keep the lines of both sides, and delete its three marks.",
    );
    return undefined;
  }
  const entries = new Map<SitePath, Remembered>();
  for (const { name, file, offset, length } of membersOf(text, refuse)) {
    if (name === END) continue;
    const url = readFormerAddress(name);
    if (typeof url !== "string" || readablePath(url) !== name) {
      const fix = typeof url === "string" ? `Write ${readablePath(url)}.` : FIX_BOOK;
      refuse(offset, length, `"${name}" is not the address of a page.`, fix);
    } else if (entries.has(url)) refuse(offset, length, `${name} is in the address book twice.`, "Delete one line.");
    else entries.set(url, { file, offset });
  }
  return sound ? { entries, source } : undefined;
}

interface Member {
  readonly name: string;
  readonly file: string;
  /** Of the name, with its quotes. */
  readonly offset: number;
  readonly length: number;
}

/** The members of a JSON object of texts, up to the first thing in it that is something else. */
function* membersOf(
  text: string,
  refuse: (offset: number, length: number, what: string, fix: string) => void,
): Generator<Member> {
  const open = /^\s*\{/.exec(text);
  if (!open) return refuse(0, 1, "This is not JSON: an address book starts with {.", FIX_BOOK);
  let at = open[0].length;
  if (/^\s*\}\s*$/.test(text.slice(at, at + 100))) return;
  for (let last = ","; last === ","; at = MEMBER.lastIndex) {
    MEMBER.lastIndex = at;
    const match = MEMBER.exec(text);
    if (!match) {
      const fault = at + (/^\s*/.exec(text.slice(at, at + 1000))?.[0].length ?? 0);
      const what = "This is not a line of an address book.";
      return refuse(Math.min(fault, text.length), Number.POSITIVE_INFINITY, what, `${LIKE} ${FIX_BOOK}`);
    }
    const [whole, name = "", file = "", end = ""] = match;
    last = end;
    const offset = at + whole.indexOf('"');
    yield { name: textOf(name), file: textOf(file), offset, length: name.length + 2 };
    MEMBER.lastIndex = at + whole.length;
  }
  if (text.slice(at).trim() !== "") refuse(at, 1, "Something stands behind the address book.", "Delete it.");
}

const LIKE = 'Lines are like "/2020/04/slug/": "articles/2020/04/slug.md" and a comma.';

/** A text as JSON writes it, which few have to. */
function textOf(written: string): string {
  if (!written.includes("\\")) return written;
  try {
    return String(JSON.parse(`"${written}"`));
  } catch (error) {
    // An escape that JSON does not know: no address has one.
    if (error instanceof SyntaxError) return written;
    throw error;
  }
}

/** An address book as it is kept: a line an address, in their order, so that git can merge what two branches add. */
export function printAddressBook(entries: Iterable<readonly [url: SitePath, file: string]>): string {
  const lines = [...entries]
    .map(([url, file]) => [readablePath(url), file] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([url, file]) => `  ${JSON.stringify(url)}: ${JSON.stringify(file)},\n`);
  return `{\n${lines.join("")}  ${JSON.stringify(END)}: ${JSON.stringify(END_SAYS)}\n}\n`;
}
