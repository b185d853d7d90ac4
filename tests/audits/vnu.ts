import { spawnSync } from "node:child_process";
import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

// No dependency, because its install script fetches a Java from the network where it finds none.
const VERSION = "26.9.27";
const JAR_SHA256 = "22f15dd39a33bed929d2a5c0cddf5946849a647eca9272bf4d5d00bc7e7a4d47";
const PLACE = ".dateline/vnu";

/**
 * CSS that the checker is too old to know, and after which it stumbles: cross-document view transitions (CSS View
 * Transitions 2) and contents that follow the reader (CSS Overflow 5). esbuild and Biome read our styles too.
 */
const YOUNGER_CSS = /^CSS: (?:.*(?:view-transition|scroll-target-group|target-current)|Parse Error\.$)/;

/** Whether a Java is there to run the checker with. */
export const javaIsThere = (): boolean => spawnSync("java", ["-version"]).status === 0;

/** What the Nu Html Checker calls an error in the files of a folder, a line for each; fetches the checker at first. */
export function vnuErrors(folder: string): string[] {
  const jar = join(PLACE, "node_modules/vnu-jar/build/dist/vnu.jar");
  const install = ["install", "--prefix", PLACE, "--no-save", "--ignore-scripts", `vnu-jar@${VERSION}`];
  const installed = spawnSync("npm", install, { encoding: "utf8" });
  if (installed.status !== 0) throw new Error(`The checker could not be fetched: ${installed.stderr}`);
  const found = hash("sha256", readFileSync(jar));
  if (found !== JAR_SHA256) throw new Error(`${jar} is another than the one that was looked at: ${found}`);
  const args = ["-jar", jar, "--errors-only", "--format", "json", "--skip-non-html", folder];
  const { stderr } = spawnSync("java", args, { encoding: "utf8", maxBuffer: 1 << 28 });
  const { messages } = JSON.parse(stderr) as { messages: readonly VnuMessage[] };
  return messages
    .filter(({ message }) => !YOUNGER_CSS.test(message))
    .map(({ url, lastLine, message }) => `${url.split(folder).at(-1)}:${lastLine ?? 0} ${message}`);
}

interface VnuMessage {
  readonly url: string;
  readonly lastLine?: number;
  readonly message: string;
}
