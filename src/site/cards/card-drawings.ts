import { loadSharp } from "../../content/sharp.ts";
import type { Publication } from "../../model/publication.ts";
import type { SocialCard } from "../../model/social-card.ts";
import { type CardFile, cardFiles } from "../../pages/social-images.ts";
import type { Drawing } from "../darkroom.ts";

/** The cards of a publication, to be drawn by whoever misses one. */
export const cardDrawings = (publication: Publication): Drawing[] => drawingsOf(cardFiles(publication));

/** Cards, to be drawn likewise. */
export const drawingsOf = (cards: readonly CardFile[]): Drawing[] =>
  cards.map(({ url, card }) => ({ url, name: url, draw: () => cardPicture(card) }));

/** A card as PNG. The same card gives the same bytes on every machine. */
export async function cardPicture(card: SocialCard): Promise<Buffer> {
  // Fonts and what shapes them are loaded when there is a card to draw.
  const [sharp, { drawCard }] = await Promise.all([loadSharp(), import("./draw-card.ts")]);
  // A few colours and their edges: with a palette it is a third as large.
  return sharp(Buffer.from(await drawCard(card)))
    .png({ palette: true, colours: 64, dither: 0, effort: 1 })
    .toBuffer();
}
