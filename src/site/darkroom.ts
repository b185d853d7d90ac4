import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { hashOf } from "../content/images.ts";
import { ChangedSinceError } from "../content/texts.ts";
import type { Variant } from "../model/image-variants.ts";
import { encodePicture } from "./encode-picture.ts";
import { sweepFolder } from "./leftovers.ts";
import { readSealed, writeSealed } from "./sealed-file.ts";

/** Raised when the form of what is kept changes. Its bytes are named by the variants' addresses. */
const FORM = "1";

/** Makes pictures from images, and keeps them: each is made once, on whatever page it stands and in however many builds. */
export class Darkroom {
  readonly #content: string;
  readonly #kept: string;
  #hasMade = false;

  /** `content` is absolute; `work` is the folder that is kept from run to run. */
  constructor(content: string, work: string) {
    this.#content = content;
    this.#kept = join(work, "images");
  }

  /** The bytes of a picture. Throws `ChangedSinceError` when its image is not any more what was read. */
  async develop(variant: Variant): Promise<Buffer> {
    const path = join(this.#kept, nameOf(variant));
    const kept = await readSealed(path, FORM);
    if (kept) return kept;
    const { file, hash } = variant.image;
    const source = await readFile(join(this.#content, file));
    // Its address would promise these bytes for ever.
    if (hashOf(source) !== hash) throw new ChangedSinceError(`${file} has changed since it was read.`);
    this.#hasMade = true;
    const picture = await encodePicture(source, variant);
    await writeSealed(path, FORM, [picture]);
    return picture;
  }

  /** Removes what is kept of other pictures. When nothing was made, nothing can be too much. */
  async keepOnly(wanted: () => readonly Variant[]): Promise<void> {
    if (!this.#hasMade) return;
    const names = new Set(wanted().map(nameOf));
    await sweepFolder(this.#kept, (name) => names.has(name));
  }
}

/** Some file systems take no name as long as an address. */
const nameOf = ({ url }: Variant): string => createHash("sha256").update(url).digest("hex").slice(0, 32);
