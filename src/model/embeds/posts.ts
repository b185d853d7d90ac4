import { type Provider, pathOf } from "./provider.ts";

export const bluesky: Provider = {
  name: "Bluesky",
  hosts: ["bsky.app"],
  frames: "https://embed.bsky.app",
  find(url) {
    // atproto.com/specs: a handle is a host's name; a DID is of the methods plc and web; a record's key.
    const [who, id] =
      pathOf(
        url,
        /^\/profile\/(did:plc:[a-z2-7]{24}|did:web:[a-z0-9.-]{3,100}|[a-zA-Z0-9-]{1,63}(?:\.[a-zA-Z0-9-]{1,63}){1,8})\/post\/([a-z0-9]{10,15})$/,
      ) ?? [];
    if (who === undefined || id === undefined) return undefined;
    return {
      kind: "post",
      id,
      shape: "post",
      path: ["embed", who, "app.bsky.feed.post", id],
      query: { colorMode: "system" },
    };
  },
};

export const x: Provider = {
  name: "X",
  hosts: ["x.com", "www.x.com", "mobile.x.com", "twitter.com", "www.twitter.com", "mobile.twitter.com"],
  frames: "https://platform.twitter.com",
  find(url) {
    const [id] = pathOf(url, /^\/(?:\w{1,20}|i\/web)\/status(?:es)?\/(\d{5,20})(?:\/(?:photo|video)\/\d)?$/) ?? [];
    if (id === undefined) return undefined;
    return { kind: "post", id, shape: "post", path: ["embed", "Tweet.html"], query: { id, dnt: "true" } };
  },
};

export const instagram: Provider = {
  name: "Instagram",
  hosts: ["instagram.com", "www.instagram.com"],
  frames: "https://www.instagram.com",
  find(url) {
    const [form, id] = pathOf(url, /^\/(?:[\w.]{1,30}\/)?(p|reel|tv)\/([\w-]{5,40})(?:\/embed)?$/) ?? [];
    if (form === undefined || id === undefined) return undefined;
    return { kind: "post", id, shape: "post", path: [form, id, "embed"] };
  },
};

/** A host of Mastodon. It shows only posts of its own people in frames, so one of another host stays a link. */
export const mastodon = (host: string): Provider => ({
  name: host,
  hosts: [host],
  frames: `https://${host}`,
  find(url) {
    const [who, id] = pathOf(url, /^\/(@\w(?:[\w.-]{0,28}\w)?)\/(\d{1,20})(?:\/embed)?$/) ?? [];
    if (who === undefined || id === undefined) return undefined;
    return { kind: "post", id, shape: "post", path: [who, id, "embed"] };
  },
});
