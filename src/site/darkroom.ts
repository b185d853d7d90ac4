import { createHash } from "node:crypto";
import { join } from "node:path";
import { readBytes } from "../content/bytes.ts";
import { hashOf } from "../content/images.ts";
import { publishedDrawing } from "../content/svg/published-drawing.ts";
import { ChangedSinceError } from "../content/texts.ts";
import type { Image } from "../model/image.ts";
import type { Variant } from "../model/image-variants.ts";
import type { SitePath } from "../model/urls.ts";
import { encodePicture } from "./encode-picture.ts";
import { sweepFolder } from "./leftovers.ts";
import { readSealed, writeSealed } from "./sealed-file.ts";

/** Raised when the form of what is kept changes. Its bytes are named by the variants' addresses. */
const FORM = "1";

/** A picture that is drawn, and not made from an image of the content. */
export interface Drawing {
  readonly url: SitePath;
  /** Changes when a byte of it may. */
  readonly name: string;
  readonly draw: () => Promise<Buffer>;
}

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
  develop(variant: Variant): Promise<Buffer> {
    return this.#makeOnce(variant, async () => {
      return encodePicture(
        this.#sourceOf(variant.image, (bytes) => bytes),
        variant,
      );
    });
  }

  /** The bytes of a drawing of the content, as readers get it. Throws as `develop` does. */
  trace(image: Image): Buffer {
    return this.#sourceOf(image, publishedDrawing);
  }

  #sourceOf({ file, hash }: Image, made: (bytes: Buffer) => Buffer): Buffer {
    const bytes = readBytes(join(this.#content, file));
    const source = bytes && made(bytes);
    // Its address would promise these bytes for ever.
    if (!source || hashOf(source) !== hash) throw new ChangedSinceError(`${file} has changed since it was read.`);
    return source;
  }

  /** The bytes of a drawing. */
  draw(drawing: Drawing): Promise<Buffer> {
    return this.#makeOnce(drawing, drawing.draw);
  }

  async #makeOnce(wanted: Variant | Drawing, make: () => Promise<Buffer>): Promise<Buffer> {
    const path = join(this.#kept, nameOf(wanted));
    const kept = await readSealed(path, FORM);
    if (kept) return kept;
    const picture = await make();
    this.#hasMade = true;
    await writeSealed(path, FORM, [picture]);
    return picture;
  }

  /** Removes what is kept of other pictures. When nothing was made, nothing can be too much. */
  async keepOnly(wanted: () => readonly (Variant | Drawing)[]): Promise<void> {
    if (!this.#hasMade) return;
    const names = new Set(wanted().map(nameOf));
    await sweepFolder(this.#kept, (name) => names.has(name));
  }
}

/** Some file systems take no name as long as an address. */
const nameOf = (wanted: Variant | Drawing): string =>
  createHash("sha256")
    .update("draw" in wanted ? wanted.name : wanted.url)
    .digest("hex")
    .slice(0, 32);
