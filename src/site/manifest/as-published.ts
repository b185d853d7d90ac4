import { hash } from "node:crypto";
import { join } from "node:path";
import { fewAtOnce } from "../../content/few-at-once.ts";
import { HEADERS, NOT_FOUND, outputFile, REDIRECTS, servedAt } from "../../model/urls.ts";
import { type Difference, differencesOf, siteFilesIn } from "../verify/same-files.ts";
import { hashOf } from "./keep-manifest.ts";
import type { FileHashes } from "./manifest.ts";

/** What a host answers, or in words why it does not. */
export type Answered = { readonly status: number; readonly bytes: Uint8Array } | { readonly failure: string };

/** How a site in a folder differs from what a manifest says. */
export const differencesInFolder = (folder: string, files: FileHashes): Difference[] =>
  differencesOf(siteFilesIn(folder), Object.keys(files), (path) => hashOf(join(folder, path)) === files[path]);

/** What hosts read, and many give to nobody. */
export const FOR_THE_HOST: ReadonlySet<string> = new Set([HEADERS, REDIRECTS].map(outputFile));

/** As a browser has for one host. */
const AT_ONCE = 6;

/**
 * How a site that is served at an address differs from what a manifest says. Asks for every file, apart from those that
 * are for the host; cannot know of files that should not be there.
 */
export async function differencesAt(
  site: string,
  files: FileHashes,
  ask: (url: string) => Promise<Answered>,
): Promise<{ readonly path: string; readonly how: string }[]> {
  const asked = Object.entries(files).filter(([path]) => !FOR_THE_HOST.has(path));
  const found = await fewAtOnce(asked, AT_ONCE, async ([path, wanted]) => {
    const answer = await ask(new URL(servedAt(path), site).href);
    if ("failure" in answer) return { path, how: answer.failure };
    // Some hosts give the page for what is not there with its own status, even when it is asked for.
    if (answer.status !== 200 && path !== outputFile(NOT_FOUND)) return { path, how: `answers ${answer.status}` };
    return hash("sha256", answer.bytes, "hex") === wanted ? undefined : { path, how: "differs" };
  });
  return found.filter((difference) => difference !== undefined);
}
