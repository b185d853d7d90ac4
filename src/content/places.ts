import { join } from "node:path";
import type { Place, Spot } from "../problems.ts";
import { readBytes } from "./bytes.ts";
import { cutFile } from "./front-matter.ts";
import { decode, type Source } from "./source.ts";
import type { YamlPath } from "./yaml.ts";

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

/** `root` is the content folder, absolute; `shownRoot` is the folder as the person typed it. */
export function placesIn(root: string, shownRoot: string): Places {
  const shownAs = (file: string) => `${shownRoot}/${file}`;
  const open = (file: string): Source | undefined => {
    const bytes = readBytes(join(root, file));
    // The file had no problem when it was read; one that it has by now is for the next run.
    return bytes && decode(file, shownAs(file), bytes, () => {});
  };
  return {
    shownAs,
    ofField(file, path) {
      const source = open(file);
      return source && cutFile(source, () => {})?.frontMatter?.spotOf(path);
    },
    ofLink(file, at) {
      const excerpt = open(file)?.text.split("\n")[at.line - 1];
      return excerpt === undefined ? undefined : { ...at, excerpt };
    },
  };
}
