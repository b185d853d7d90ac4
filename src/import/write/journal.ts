import { hash } from "node:crypto";
import { appendFile, mkdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Image } from "../../model/image.ts";

/** One line of the journal: before a file is written, and after. */
type Line =
  | { readonly begun: number }
  | { readonly id: string; readonly file: string; readonly hash: string; readonly done?: true }
  | ({ readonly picture: string } & KeptPicture);

/** A picture that was copied. */
export interface KeptPicture {
  /** Below `content/`. */
  readonly file: string;
  /** Says whether what it was copied from is still the same. */
  readonly stamp: string;
  readonly image: Omit<Image, "file">;
}

/**
 * What earlier runs of an import have written, so that one that was stopped goes on, and no file that somebody has edited
 * since is written again. A line is there before its file is, and says what will be in it.
 */
export class Journal {
  readonly #path: string;
  /** When the first run began: the time of what has none. */
  readonly begun: number;
  readonly #hashes = new Map<string, Set<string>>();
  readonly #files = new Map<string, string>();
  readonly #done = new Set<string>();
  readonly #pictures = new Map<string, KeptPicture>();
  #waiting: string[] = [];

  private constructor(path: string, lines: readonly Line[], now: number) {
    this.#path = path;
    this.begun = now;
    for (const line of lines) {
      if ("begun" in line) this.begun = line.begun;
      else this.#keep(line);
    }
    if (!lines.some((line) => "begun" in line)) this.#waiting.push(JSON.stringify({ begun: now } satisfies Line));
  }

  /** The journal of an import of `format` into a content folder. A last line that was cut off is left out. */
  static async open(work: string, format: string, content: string, now: number): Promise<Journal> {
    const name = hash("sha256", content, "base64url").slice(0, 8);
    const path = join(work, "import", `${format}-${name}.jsonl`);
    const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return "";
      throw error;
    });
    const journal = new Journal(path, text.split("\n").flatMap(lineOf), now);
    if (text !== "" && !text.endsWith("\n")) journal.#waiting.unshift("");
    return journal;
  }

  #keep(line: Exclude<Line, { readonly begun: number }>): void {
    if ("picture" in line) {
      const { picture, ...kept } = line;
      this.#pictures.set(picture, kept);
      return;
    }
    this.#files.set(line.id, line.file);
    this.#hashes.set(line.file, (this.#hashes.get(line.file) ?? new Set()).add(line.hash));
    if (line.done) this.#done.add(line.file);
  }

  /** The file that an item was given, below `content/`. */
  fileOf = (id: string): string | undefined => this.#files.get(id);

  /** Whether a file is as one of the runs has left it. */
  isOurs = (file: string, digest: string): boolean => this.#hashes.get(file)?.has(digest) ?? false;

  /** Whether a run has written the file to its end. */
  wasWritten = (file: string): boolean => this.#done.has(file);

  picture = (key: string): KeptPicture | undefined => this.#pictures.get(key);

  async willWrite(id: string, file: string, digest: string): Promise<void> {
    await this.#add({ id, file, hash: digest });
    await this.flush();
  }

  /** Kept with the next line: a file that is there as it was announced is known all the same. */
  hasWritten = (id: string, file: string, digest: string): Promise<void> =>
    this.#add({ id, file, hash: digest, done: true });

  hasCopied = (key: string, kept: KeptPicture): Promise<void> => this.#add({ picture: key, ...kept });

  async flush(): Promise<void> {
    if (this.#waiting.length === 0) return;
    const text = this.#waiting.map((line) => `${line}\n`).join("");
    this.#waiting = [];
    await mkdir(dirname(this.#path), { recursive: true });
    await appendFile(this.#path, text);
  }

  async #add(line: Exclude<Line, { readonly begun: number }>): Promise<void> {
    this.#keep(line);
    this.#waiting.push(JSON.stringify(line));
    if (this.#waiting.length > 100) await this.flush();
  }
}

/** A run that was killed may have left half a line. */
function lineOf(text: string): Line[] {
  if (text === "") return [];
  try {
    return [JSON.parse(text) as Line];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

export const digestOfText = (text: string | Uint8Array): string => hash("sha256", text, "base64url");
