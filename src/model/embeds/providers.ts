import { googleMaps, openStreetMap } from "./maps.ts";
import { bluesky, instagram, x } from "./posts.ts";
import type { Provider } from "./provider.ts";
import { soundCloud, spotify } from "./recordings.ts";
import { dailymotion, tiktok, vimeo, youtube } from "./videos.ts";

/** Who is known by the host of an address. */
export const KNOWN_PROVIDERS: readonly Provider[] = [
  youtube,
  vimeo,
  dailymotion,
  tiktok,
  bluesky,
  x,
  instagram,
  openStreetMap,
  googleMaps,
  soundCloud,
  spotify,
];
