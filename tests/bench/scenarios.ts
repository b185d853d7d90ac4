import { rm } from "node:fs/promises";
import { join } from "node:path";
import { type BenchSite, PROJECT } from "./bench-site.ts";
import type { Contender } from "./contender.ts";
import { EDITS, type Edit } from "./edits.ts";
import { measure } from "./measure.ts";
import { deskAfterSave, saveToReload } from "./save-to-reload.ts";

/** Dateline as people use it, each time as a whole process. */
export function scenarios(site: BenchSite): Contender[] {
  const build = site.command("build");
  return [
    {
      key: "clean-pages",
      name: "Dateline, clean, without search",
      run: async () => {
        await site.clear();
        return site.measure([...build, "--no-search"], "pages");
      },
    },
    { key: "pagefind", name: "Pagefind's own command on its stories", upTo: 10_000, run: () => pagefind(site) },
    {
      key: "clean-search",
      name: "Dateline, clean",
      run: async () => {
        await site.clear();
        return site.measure(build, "all");
      },
    },
    {
      key: "nothing",
      name: "Dateline, nothing changed",
      run: async () => {
        await site.buildUnless("all");
        return site.measure(build, "all");
      },
    },
    ...EDITS.map((edit) => ({
      key: `edit-${edit.key}`,
      name: `Dateline, ${edit.name}`,
      run: (round: number) => buildAfter(edit, site, round),
    })),
    {
      key: "check",
      name: "Dateline, check, nothing changed",
      run: async () => {
        await site.buildUnless("all");
        // The first one takes down what it has found.
        await site.measure(site.command("check"), "all");
        return site.measure(site.command("check"), "all");
      },
    },
    {
      key: "dev",
      name: "Dateline, from save to reloaded page",
      upTo: 10_000,
      once: true,
      run: () => saveToReload(site),
    },
    {
      key: "desk",
      name: "Dateline, the writers' desk after a save",
      upTo: 10_000,
      once: true,
      run: () => deskAfterSave(site),
    },
  ];
}

async function buildAfter(edit: Edit, site: BenchSite, round: number) {
  await site.buildUnless("all");
  const undo = await edit.make(site, round);
  try {
    const measured = await site.measure(site.command("build"), "no");
    // A build that shows what was there before the edit is wrong and not fast.
    if (measured.html?.changed === 0) throw new Error(`No page changed after this edit: ${edit.name}`);
    return measured;
  } finally {
    await undo();
  }
}

/** Indexes what Dateline's search holds, the stories' own pages, and puts the index elsewhere. */
async function pagefind(site: BenchSite) {
  await site.buildUnless("pages", "all");
  const output = join(site.folder, "pagefind");
  await rm(output, { recursive: true, force: true });
  const stories = ["--glob", "[0-9]*/[0-9]*/*/index.html", "--root-selector", "article"];
  const command = [process.execPath, join(PROJECT, "node_modules/pagefind/lib/runner/bin.cjs")];
  return measure([...command, "--site", site.output, "--output-path", output, ...stories], site.folder);
}
