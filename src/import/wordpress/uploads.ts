import type { OldPicture } from "../old-site.ts";
import { decodeLoosely } from "../pictures.ts";
import { metaOf, textIn } from "./fields.ts";
import type { Group } from "./wxr.ts";

/** What WordPress puts behind the name of a picture that it has made smaller. */
const SIZE = /-\d{2,5}x\d{2,5}(?=\.[a-z]{3,4}$)/i;

/** The path of an upload below wp-content/uploads, or undefined for what is no upload. */
function pathOfUpload(address: string): string | undefined {
  const [, path] =
    /\/(?:wp-content\/uploads|wp-content\/blogs\.dir\/\d+\/files|files(?=\/\d{4}\/\d\d\/))\/([^?#]+)/.exec(address) ??
    [];
  return path === undefined ? undefined : decodeLoosely(path);
}

/** Where the file of an address may be below the uploads: the original before what was made smaller of it. */
export function uploadPaths(address: string): string[] {
  const path = pathOfUpload(address);
  if (path === undefined) return [];
  const original = path.replace(SIZE, "");
  return [...new Set([original, original.replace(/(\.[a-z]{3,4})$/i, "-scaled$1"), path])];
}

/** What an export says of its uploads. */
export class Uploads {
  readonly #byId = new Map<string, OldPicture>();
  readonly #byPath = new Map<string, OldPicture>();

  get count(): number {
    return this.#byId.size;
  }

  add(attachment: Group): void {
    const src = textIn(attachment, "wp:attachment_url") || textIn(attachment, "guid");
    const picture: OldPicture = {
      src,
      alt: metaOf(attachment, "_wp_attachment_image_alt") || undefined,
      caption: textIn(attachment, "excerpt:encoded") || undefined,
    };
    this.#byId.set(textIn(attachment, "wp:post_id"), picture);
    const path = pathOfUpload(src);
    if (path !== undefined) this.#byPath.set(path, picture);
  }

  ofId = (id: string): OldPicture | undefined => this.#byId.get(id);

  at(address: string): OldPicture | undefined {
    const path = pathOfUpload(address);
    return path === undefined
      ? undefined
      : (this.#byPath.get(path) ??
          uploadPaths(address)
            .map((one) => this.#byPath.get(one))
            .find((one) => one));
  }
}
