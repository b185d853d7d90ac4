import { SHARP_RELEASE } from "./image-recipe.ts";

/** What cards are set with. Another release may have other letters, or other spaces between them. */
export const TYPESETTING = {
  harfbuzzjs: "1.6.4",
  "bidi-js": "1.1.0",
  wawoff2: "2.0.1",
  "@fontsource-variable/source-serif-4": "5.3.1",
  "@fontsource-variable/source-sans-3": "5.3.0",
  "@fontsource-variable/noto-naskh-arabic": "5.3.0",
  "@fontsource-variable/noto-serif-sc": "5.3.1",
  "@fontsource-variable/noto-sans-sc": "5.3.1",
} as const;

/** Raised when a card comes out otherwise for another reason. */
const FORM = 1;

/** Part of what names a card: all that it is drawn by. */
export const CARD_RECIPE: readonly unknown[] = [FORM, SHARP_RELEASE, TYPESETTING];
