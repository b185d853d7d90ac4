import { realpath, stat } from "node:fs/promises";
import { basename, extname, join, posix } from "node:path";
import { imageSize } from "image-size";
import { bytesOf } from "../content/bytes.ts";
import { mostBytes } from "../content/file-limits.ts";
import { readImage } from "../content/images.ts";
import type { Image } from "../model/image.ts";
import { caseless, isDevice, slugFrom } from "../model/slugs.ts";
import type { Problem } from "../problems.ts";
import { createWhole } from "../whole-file.ts";
import type { Existing } from "./existing.ts";
import { digestOfText, type Journal } from "./write/journal.ts";

/** A picture beside the text that shows it, or why there is none. */
export type PictureFound = { readonly image: Image } | { readonly why: string };

/** What an import copies pictures from: the old site's folder of uploads. */
export interface Media {
  /** Undefined when no folder was given. */
  readonly folder: string | undefined;
  /** The paths below the folder where the picture of an address may be, the best first. */
  readonly pathsOf: (address: string, from: string) => readonly string[];
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  jpg: "jpg",
  png: "png",
  gif: "gif",
  webp: "webp",
  svg: "svg",
  avif: "avif",
};

/** Copies pictures beside the texts that show them, each once a folder; never from outside the media folder. */
export class Pictures {
  readonly #existing: Existing;
  readonly #media: Media;
  readonly #journal: Journal;
  readonly #taken: Set<string>;
  #root: string | undefined;
  copied = 0;

  constructor(existing: Existing, media: Media, journal: Journal) {
    this.#existing = existing;
    this.#media = media;
    this.#journal = journal;
    this.#taken = new Set(existing.files.map(({ path }) => caseless(path)));
  }

  /** The picture at an address, which from now on lies in `folder` (below `content/`). */
  async bring(address: string, folder: string, from: string): Promise<PictureFound> {
    if (this.#media.folder === undefined) return { why: "no folder of pictures was given (--media)" };
    const source = await this.#find(address, from);
    if (typeof source !== "string") return source;
    const key = `${folder}|${source}`;
    const { mtimeMs, size } = await stat(source);
    const stamp = `${size} ${mtimeMs}`;
    const known = this.#journal.picture(key);
    if (known && known.stamp === stamp && (await isThere(join(this.#existing.root, known.file)))) {
      return { image: { ...known.image, file: known.file } };
    }
    const bytes = bytesOf(source, mostBytes({ kind: "image" }, source));
    if (typeof bytes === "string")
      return { why: bytes === "too large" ? "its file is too large" : "its file cannot be read" };
    const type = formatOf(bytes);
    const extension = EXTENSIONS[type ?? ""];
    if (!extension) return { why: `its format (${type ?? "unknown"}) cannot be shown` };
    const problems: Problem[] = [];
    const image = await readImage(
      `${folder}/x.${extension}`,
      basename(source),
      bytes,
      (problem) => void problems.push(problem),
    );
    if (!image) return { why: problems.map(({ what }) => what).join(" ") || "it cannot be read" };
    const file = await this.#put(folder, basename(source, extname(source)), extension, bytes);
    const placed = { ...image, file, name: slugFrom(posix.basename(file, `.${extension}`)) ?? "image" };
    const { file: _file, ...kept } = placed;
    await this.#journal.hasCopied(key, { file, stamp, image: kept });
    return { image: placed };
  }

  /** Under its own name, numbered where another picture has it. */
  async #put(folder: string, written: string, extension: string, bytes: Uint8Array): Promise<string> {
    const slug = slugFrom(decodeLoosely(written).slice(0, 100)) ?? "picture";
    const base = isDevice(slug) ? `${slug}-1` : slug;
    const digest = digestOfText(bytes);
    for (let number = 1; ; number++) {
      const file = `${folder}/${number === 1 ? base : `${base}-${number}`}.${extension}`;
      const path = join(this.#existing.root, file);
      const lies = bytesOf(path, bytes.length);
      if (typeof lies !== "string" && digestOfText(lies) === digest) return file;
      if (this.#taken.has(caseless(file)) || lies !== "gone") continue;
      this.#taken.add(caseless(file));
      if (!(await createWhole(path, bytes))) continue;
      this.copied++;
      return file;
    }
  }

  async #find(address: string, from: string): Promise<string | { why: string }> {
    const folder = this.#media.folder ?? "";
    this.#root ??= await realpath(folder);
    for (const path of this.#media.pathsOf(address, from)) {
      if (path.split("/").some((step) => step === ".." || step.includes("\0") || step.includes("\\"))) {
        return { why: "its path leads out of the folder of pictures" };
      }
      const whole = join(folder, path);
      const real = await realpath(whole).catch((error: NodeJS.ErrnoException) => {
        if (
          error.code === "ENOENT" ||
          error.code === "ENOTDIR" ||
          error.code === "ENAMETOOLONG" ||
          error.code === "ELOOP"
        )
          return undefined;
        throw error;
      });
      if (real === undefined) continue;
      // The folder itself may be a link that the person has made; what is inside may lead nowhere else.
      if (real !== join(this.#root, path)) return { why: "it is a link, and not a file" };
      return real;
    }
    return { why: "it is not in the folder of pictures" };
  }
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

function formatOf(bytes: Uint8Array): string | undefined {
  try {
    return imageSize(bytes).type;
  } catch (error) {
    // image-size throws TypeError for an unknown format and other errors for a damaged file: to us one fact.
    if (error instanceof Error) return undefined;
    throw error;
  }
}

export function decodeLoosely(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch (error) {
    if (error instanceof URIError) return written;
    throw error;
  }
}
