import { type Found, type Provider, parameterOf, pathOf, startOf } from "./provider.ts";

/** By the host that sets no cookies before a video plays; shows nothing to a page that hides its origin (error 153). */
export const youtube: Provider = {
  name: "YouTube",
  hosts: [
    "youtube.com",
    "www.youtube.com",
    "m.youtube.com",
    "music.youtube.com",
    "youtu.be",
    "youtube-nocookie.com",
    "www.youtube-nocookie.com",
  ],
  frames: "https://www.youtube-nocookie.com",
  needsReferrer: true,
  find(url) {
    const { hostname, pathname, searchParams } = url;
    const start = startOf(searchParams.get("t") ?? searchParams.get("start"));
    const video = (id: string, shape: Found["shape"] = "wide"): Found => ({
      kind: "video",
      id,
      shape,
      path: ["embed", id],
      query: { start },
    });
    if (hostname === "youtu.be") {
      const [id] = pathOf(url, /^\/([\w-]{11})$/) ?? [];
      return id === undefined ? undefined : video(id);
    }
    if (pathname === "/watch") {
      const id = parameterOf(url, "v", /^[\w-]{11}$/);
      return id === undefined ? undefined : video(id);
    }
    const list = parameterOf(url, "list", /^[\w-]{12,50}$/);
    if (list !== undefined && (pathname === "/playlist" || pathname === "/embed/videoseries"))
      return { kind: "video", id: list, shape: "wide", path: ["embed", "videoseries"], query: { list } };
    const [form, id] = pathOf(url, /^\/(embed|live|shorts)\/([\w-]{11})$/) ?? [];
    if (form === undefined || id === undefined || id === "videoseries") return undefined;
    return video(id, form === "shorts" ? "tall" : "wide");
  },
};

/** A video that its maker lets only some sites show needs to know which site asks. */
export const vimeo: Provider = {
  name: "Vimeo",
  hosts: ["vimeo.com", "www.vimeo.com", "player.vimeo.com"],
  frames: "https://player.vimeo.com",
  needsReferrer: true,
  find(url) {
    const [id, secret = parameterOf(url, "h", /^[0-9a-f]{6,20}$/)] =
      pathOf(
        url,
        /^\/(\d{4,12})\/([0-9a-f]{6,20})$/,
        /^\/(\d{4,12})$/,
        /^\/video\/(\d{4,12})$/,
        /^\/channels\/[\w-]{1,60}\/(\d{4,12})$/,
        /^\/groups\/[\w-]{1,60}\/videos\/(\d{4,12})$/,
      ) ?? [];
    if (id === undefined) return undefined;
    const start = startOf(/^#t=(\w{1,12})$/.exec(url.hash)?.[1] ?? null);
    const hash = start === undefined ? undefined : `t=${start}s`;
    return { kind: "video", id, shape: "wide", path: ["video", id], query: { h: secret, dnt: "1" }, hash };
  },
};

export const dailymotion: Provider = {
  name: "Dailymotion",
  hosts: ["dailymotion.com", "www.dailymotion.com", "dai.ly", "geo.dailymotion.com"],
  frames: "https://geo.dailymotion.com",
  needsReferrer: true,
  find(url) {
    const id =
      url.pathname === "/player.html"
        ? parameterOf(url, "video", /^[A-Za-z0-9]{5,25}$/)
        : pathOf(
            url,
            ...(url.hostname === "dai.ly"
              ? [/^\/([A-Za-z0-9]{5,25})$/]
              : [/^(?:\/embed)?\/video\/([A-Za-z0-9]{5,25})$/]),
          )?.[0];
    if (id === undefined) return undefined;
    const start = startOf(url.searchParams.get("start"));
    return { kind: "video", id, shape: "wide", path: ["player.html"], query: { video: id, startTime: start } };
  },
};

export const tiktok: Provider = {
  name: "TikTok",
  hosts: ["tiktok.com", "www.tiktok.com", "m.tiktok.com"],
  frames: "https://www.tiktok.com",
  find(url) {
    const [id] =
      pathOf(
        url,
        /^\/@[\w.]{1,40}\/video\/(\d{8,25})$/,
        /^\/player\/v1\/(\d{8,25})$/,
        /^\/embed\/(?:v2\/)?(\d{8,25})$/,
      ) ?? [];
    return id === undefined ? undefined : { kind: "video", id, shape: "tall", path: ["player", "v1", id] };
  },
};

/** A host of PeerTube. Without its sharing among viewers, who would see each other's addresses. */
export const peertube = (host: string): Provider => ({
  name: host,
  hosts: [host],
  frames: `https://${host}`,
  find(url) {
    const query = { start: startOf(url.searchParams.get("start")), p2p: "0" };
    const [list] = pathOf(url, /^\/w\/p\/([\w-]{22,36})$/, /^\/videos\/watch\/playlist\/([\w-]{22,36})$/) ?? [];
    if (list !== undefined)
      return { kind: "video", id: list, shape: "wide", path: ["video-playlists", "embed", list], query };
    const [id] = pathOf(url, /^\/w\/([\w-]{22,36})$/, /^\/videos\/(?:watch|embed)\/([\w-]{22,36})$/) ?? [];
    return id === undefined ? undefined : { kind: "video", id, shape: "wide", path: ["videos", "embed", id], query };
  },
});
