/** Where a picture stands on a page. */
export type Slot =
  /** The front page's lead picture. */
  | "lead"
  /** A story's cover, on its own page. */
  | "story"
  /** A picture in a text. */
  | "figure"
  /** One of several side by side in a text. */
  | "gallery"
  /** Beside a headline, in lists. */
  | "card"
  /** Above a headline, on the front page and under a story; on a phone beside it. */
  | "tile"
  /** An author's picture. */
  | "portrait";

/** Width to height. */
export type Aspect = readonly [width: number, height: number];

export interface SlotPlan {
  /** In pixels. A width that an image does not have is not made: nothing is ever enlarged. */
  readonly widths: readonly number[];
  /** What of the window the slot takes, for the browser to choose a width by (HTML, 4.8.4.2.1, sizes attributes). */
  readonly sizes: string;
  /** What every picture there is cropped to. */
  readonly aspect?: Aspect;
  /** What a picture is cropped to that is taller. */
  readonly tallest?: Aspect;
  /** Whether a moving picture moves there. */
  readonly moves?: boolean;
}

/**
 * The slots as the styles lay them out. A phone of 412 px at 1.75 takes 665 pixels of a story's cover, one of 360 px at
 * 2 takes 656, and a text is 640 wide on an ordinary screen: 680 is for all three.
 */
export const SLOTS: { readonly [Name in Slot]: SlotPlan } = {
  lead: {
    widths: [680, 1080, 1472],
    sizes: "(min-width: 48rem) 34.5rem, calc(100vw - 2rem)",
    aspect: [3, 2],
  },
  story: {
    widths: [680, 1080],
    sizes: "(min-width: 48rem) 46rem, calc(100vw - 2rem)",
    tallest: [4, 5],
    moves: true,
  },
  figure: { widths: [680, 1080], sizes: "(min-width: 40rem) 35.75rem, calc(100vw - 2rem)", moves: true },
  gallery: { widths: [416, 680], sizes: "(min-width: 40rem) 17.5rem, calc(50vw - 1.5rem)", moves: true },
  card: { widths: [208, 416], sizes: "(min-width: 48rem) 13rem, 6.5rem", aspect: [3, 2] },
  tile: { widths: [208, 416, 640], sizes: "(min-width: 48rem) 23rem, 6.5rem", aspect: [3, 2] },
  portrait: { widths: [192, 288], sizes: "6rem", aspect: [1, 1] },
};

/** What others show of a story: a width, the shape beside shared links (1200 × 630), and the shapes that Google asks for. */
export const SHARED: { readonly width: number; readonly link: Aspect; readonly aspects: readonly Aspect[] } = {
  width: 1200,
  link: [40, 21],
  aspects: [
    [16, 9],
    [4, 3],
    [1, 1],
  ],
};
