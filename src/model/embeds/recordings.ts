import { type Provider, pathOf } from "./provider.ts";

/** What stands where an artist's name would, or a recording's. */
const NO_ARTIST = new Set([
  "charts",
  "discover",
  "feed",
  "jobs",
  "library",
  "messages",
  "notifications",
  "pages",
  "people",
  "search",
  "settings",
  "stations",
  "stream",
  "tags",
  "upload",
  "you",
]);
const NO_RECORDING = new Set([
  "albums",
  "comments",
  "followers",
  "following",
  "likes",
  "popular-tracks",
  "reposts",
  "sets",
  "spotlight",
  "toptracks",
  "tracks",
]);

export const soundCloud: Provider = {
  name: "SoundCloud",
  hosts: ["soundcloud.com", "www.soundcloud.com", "m.soundcloud.com"],
  frames: "https://w.soundcloud.com",
  find(url) {
    const [artist, set, name, secret] =
      pathOf(url, /^\/([\w-]{1,50})\/(sets\/)?([\w-]{1,255})(?:\/(s-\w{5,20}))?$/) ?? [];
    if (artist === undefined || name === undefined || NO_ARTIST.has(artist)) return undefined;
    if (set === undefined && NO_RECORDING.has(name)) return undefined;
    const id = [artist, ...(set === undefined ? [] : ["sets"]), name, ...(secret === undefined ? [] : [secret])].join(
      "/",
    );
    const shape = set === undefined ? "track" : "list";
    return { kind: "audio", id, shape, path: ["player", ""], query: { url: `https://soundcloud.com/${id}` } };
  },
};

export const spotify: Provider = {
  name: "Spotify",
  hosts: ["open.spotify.com"],
  frames: "https://open.spotify.com",
  find(url) {
    const [form, id] =
      pathOf(
        url,
        /^(?:\/intl-[a-z]{2}(?:-[a-z]{2})?)?(?:\/embed)?\/(track|episode|album|playlist|artist|show)\/([A-Za-z0-9]{22})$/,
      ) ?? [];
    if (form === undefined || id === undefined) return undefined;
    const shape = form === "track" || form === "episode" ? "track" : "list";
    return { kind: "audio", id, shape, path: ["embed", form, id] };
  },
};
