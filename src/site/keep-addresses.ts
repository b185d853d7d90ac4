import { join, resolve } from "node:path";
import { ADDRESS_BOOK, printAddressBook } from "../content/address-book.ts";
import { suggestion } from "../content/did-you-mean.ts";
import { readFormerAddress } from "../content/former-address.ts";
import type { Addresses } from "../content/lost-addresses.ts";
import { readContent } from "../content/read.ts";
import { readablePath, type SitePath } from "../model/urls.ts";
import { hasErrors, type Problem } from "../problems.ts";
import { replaceWhole } from "../whole-file.ts";
import { Desk } from "./desk.ts";
import { ForgetError } from "./forget-error.ts";
import { shownPath } from "./shown-path.ts";
import { holdsMany, withThreads } from "./threads/threads.ts";
import { usualThreads, WORK } from "./usual.ts";

export interface KeepOptions {
  /** The content folder. */
  readonly content: string;
  /** Addresses to let go, as a person writes them. */
  readonly forget: readonly string[];
  /** True to write nothing, and to say what would be new. */
  readonly check: boolean;
  /** The folder of what is kept from run to run; without it this is only slower. */
  readonly work?: string;
  /** How many threads may share the work; 0 for none. */
  readonly threads?: number;
}

export interface KeptAddresses {
  /** Nothing was written when there is an error among them. */
  readonly problems: readonly Problem[];
  readonly filesRead: number;
  readonly added: number;
  readonly forgotten: number;
  /** How many addresses are remembered. */
  readonly all: number;
}

/**
 * Writes into the address book what is new, and takes out of it what is to be forgotten. The book is there whole or not
 * at all, and is left alone while anything is wrong with the content, lost addresses too. Throws `ForgetError`.
 */
export async function keepAddresses(options: KeepOptions): Promise<KeptAddresses> {
  const { content } = options;
  const { addresses, problems, filesRead } = await readAddresses(options);
  const nothing = { filesRead, added: 0, forgotten: 0, all: addresses?.book?.entries.size ?? 0 };
  // Without a book there are no lost addresses, so that nothing is mended by forgetting one.
  if (!addresses || (!addresses.book && hasErrors(problems))) return { ...nothing, problems };
  const forgotten = new Set(options.forget.map((written) => forgettable(written, addresses)));
  const mended = new Set([...forgotten].map((url) => addresses.lost.get(url)));
  const left = problems.filter((problem) => !mended.has(problem));
  if (hasErrors(left)) return { ...nothing, problems: left };
  const remembered = [...(addresses.book?.entries ?? [])].filter(([url]) => !forgotten.has(url));
  const fresh = [...addresses.current].filter(([url]) => !addresses.book?.entries.has(url));
  if (options.check) return { ...nothing, problems: [...left, ...unremembered(fresh, addresses, shownPath(content))] };
  const entries = [...remembered.map(([url, { file }]) => [url, file] as const), ...fresh];
  if (fresh.length > 0 || forgotten.size > 0 || !addresses.book) {
    await replaceWhole(join(resolve(content), ADDRESS_BOOK), printAddressBook(entries));
  }
  return { filesRead, problems: left, added: fresh.length, forgotten: forgotten.size, all: entries.length };
}

const readAddresses = ({ content, work = WORK, threads = usualThreads() }: KeepOptions) =>
  withThreads(threads, async (lent) => {
    if (holdsMany(content)) lent.start();
    const desk = new Desk(work, lent, "check");
    try {
      const reading = await readContent(resolve(content), shownPath(content), await desk.howToRead(undefined));
      desk.keepLater(reading);
      return reading;
    } finally {
      await desk.end();
    }
  });

function forgettable(written: string, { book, current }: Addresses): SitePath {
  const read = readFormerAddress(written);
  const url = typeof read === "string" ? read : undefined;
  if (url !== undefined && book?.entries.has(url)) {
    const file = current.get(url);
    if (file === undefined) return url;
    throw new ForgetError(`${readablePath(url)} is still an address of ${file}; there is nothing to forget.`);
  }
  const known = [...(book?.entries.keys() ?? [])].map(readablePath);
  const fix = suggestion(written, known, "Name it as it stands in addresses.json.");
  throw new ForgetError(`The address book does not know ${written}. ${fix}`);
}

function unremembered(fresh: readonly (readonly [SitePath, string])[], { book }: Addresses, root: string): Problem[] {
  const fix = `Run "npm run addresses", and commit ${root}/${ADDRESS_BOOK}.`;
  if (!book) {
    return [{ severity: "error", file: `${root}/${ADDRESS_BOOK}`, what: "There is no address book yet.", fix }];
  }
  return fresh.map(([url, file]) => {
    const what = `The address book does not know ${readablePath(url)} yet.`;
    return { severity: "error", file: `${root}/${file}`, what, fix };
  });
}
