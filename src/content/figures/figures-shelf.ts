import { posix } from "node:path";
import type { Figures } from "../../model/forms.ts";
import { suggestion } from "../did-you-mean.ts";

/** What a CSV of `content/` says. */
export interface FiguresFile {
  /** Below `content/`. */
  readonly file: string;
  /** Names its bytes. */
  readonly digest: string;
}

export type KnownFigures = FiguresFile & { readonly figures: Figures };

/** Every CSV, with undefined for one that could not be read. */
export type AllFigures = ReadonlyMap<string, KnownFigures | undefined>;

/** The CSVs of `content/`, found by the file that names them. */
export interface FiguresShelf {
  /** The file called `src` beside `file` (both below `content/`), or why it cannot be shown. */
  beside(file: string, src: string): KnownFigures | { readonly what: string; readonly fix: string };
  /** Whether a file is still what it was when a text was read with it. */
  has(known: FiguresFile): boolean;
}

export function shelveFigures(all: AllFigures): FiguresShelf {
  return {
    beside(file, src) {
      const path = posix.join(posix.dirname(file), src.normalize("NFC"));
      const found = src.includes("/") ? undefined : all.get(path);
      if (found) return found;
      if (all.has(path) && !src.includes("/")) {
        const fix = "Mend the file; what is wrong with it is listed under its own name.";
        return { what: `The figures of "${src}" cannot be shown.`, fix };
      }
      const names = [...all.keys()]
        .filter((other) => posix.dirname(other) === posix.dirname(file))
        .map((other) => posix.basename(other));
      const fix = suggestion(src, names, "Put the file beside this one.");
      return { what: `There are no figures "${src}" beside this file.`, fix };
    },
    has: ({ file, digest }) => all.get(file)?.digest === digest,
  };
}
