import { appendFile, cp, mkdir, rm, symlink } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { type BenchStory, makeCorpus } from "./corpus.ts";
import { writeForDateline, writeForPeers } from "./corpus-files.ts";
import { compareHtml, type HtmlFiles, htmlFiles } from "./html-files.ts";
import { type Measured, measure } from "./measure.ts";

export const PROJECT = fileURLToPath(new URL("../..", import.meta.url));

const NOT_COPIED = ["node_modules", ".git", ".dateline", "_site", "content", "docs", "tests"];

/** Copies the code of the project, so that a layout can be edited where nobody works on it. */
export async function copyProject(folder: string): Promise<void> {
  const isCode = (path: string) => !NOT_COPIED.includes(relative(PROJECT, path));
  await cp(PROJECT, folder, { recursive: true, filter: isCode });
  await symlink(join(PROJECT, "node_modules"), join(folder, "node_modules"));
}

/** What stands in the output folder: nothing that can be relied on, pages without a search index, or everything. */
type Built = "no" | "pages" | "all";

/** A folder with a corpus for everybody, and Dateline's site of it. */
export class BenchSite {
  readonly folder: string;
  /** The copy of the project's code. */
  readonly project: string;
  readonly content: string;
  readonly output: string;
  /** The corpus as Hugo and Eleventy read it. */
  readonly peersContent: string;
  readonly newest: BenchStory;
  #built: Built = "no";
  #html: HtmlFiles = new Map();

  private constructor(folder: string, project: string, newest: BenchStory) {
    this.folder = folder;
    this.project = project;
    this.newest = newest;
    this.content = join(folder, "content");
    this.output = join(folder, "site");
    this.peersContent = join(folder, "peers");
  }

  static async make(stories: number, folder: string, project: string): Promise<BenchSite> {
    const corpus = makeCorpus(stories);
    const newest = corpus.stories.at(-1);
    if (!newest) throw new RangeError("A site has at least one story");
    await mkdir(folder);
    const site = new BenchSite(folder, project, newest);
    await writeForDateline(corpus, site.content);
    // No peer draws cards. They are drawn once and kept: docs/decisions/0028 says what that costs.
    await appendFile(join(site.content, "settings.yaml"), "socialCards: 0\n");
    await writeForPeers(corpus, site.peersContent);
    return site;
  }

  /** A command line of Dateline, without npm, which is the same for all of them. */
  command(name: "build" | "check" | "dev", ...args: readonly string[]): string[] {
    const output = name === "build" ? ["--output", this.output] : [];
    return [process.execPath, join(this.project, "src/cli/dateline.js"), name, "--content", this.content]
      .concat(output)
      .concat(args);
  }

  /** As after a checkout: no site, nothing kept from earlier builds. */
  async clear(): Promise<void> {
    for (const made of [this.output, join(this.folder, ".dateline")]) await rm(made, { recursive: true, force: true });
    this.#built = "no";
  }

  /** Something was edited, or edited back. */
  outdated(): void {
    this.#built = "no";
  }

  /** Brings the site up to date, unmeasured, unless it is. */
  async buildUnless(...goodEnough: readonly Built[]): Promise<void> {
    if (goodEnough.includes(this.#built)) return;
    await measure(this.command("build"), this.folder);
    this.#built = "all";
  }

  /** Runs a command of Dateline and looks what it did to the pages, outside the measured time. */
  async measure(command: readonly string[], built: Built): Promise<Measured> {
    const before = this.html();
    const measured = await measure(command, this.folder);
    this.#built = built;
    return { ...measured, html: compareHtml(before, this.html()) };
  }

  html(): HtmlFiles {
    this.#html = htmlFiles(this.output, this.#html);
    return this.#html;
  }
}
