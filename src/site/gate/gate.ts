import { lstatSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Newsroom } from "../../model/newsroom.ts";
import type { Publication } from "../../model/publication.ts";
import { isMadeUp, outputFile, type SitePath, servedAt } from "../../model/urls.ts";
import { OWN_LAYOUTS } from "../../own-layouts.js";
import { interfaceWords } from "../../pages/interface-words.ts";
import type { Problem } from "../../problems.ts";
import { filesOfMark, MARKER } from "../output-folder.ts";
import type { ReadyPart } from "../press.ts";
import type { Printed, PrintedPart } from "../printed.ts";
import { shownPath } from "../shown-path.ts";
import { Evidence } from "./evidence.ts";
import { deadLinks } from "./far-links.ts";
import { filesBelow } from "./files-below.ts";
import type { Finding, PageFindings } from "./findings.ts";
import { type Hidden, hiddenIn, hiddenStories, isSaid } from "./hidden.ts";
import type { Measures } from "./inspector.ts";
import { fullFolders, type Limits, largeFiles, type Refused } from "./limits.ts";
import { linksToGone } from "./pages-that-stay.ts";
import { problemsOf, problemsOfRefused } from "./problems-of-findings.ts";

/** What a build works from, and what there was before. */
export interface Background {
  readonly newsroom: Newsroom;
  readonly publication: Publication;
  /** Of everything that the whole site is going to have, whichever share of it is built here. */
  readonly addresses: readonly SitePath[];
  /** As the person typed them. */
  readonly content: string;
  readonly output: string;
  /** Where the site stands, or will. */
  readonly target: string;
  readonly last: Printed | undefined;
  /** The parts of the last build that still lie in `target`, by name. */
  readonly inPlace: ReadonlyMap<string, PrintedPart>;
  readonly limits: Limits;
}

/** What is to be published. */
export interface Submission {
  /** All parts of the site; the files of those that are new lie in `folder`. */
  readonly parts: readonly ReadyPart[];
  readonly folder: string;
  /** What was found on the pages that were printed: as they were printed, and by a close look at some of them. */
  readonly onPages: PageFindings;
  readonly closely: readonly Finding[];
  readonly foreign: readonly Refused[];
  /** The stories that were put into search indexes. */
  readonly records: readonly { readonly url: SitePath }[];
}

/** What stands between a build and the site: nothing goes by that is wrong by what a machine can tell. */
export class Gate {
  readonly #background: Background;
  readonly #hidden: Hidden;

  constructor(background: Background) {
    this.#background = background;
    this.#hidden = hiddenIn(hiddenStories(background.newsroom, background.publication));
  }

  /** What pages are judged by while they are printed. */
  get measures(): Measures {
    const { publication, addresses, target, inPlace } = this.#background;
    const { url, pageWeight } = publication.settings;
    return {
      origin: url,
      addresses: addresses.join("\n"),
      hidden: this.#hidden,
      mostBytes: pageWeight * 1000,
      before: inPlace.size > 0 ? target : undefined,
    };
  }

  /** Everything that is wrong with a site that is otherwise ready, and how many pages of before were looked at again. */
  async judge(submission: Submission): Promise<{ readonly problems: readonly Problem[]; readonly again: number }> {
    const { publication, addresses, content, target, output } = this.#background;
    const { parts, folder, onPages, closely, foreign, records } = submission;
    const made = new Set(parts.flatMap(({ files = [] }) => files));
    const staying = new Set(parts.filter(({ files }) => !files).flatMap(({ name }) => this.#filesInPlace(name)));
    const pathOf = (file: string) => {
      if (made.has(file)) return join(folder, file);
      return staying.has(file) ? join(target, file) : undefined;
    };
    const reread = await this.#linksToGone(made, staying, onPages.lostIds);
    const files = new Set([...addresses.map(outputFile), ...made, ...staying]);
    const evidence = new Evidence(resolve(content), shownPath(content), OWN_LAYOUTS);
    const findings = [
      ...onPages.findings,
      ...closely,
      ...deadLinks([...onPages.farLinks, ...reread.links], { files, pathOf }),
      ...this.#hiddenRecords(records),
    ];
    const words = interfaceWords(publication.settings.language);
    const isKnown = ({ rule, about, source }: Finding) =>
      rule === "hidden text" && isSaid(about, publication, words, source && evidence.textOf(source));
    const told = findings.filter((finding) => !isKnown(finding));
    const refused = [...this.#refused([...made, ...staying], made, folder), ...foreign];
    const problems = [...problemsOf(told, evidence, output), ...problemsOfRefused(refused, output)];
    return { problems, again: reread.pages };
  }

  #filesInPlace(name: string): string[] {
    return this.#background.inPlace.get(name)?.files.map(([path]) => path) ?? [];
  }

  /** Pages that are not printed anew may link to what was there before. */
  async #linksToGone(made: ReadonlySet<string>, staying: ReadonlySet<string>, lostIds: readonly string[]) {
    const { last, inPlace, publication, target } = this.#background;
    const pages = [...staying].filter((file) => file.endsWith(".html"));
    if (!last || inPlace.size === 0 || pages.length === 0) return { links: [], pages: 0 };
    const before = last.parts.flatMap(({ files }) => files.map(([path]) => path));
    const vanished = before.filter((file) => !made.has(file) && !staying.has(file));
    // Whatever shows a picture has its address from the build, and changes with it.
    const gone = new Set([...vanished.map(servedAt).filter((url) => !isMadeUp(url)), ...lostIds]);
    if (gone.size === 0) return { links: [], pages: 0 };
    const links = await linksToGone(gone, pages, (page) => join(target, page), publication.settings.url);
    const sources = new Map(publication.articles.map(({ url, file }) => [outputFile(url), file]));
    return { links: links.map((link) => ({ ...link, source: sources.get(link.page) })), pages: pages.length };
  }

  #hiddenRecords(records: Submission["records"]): Finding[] {
    return records.flatMap(({ url }): Finding[] => {
      const story = this.#hidden.addresses.get(url);
      return story === undefined ? [] : [{ page: "search/index.html", rule: "hidden address", about: url, story }];
    });
  }

  #refused(all: readonly string[], made: Iterable<string>, folder: string): Refused[] {
    const { limits } = this.#background;
    const sizeOf = (file: string) => lstatSync(join(folder, file)).size;
    return [...fullFolders(all, limits), ...largeFiles(made, sizeOf, limits)];
  }

  /** The files that lie in the site, and that no build has made. */
  async findForeign(): Promise<Refused[]> {
    const { target } = this.#background;
    const ours = await filesOfMark(target);
    if (!ours) return [];
    const what = "No build has made this file, and all that lies here is published.";
    const foreign = await filesBelow(target, new Set([MARKER, ...ours]));
    // Where a branch is the site; no host publishes it.
    return foreign
      .filter((path) => path !== ".git" && !path.startsWith(".git/"))
      .map((path) => ({
        path,
        what,
        fix: "Move it to another folder.",
      }));
  }
}
