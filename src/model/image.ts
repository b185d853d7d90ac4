/** An image file of `content/`, measured. */
export interface Image {
  /** Path below `content/`. */
  readonly file: string;
  /** How addresses call it: by its file's name, and by a hash of its bytes. */
  readonly name: string;
  readonly hash: string;
  /** Pixels, as it is seen: a photograph that lies on its side in its file stands upright. */
  readonly width: number;
  readonly height: number;
  readonly format: ImageFormat;
  /** Undefined for a drawing in SVG, which is shown as it is. */
  readonly look?: Look | undefined;
}

/** What was seen in an image's pixels. */
export interface Look {
  /** Few colours, or transparent: a chart, a map, a logo. JPEG would blur it, or give it a ground. */
  readonly isDrawing: boolean;
  readonly moves: boolean;
  /** Which of the tints most of it is nearest to; undefined when something shines through it. */
  readonly tint?: number | undefined;
}

export type ImageFormat = "avif" | "gif" | "jpg" | "png" | "svg" | "webp";

export interface Picture {
  readonly image: Image;
  readonly alt: string;
  /** What no crop may lose; the middle unless told otherwise. */
  readonly focus?: Focus | undefined;
}

/** A point of a picture, in per cent from its left and from its top. */
export interface Focus {
  readonly x: number;
  readonly y: number;
}

export interface Cover extends Picture {
  readonly caption?: string | undefined;
  readonly credit?: string | undefined;
}
