import { basename, relative, sep } from "node:path";
import type { Changed } from "../../content/folder.ts";
import { isLitter } from "../../content/kinds.ts";

/** More at once are looked for in the whole folder. */
const MANY = 100;

/** What was edited since somebody looked. */
export interface Edited {
  readonly content: Changed;
  /** Whether any of our code was, so that it must be loaded anew. */
  readonly code: boolean;
  /** False right after an edit, when a file may be half written. */
  readonly settled: boolean;
}

/** Takes down what the watcher says, until somebody looks. */
export class Edits {
  readonly #content: string;
  #changed = new Set<string>();
  #anything = true;
  #code = true;
  #settled = true;

  /** At first everything is new. `content` is the content folder, absolute. */
  constructor(content: string) {
    this.#content = content;
  }

  /** `event` is chokidar's; false for what an editor or the system leaves behind. */
  add(event: string, path: string): boolean {
    if (isLitter(basename(path))) return false;
    this.#settled = false;
    const below = relative(this.#content, path);
    if (below.startsWith("..")) this.#code = true;
    // What lies in a folder that comes or goes may have been moved with it.
    else if (event.endsWith("Dir") || this.#changed.size >= MANY) this.#anything = true;
    else this.#changed.add(below.split(sep).join("/"));
    return true;
  }

  /** What was looked at is to be looked at again. */
  addAgain(changed: Changed): void {
    if (changed === "anything") this.#anything = true;
    else for (const path of changed) this.#changed.add(path);
  }

  take(): Edited {
    const content = this.#anything ? "anything" : this.#changed;
    const edited: Edited = { content, code: this.#code, settled: this.#settled };
    [this.#changed, this.#anything, this.#code, this.#settled] = [new Set(), false, false, true];
    return edited;
  }
}
