import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { outputFile } from "../../model/urls.ts";
import type { Page } from "../../pages/page.ts";
import { ifThere } from "../publish/system-error.ts";
import type { FarLink, Finding, PageFindings } from "./findings.ts";
import type { Hidden } from "./hidden.ts";
import { decoded, idsIn, readMarkup } from "./markup.ts";
import { choicesIn, LINKS, siteLinkOf } from "./site-link.ts";
import { structuredDataErrors } from "./structured-data.ts";

/** What pages are judged by. Plain data, for threads have it too. */
export interface Measures {
  readonly origin: string;
  /** The addresses of all pages and files that the site is going to have, a line each. */
  readonly addresses: string;
  readonly hidden: Hidden;
  /** What a page of HTML may weigh, in bytes as they are sent. */
  readonly mostBytes: number;
  /** Where the site of before stands, when some of its pages stay. */
  readonly before?: string | undefined;
}

/** The attributes of feeds that name a list of terms by an address where nothing need stand (RFC 4287, 4.2.2.2; RSS 2.0). */
const NAMES: ReadonlySet<string> = new Set(["scheme", "domain"]);

/** Looks at pages as they are printed. What it finds is kept for whoever asks in the end. */
export class Inspector {
  readonly #measures: Measures;
  readonly #addresses: ReadonlySet<string>;
  readonly #lengths: ReadonlySet<number>;
  readonly #findings: Finding[] = [];
  readonly #farLinks: FarLink[] = [];
  readonly #lostIds: string[] = [];
  #pages = 0;

  constructor(measures: Measures) {
    this.#measures = measures;
    this.#addresses = new Set(measures.addresses.split("\n"));
    this.#lengths = new Set([...measures.hidden.texts.keys()].map(({ length }) => length));
  }

  /** What was found since this was last asked. */
  take(): PageFindings {
    const pages = this.#pages;
    this.#pages = 0;
    return {
      findings: this.#findings.splice(0),
      farLinks: this.#farLinks.splice(0),
      lostIds: this.#lostIds.splice(0),
      pages,
    };
  }

  /** Looks at a page, of which `text` is what was printed. */
  inspect(page: Page, text: string): void {
    this.#pages++;
    const sheet = new PageSheet(page, this.#findings);
    if (text.startsWith("<!doctype html>")) this.#inspectHtml(page, text, sheet);
    else if (page.kind === "xml") this.#inspectXml(page, text, sheet);
    else if (page.kind === "json") this.#inspectJson(page, text, sheet);
    else for (const word of text.split(/[\s()]+/)) this.#readValue(page, word, sheet);
  }

  #inspectHtml(page: Page, html: string, sheet: PageSheet): void {
    const ids = new Set<string>();
    const fragments: string[] = [];
    let image: { src: string; hasAlt: boolean } | undefined;
    const hides = this.#hides();
    const link = (written: string) => this.#follow(page, decoded(written), sheet, fragments);
    readMarkup(html, "html", {
      element: (name) => {
        image = name === "img" ? { src: "", hasAlt: false } : undefined;
      },
      attribute: (name, value) => {
        if (name === "id") {
          const id = decoded(value);
          if (ids.has(id)) sheet.add({ rule: "duplicate id", about: id });
          ids.add(id);
        } else if (LINKS.has(name) || value.startsWith(this.#measures.origin)) link(value);
        else if (name === "srcset") for (const choice of choicesIn(value)) link(choice);
        if (image && name === "src") image.src = decoded(value);
        if (image && name === "alt") image.hasAlt = true;
        if (hides) this.#hide(value, sheet);
      },
      elementEnds: () => {
        if (image && !image.hasAlt) sheet.add({ rule: "no alt", about: image.src });
        image = undefined;
      },
      ...(hides ? { words: (words: string) => this.#hide(words, sheet) } : {}),
      script: (script) => {
        if (!script.includes("schema.org")) return;
        for (const about of structuredDataErrors(script, (value) => this.#readValue(page, value, sheet))) {
          sheet.add({ rule: "invalid", about });
        }
      },
    });
    for (const id of fragments) if (!ids.has(id)) sheet.add({ rule: "dead anchor", about: `${page.url}#${id}` });
    this.#compare(page, ids);
    this.#weigh(html, sheet);
  }

  #inspectXml(page: Page, xml: string, sheet: PageSheet): void {
    const value = (written: string) => this.#readValue(page, decoded(written), sheet);
    const isShort = (written: string) => written.length < 2000;
    readMarkup(xml, "xml", {
      element: () => {},
      attribute: (name, written) => !NAMES.has(name) && value(written),
      // Longer ones are the texts of stories, and those stand on their own pages.
      words: (written) => isShort(written) && value(written),
    });
  }

  #inspectJson(page: Page, json: string, sheet: PageSheet): void {
    const read = (value: unknown): void => {
      if (typeof value === "string") this.#readValue(page, value, sheet);
      else if (Array.isArray(value)) for (const item of value) read(item);
      else if (typeof value === "object" && value !== null) {
        for (const [name, inside] of Object.entries(value)) {
          this.#hide(name, sheet);
          read(inside);
        }
      }
    };
    try {
      read(JSON.parse(json));
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      sheet.add({ rule: "invalid", about: `it is no JSON: ${error.message}` });
    }
  }

  /** A text that programs read: it may be an address of the site. */
  #readValue(page: Page, text: string, sheet: PageSheet): void {
    if (text.startsWith(this.#measures.origin)) this.#follow(page, text, sheet, undefined);
    else this.#hide(text, sheet);
  }

  /** `fragments` takes the ids of the page itself that are linked to; undefined for what is no page. */
  #follow(page: Page, written: string, sheet: PageSheet, fragments: string[] | undefined): void {
    const link = siteLinkOf(written, this.#measures.origin, page.url);
    if (!link) return;
    const { path, id } = link;
    const story = this.#measures.hidden.addresses.get(path);
    if (story !== undefined) sheet.add({ rule: "hidden address", about: path, story });
    else if (path === page.url && fragments) fragments.push(...(id ? [id] : []));
    else if (id || !this.#addresses.has(path)) {
      const target = id ? `${path}#${id}` : path;
      if (sheet.isNew(`far ${target}`)) this.#farLinks.push({ ...sheet.place, target });
    }
  }

  #hides(): boolean {
    return this.#lengths.size > 0 || this.#measures.hidden.addresses.size > 0;
  }

  /** Looks whether a text is one that nobody may read yet. */
  #hide(written: string, sheet: PageSheet): void {
    if (written.length < 2 || !this.#hides()) return;
    const { addresses, texts } = this.#measures.hidden;
    const text = decoded(written).trim();
    const place = text.startsWith("/") ? addresses.get(text) : undefined;
    if (place !== undefined) sheet.add({ rule: "hidden address", about: text, story: place });
    const story = this.#lengths.has(text.length) ? texts.get(text) : undefined;
    if (story !== undefined) sheet.add({ rule: "hidden text", about: text, story });
  }

  /** What a page that stays links to may go with the page of before. */
  #compare(page: Page, ids: ReadonlySet<string>): void {
    const { before } = this.#measures;
    const old =
      before === undefined ? undefined : ifThere(() => readFileSync(join(before, outputFile(page.url)), "utf8"));
    if (old === undefined) return;
    for (const id of idsIn(old)) if (!ids.has(id)) this.#lostIds.push(`${page.url}#${id}`);
  }

  #weigh(html: string, sheet: PageSheet): void {
    const { mostBytes } = this.#measures;
    // It can't grow by being compressed; a character has three bytes at most, for one unit of two.
    if (html.length * 3 <= mostBytes) return;
    const bytes = gzipSync(html).length;
    if (bytes > mostBytes) sheet.add({ rule: "too heavy", about: String(bytes) });
  }
}

type About<One = Finding> = One extends Finding ? Omit<One, "page" | "source"> : never;

/** What is found on one page: each thing once, however often it stands there. */
class PageSheet {
  readonly place: { readonly page: string; readonly source?: string | undefined };
  readonly #findings: Finding[];
  readonly #known = new Set<string>();

  constructor(page: Page, findings: Finding[]) {
    const source = page.kind === "html" ? page.source : undefined;
    this.place = { page: outputFile(page.url), ...(source === undefined ? {} : { source }) };
    this.#findings = findings;
  }

  add(found: About): void {
    if (this.isNew(`${found.rule} ${found.about}`)) this.#findings.push({ ...this.place, ...found });
  }

  /** Whether something was not found on the page before. */
  isNew(name: string): boolean {
    if (this.#known.has(name)) return false;
    this.#known.add(name);
    return true;
  }
}
