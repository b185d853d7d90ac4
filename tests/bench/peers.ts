import { existsSync } from "node:fs";
import { cp, rm } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type BenchSite, PROJECT } from "./bench-site.ts";
import type { Contender } from "./contender.ts";
import { htmlVolume } from "./html-files.ts";
import { type Measured, measure } from "./measure.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export const hasHugo = () =>
  (process.env["PATH"] ?? "").split(delimiter).some((folder) => existsSync(join(folder, "hugo")));

/** What Dateline is compared with, on the same stories. */
export function peers(site: BenchSite): Contender[] {
  const floor: Contender = { key: "floor", name: "floor", run: () => printFloor(site) };
  const eleventy: Contender = {
    key: "eleventy",
    name: "Eleventy, clean",
    // Its time grows faster than the site.
    upTo: 1000,
    once: true,
    run: () => buildWithEleventy(site),
  };
  return hasHugo() ? [floor, ...hugo(site), eleventy] : [floor, eleventy];
}

async function printFloor(site: BenchSite): Promise<Measured> {
  await site.buildUnless("pages", "all");
  const { count, meanBytes } = htmlVolume(site.html());
  const output = await emptied(site, "floor");
  return measure(
    [process.execPath, here("floor.ts"), site.content, output, String(count), String(meanBytes)],
    site.folder,
  );
}

function hugo(site: BenchSite): Contender[] {
  const output = join(site.folder, "hugo-out");
  const command = ["hugo", "--source", here("hugo-site"), "--config", here("hugo-site/hugo.toml")]
    .concat(["--contentDir", site.peersContent, "--destination", output])
    .concat(["--noBuildLock", "--quiet"]);
  return [
    {
      key: "hugo-clean",
      name: "Hugo, clean",
      run: async () => {
        await emptied(site, "hugo-out");
        return measure(command, site.folder);
      },
    },
    {
      key: "hugo-again",
      name: "Hugo, nothing changed",
      run: async () => {
        if (!existsSync(output)) await measure(command, site.folder);
        return measure(command, site.folder);
      },
    },
  ];
}

async function buildWithEleventy(site: BenchSite): Promise<Measured> {
  const source = await emptied(site, "eleventy");
  await cp(here("eleventy-site"), source, { recursive: true });
  await cp(site.peersContent, join(source, "articles"), { recursive: true });
  const command = [process.execPath, join(PROJECT, "node_modules/@11ty/eleventy/cmd.cjs"), "--quiet"];
  return measure([...command, "--config=eleventy.config.mjs", "--output=site"], source);
}

/** A folder of the site's, which is not there any more. */
async function emptied(site: BenchSite, name: string): Promise<string> {
  const folder = join(site.folder, name);
  await rm(folder, { recursive: true, force: true });
  return folder;
}
