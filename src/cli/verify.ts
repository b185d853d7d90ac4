import { isFolder } from "../content/is-folder.ts";
import { requestBytes } from "../request.ts";
import { differencesAt, differencesInFolder, FOR_THE_HOST } from "../site/manifest/as-published.ts";
import { type Manifest, readManifest } from "../site/manifest/manifest.ts";
import { readOptions } from "./options.ts";
import { counted, printDifferences } from "./words.ts";
import { EXIT, type ExitCode, UsageError, type World } from "./world.ts";

/** `verify`: says whether a site, in a folder or as a host serves it, is what a build's manifest says, byte for byte. */
export async function verifyCommand(args: string[], world: World): Promise<ExitCode> {
  const { site, manifest: file } = readOptions(args, {
    site: { type: "string", default: "_site" },
    manifest: { type: "string", default: ".dateline/build-manifest.json" },
  });
  const manifest = await readManifest(file);
  if (!manifest) throw new UsageError(`There is no ${file}; a build writes it.`);
  const isAddress = URL.canParse(site) && /^https?:$/.test(new URL(site).protocol);
  if (!isAddress && !(await isFolder(site))) throw new UsageError(`There is no folder ${site}.`);
  const found = isAddress ? await differencesAt(site, manifest.files, ask) : differencesInFolder(site, manifest.files);
  const paths = Object.keys(manifest.files);
  const asked = isAddress ? paths.filter((path) => !FOR_THE_HOST.has(path)) : paths;
  const left = isAddress ? paths.filter((path) => FOR_THE_HOST.has(path)) : [];
  if (found.length > 0) world.stdout.write(printDifferences(found));
  world.stdout.write(
    found.length === 0
      ? `The same ${counted(asked.length, "file")}, byte for byte, ${from(manifest)}.\n`
      : `${counted(found.length, "file")} of ${site} ${found.length === 1 ? "is" : "are"} not as published, ${from(manifest)}.\n`,
  );
  if (left.length > 0) world.stdout.write(`Not asked for, because hosts keep them: ${left.join(", ")}.\n`);
  return found.length === 0 ? EXIT.done : EXIT.problems;
}

const ask = (url: string) => requestBytes(fetch, url, { headers: { "cache-control": "no-cache" }, redirect: "manual" });

function from({ git, now, digest }: Manifest): string {
  const commit = git ? [`from commit ${git.commit}${git.clean ? "" : " with changes"}`] : [];
  return [...commit, ...(now ? [`as of ${now}`] : []), `SHA-256 of all ${digest}`].join(", ");
}
