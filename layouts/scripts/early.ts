import { rememberedColours, wear } from "./colours.ts";

// Stands in the head itself: a page that turned dark a moment after it was shown would flash.
wear(rememberedColours());
