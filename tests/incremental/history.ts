import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { expect } from "vitest";
import { type BuildOptions, type BuildResult, build } from "../../src/site/build.ts";
import { check } from "../../src/site/check.ts";
import { differencesInFolder } from "../../src/site/manifest/as-published.ts";
import { BUILD_MANIFEST, ManifestError, readManifest } from "../../src/site/manifest/manifest.ts";
import { anyEdit, anyNewspaper, doEdit, type Edit } from "./edits.ts";
import { filesBelow, HARM } from "./harm.ts";
import { filesOf, type Newspaper } from "./newspaper.ts";

/** What happens between two builds, and how the second is made. */
export interface Step {
  readonly edits: readonly Edit[];
  readonly harm: { readonly does: keyof typeof HARM; readonly to: keyof typeof PLACES; readonly which: number } | null;
  readonly checksFirst: boolean;
  readonly now: keyof typeof CLOCKS;
  readonly shownTo: keyof typeof READERS;
  readonly search: boolean;
  readonly output: "_site" | "_other";
  /** Whether an edition with problems is taken back to the last good one. */
  readonly takesBack: boolean;
}

const CLOCKS = {
  "the end of 2025": Date.UTC(2025, 11, 31, 23),
  "19 May 2026 at half past nine in London": Date.UTC(2026, 4, 19, 8, 30),
  "1 June 2026": Date.UTC(2026, 5, 1, 12),
  "2 June 2026": Date.UTC(2026, 5, 2, 12),
  "the year 2028": Date.UTC(2028, 0, 1),
};

const READERS = {
  readers: { unpublished: "none", indexed: true },
  "writers (--drafts)": { unpublished: "drafts", indexed: false },
  "writers (--preview)": { unpublished: "previewed", indexed: false },
  "writers, with scheduled stories": { unpublished: "all", indexed: false },
} as const;

/** Where the files are that harm may come to; the folder itself goes when there is no file in it. */
const PLACES = { "the site": "_site", "what is kept": ".dateline" } as const;

const mostly = <Value>(usual: Value, others: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: others });

const keyIn = <Key extends string>(record: Readonly<Record<Key, unknown>>) =>
  fc.constantFrom(...(Object.keys(record) as Key[]));

export const anyStep: fc.Arbitrary<Step> = fc.record({
  edits: fc.array(anyEdit, { maxLength: 3 }),
  harm: fc.option(
    fc.record({ does: mostly<keyof typeof HARM>("is deleted", keyIn(HARM)), to: keyIn(PLACES), which: fc.nat(200) }),
    { freq: 5, nil: null },
  ),
  checksFirst: mostly(false, fc.constant(true)),
  now: mostly("1 June 2026", keyIn(CLOCKS)),
  shownTo: mostly("readers", keyIn(READERS)),
  search: mostly(true, fc.constant(false)),
  output: mostly("_site", fc.constant("_other")),
  takesBack: mostly(true, fc.constant(false)),
});

/** A newspaper, and what happens to it. */
export interface History {
  readonly paper: Newspaper;
  readonly steps: readonly Step[];
}

export const anyHistory: fc.Arbitrary<History> = fc
  .tuple(anyNewspaper, fc.array(anyStep, { minLength: 1, maxLength: 6 }))
  .map(([paper, steps]) => ({ paper, steps, [fc.toStringMethod]: () => "told below" }));

/** How the builds of a history are made, apart from what its steps say. */
export type Ways = Pick<BuildOptions, "threads" | "shares">;

/**
 * Lives through a history on disk. After each step the site is built with all that is kept and, beside it, with nothing
 * kept: both say the same and are the same, byte for byte. Throws with the history in an editor's words.
 */
export async function live({ paper, steps }: History, ways: Ways): Promise<void> {
  const site = realpathSync(mkdtempSync(join(tmpdir(), "dateline-history-")));
  const told = [`A newspaper of ${[...filesOf(paper).keys()].join(", ")}.`];
  try {
    const desk = new Desk(site, paper, ways, (event) => told.push(event));
    await desk.print(FIRST_STEP);
    for (const step of steps) await desk.go(step);
  } catch (error) {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    throw new Error(`${told.map((event, index) => `${index}. ${event}`).join("\n")}\n${what}`, { cause: error });
  } finally {
    rmSync(site, { recursive: true, force: true });
  }
}

const FIRST_STEP: Step = {
  edits: [],
  harm: null,
  checksFirst: false,
  now: "1 June 2026",
  shownTo: "readers",
  search: true,
  output: "_site",
  takesBack: false,
};

/** Where a newspaper is edited and printed. */
class Desk {
  readonly #site: string;
  readonly #ways: Ways;
  readonly #tell: (event: string) => void;
  #paper: Newspaper;
  /** As it was when it was last printed without a problem. */
  #good: Newspaper;
  #onDisk = new Map<string, string | Uint8Array>();

  constructor(site: string, paper: Newspaper, ways: Ways, tell: (event: string) => void) {
    this.#site = site;
    this.#ways = ways;
    this.#tell = tell;
    this.#paper = structuredClone(paper);
    this.#good = structuredClone(paper);
  }

  async go(step: Step): Promise<void> {
    for (const edit of step.edits) this.#tell(`The editor ${edit.does}: ${doEdit(this.#paper, edit)}.`);
    if (step.harm) this.#harm(step.harm);
    if (await this.print(step)) return;
    if (!step.takesBack) return;
    this.#tell("What was wrong is taken back.");
    this.#paper = structuredClone(this.#good);
    await this.print(step);
  }

  /** Builds both ways and compares. Resolves with whether the site was published. */
  async print(step: Step): Promise<boolean> {
    this.#save();
    const output = join(this.#site, step.output);
    const clean = join(this.#site, "clean");
    rmSync(clean, { recursive: true, force: true });
    if (step.checksFirst) await this.#check(step, clean);
    const { now, shownTo, search } = step;
    this.#tell(`A build at ${now} for ${shownTo}${search ? "" : " without search"} into ${step.output}.`);
    const options = { ...READERS[shownTo], content: join(this.#site, "content"), now: CLOCKS[now], search, threads: 0 };
    const wanted = await build({ ...options, output: join(clean, "_site"), work: join(clean, ".dateline") });
    const before = wanted.published ? undefined : bytesBelow(output);
    const given = await build({ ...options, ...this.#ways, output, work: join(this.#site, ".dateline") });
    expect(said(given)).toEqual(said(wanted));
    expectSame(bytesBelow(output), before ?? bytesBelow(join(clean, "_site")));
    if (!wanted.published) {
      this.#tell(`It has problems: ${wanted.problems.map(({ file, what }) => `${file}: ${what}`).join(" ")}`);
      return false;
    }
    await expectTrueManifest(join(this.#site, ".dateline"), output);
    this.#good = structuredClone(this.#paper);
    return true;
  }

  async #check({ now }: Step, clean: string): Promise<void> {
    this.#tell(`A check at ${now}.`);
    const options = { content: join(this.#site, "content"), now: CLOCKS[now], threads: 0 };
    const wanted = await check({ ...options, work: join(clean, ".dateline") });
    const { problems, filesRead } = await check({ ...options, ...this.#ways, work: join(this.#site, ".dateline") });
    expect({ problems, filesRead }).toEqual(wanted);
    rmSync(clean, { recursive: true, force: true });
  }

  /** Writes what has changed in the newspaper. */
  #save(): void {
    const files = filesOf(this.#paper);
    const content = join(this.#site, "content");
    for (const [path, text] of files) {
      const old = this.#onDisk.get(path);
      if (old !== undefined && Buffer.from(old).equals(Buffer.from(text))) continue;
      mkdirSync(dirname(join(content, path)), { recursive: true });
      writeFileSync(join(content, path), text);
    }
    for (const path of this.#onDisk.keys()) if (!files.has(path)) rmSync(join(content, path));
    this.#onDisk = files;
  }

  #harm({ does, to, which }: NonNullable<Step["harm"]>): void {
    // A file of somebody's where the site has one stops a build: tests/whole/every-point.test.ts.
    if (to === "the site" && does === "is a folder") return;
    const folder = join(this.#site, PLACES[to]);
    // Without its mark a folder is nobody's, and no build would touch it.
    const files = filesBelow(folder).filter((file) => file !== ".dateline");
    const file = files[which % (files.length + 1)];
    if (file) {
      HARM[does](join(folder, file));
      this.#tell(`In ${to}, ${file} ${does}.`);
    } else {
      rmSync(folder, { recursive: true, force: true });
      this.#tell(`The whole of ${to} is deleted.`);
    }
  }
}

/** Someone may have harmed it where a build with nothing to do did not look: then nobody may take it for true. */
async function expectTrueManifest(kept: string, output: string): Promise<void> {
  const manifest = await readManifest(join(kept, BUILD_MANIFEST)).catch((error: unknown) => {
    if (error instanceof ManifestError) return undefined;
    throw error;
  });
  if (manifest) expect(differencesInFolder(output, manifest.files)).toEqual([]);
}

const said = ({ problems, filesRead, published }: BuildResult) => ({ problems, filesRead, published });

export const bytesBelow = (folder: string): Map<string, Buffer> =>
  new Map(filesBelow(folder).map((file) => [file, readFileSync(join(folder, file))]));

/** Names the files that differ, and shows where the first of them does. */
export function expectSame(given: ReadonlyMap<string, Buffer>, wanted: ReadonlyMap<string, Buffer>): void {
  const missing = [...wanted.keys()].filter((file) => !given.has(file));
  const tooMany = [...given.keys()].filter((file) => !wanted.has(file));
  const different = [...wanted].flatMap(([file, bytes]) => {
    const here = given.get(file);
    return here && !here.equals(bytes) ? [file] : [];
  });
  expect({ missing, tooMany, different }).toEqual({ missing: [], tooMany: [], different: [] });
}
