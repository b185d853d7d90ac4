import { join } from "node:path";
import { once } from "../model/once.ts";
import type { Place, Spot } from "../problems.ts";
import { readBytes } from "./bytes.ts";
import { MOST_OF_ANY } from "./file-limits.ts";
import { cutFile } from "./front-matter.ts";
import { decode } from "./source.ts";
import { readYaml, type YamlPath, type YamlTree } from "./yaml.ts";

/**
 * Where things stand in files that were read before, perhaps by an earlier run. A reading keeps no lines: few files
 * ever have a problem, and those are opened again.
 */
export interface Places {
  /** A path below `content/` as the person would type it. */
  shownAs(file: string): string;
  /** Undefined when the file has changed since, and is no more what it was read as. */
  ofField(file: string, path: YamlPath): Spot | undefined;
  ofLink(file: string, at: Place): Spot | undefined;
}

/**
 * The places of one run, which sees a file as it is when it is first asked for. `root` is the content folder, absolute;
 * `shownRoot` is the folder as the person typed it.
 */
export function placesIn(root: string, shownRoot: string): Places {
  const shownAs = (file: string) => `${shownRoot}/${file}`;
  // A file with one problem often has a thousand, and opening it for each would take minutes.
  let last: Opened | undefined;
  const open = (file: string): Opened => {
    if (last?.file !== file) last = opened(file, root, shownAs(file));
    return last;
  };
  return {
    shownAs,
    ofField: (file, path) => open(file).frontMatter()?.spotOf(path),
    ofLink(file, at) {
      const excerpt = open(file).lines()[at.line - 1];
      return excerpt === undefined ? undefined : { ...at, excerpt };
    },
  };
}

interface Opened {
  readonly file: string;
  readonly lines: () => readonly string[];
  readonly frontMatter: () => YamlTree | undefined;
}

function opened(file: string, root: string, shownAs: string): Opened {
  const bytes = readBytes(join(root, file), MOST_OF_ANY);
  // The file had no problem when it was read; one that it has by now is for the next run.
  const source = bytes && decode(file, shownAs, bytes, () => {});
  return {
    file,
    lines: once(() => source?.text.split("\n") ?? []),
    frontMatter: once(() => {
      if (!source) return undefined;
      if (file.endsWith(".yaml")) return readYaml(source, 0, source.text.length, () => {});
      return cutFile(source, () => {})?.frontMatter;
    }),
  };
}
