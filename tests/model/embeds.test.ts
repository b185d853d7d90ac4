import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundsOf } from "../../src/model/embeds/maps.ts";
import { embedOf, frameOriginOf } from "../../src/model/embeds.ts";

const HOSTS = ["social.example", "video.example", "xn--bcher-kva.example"];
const frameFor = (url: string) => embedOf(url, HOSTS)?.frame;

const NOCOOKIE = "https://www.youtube-nocookie.com";
const UUID = "9c9de5e8-0a1e-484a-b099-e80766180a6d";
const DID = "did:plc:z72i7hdynmk6r22z27h6tvur";
const HALF_AN_HOUR = "?start=1800";

/** What people copy, and what a frame loads for it. */
const SHOWN: readonly (readonly [copied: string, frame: string])[] = [
  ["https://www.youtube.com/watch?v=aBcDeFgHiJk", `${NOCOOKIE}/embed/aBcDeFgHiJk`],
  ["http://youtube.com/watch?feature=shared&v=aBcDeFgHiJk&list=PL0123456789", `${NOCOOKIE}/embed/aBcDeFgHiJk`],
  ["https://m.youtube.com/watch?v=_-_-_-_-_-_&t=1m30s", `${NOCOOKIE}/embed/_-_-_-_-_-_?start=90`],
  ["https://youtu.be/aBcDeFgHiJk?si=abc&t=1800", `${NOCOOKIE}/embed/aBcDeFgHiJk${HALF_AN_HOUR}`],
  ["https://youtu.be/aBcDeFgHiJk?t=30m", `${NOCOOKIE}/embed/aBcDeFgHiJk${HALF_AN_HOUR}`],
  ["https://www.youtube.com/shorts/aBcDeFgHiJk", `${NOCOOKIE}/embed/aBcDeFgHiJk`],
  ["https://www.youtube.com/live/aBcDeFgHiJk?t=1h2m3s", `${NOCOOKIE}/embed/aBcDeFgHiJk?start=3723`],
  ["https://www.youtube.com/embed/aBcDeFgHiJk?start=5&autoplay=1", `${NOCOOKIE}/embed/aBcDeFgHiJk?start=5`],
  ["https://www.youtube-nocookie.com/embed/aBcDeFgHiJk", `${NOCOOKIE}/embed/aBcDeFgHiJk`],
  ["https://www.youtube.com/playlist?list=PL0123456789", `${NOCOOKIE}/embed/videoseries?list=PL0123456789`],
  ["https://vimeo.com/76979871", "https://player.vimeo.com/video/76979871?dnt=1"],
  ["https://vimeo.com/76979871/0f1e2d3c4b#t=90s", "https://player.vimeo.com/video/76979871?h=0f1e2d3c4b&dnt=1#t=90s"],
  [
    "https://player.vimeo.com/video/76979871?h=0f1e2d3c4b",
    "https://player.vimeo.com/video/76979871?h=0f1e2d3c4b&dnt=1",
  ],
  ["https://vimeo.com/channels/staffpicks/76979871/", "https://player.vimeo.com/video/76979871?dnt=1"],
  ["https://www.dailymotion.com/video/x7z0ovx", "https://geo.dailymotion.com/player.html?video=x7z0ovx"],
  ["https://dai.ly/x7z0ovx?start=12", "https://geo.dailymotion.com/player.html?video=x7z0ovx&startTime=12"],
  [
    "https://www.tiktok.com/@user.name/video/7123456789012345678",
    "https://www.tiktok.com/player/v1/7123456789012345678",
  ],
  [
    `https://video.example/videos/watch/${UUID}?start=1m30s`,
    `https://video.example/videos/embed/${UUID}?start=90&p2p=0`,
  ],
  ["https://video.example/w/kkGMgK9ZtnKfYAgnEtQxbv", "https://video.example/videos/embed/kkGMgK9ZtnKfYAgnEtQxbv?p2p=0"],
  [
    "https://video.example/w/p/kkGMgK9ZtnKfYAgnEtQxbv",
    "https://video.example/video-playlists/embed/kkGMgK9ZtnKfYAgnEtQxbv?p2p=0",
  ],
  ["https://social.example/@mayor/113456789012345678", "https://social.example/@mayor/113456789012345678/embed"],
  [
    `https://bsky.app/profile/${DID}/post/3l6oveex3ii2l`,
    `https://embed.bsky.app/embed/${DID}/app.bsky.feed.post/3l6oveex3ii2l?colorMode=system`,
  ],
  [
    "https://bsky.app/profile/mayor.example.org/post/3l6oveex3ii2l",
    "https://embed.bsky.app/embed/mayor.example.org/app.bsky.feed.post/3l6oveex3ii2l?colorMode=system",
  ],
  [
    "https://x.com/mayor/status/1615763303887958020?s=20",
    "https://platform.twitter.com/embed/Tweet.html?id=1615763303887958020&dnt=true",
  ],
  [
    "https://twitter.com/mayor/status/1615763303887958020/photo/1",
    "https://platform.twitter.com/embed/Tweet.html?id=1615763303887958020&dnt=true",
  ],
  ["https://www.instagram.com/p/Cabc_-123/?igsh=xyz", "https://www.instagram.com/p/Cabc_-123/embed"],
  ["https://www.instagram.com/mayor/reel/Cabc_-123/", "https://www.instagram.com/reel/Cabc_-123/embed"],
  [
    "https://soundcloud.com/forss/flickermood",
    "https://w.soundcloud.com/player/?url=https%3A%2F%2Fsoundcloud.com%2Fforss%2Fflickermood",
  ],
  [
    "https://soundcloud.com/forss/sets/ecclesia",
    "https://w.soundcloud.com/player/?url=https%3A%2F%2Fsoundcloud.com%2Fforss%2Fsets%2Fecclesia",
  ],
  [
    "https://open.spotify.com/episode/4rOoJ6Egrf8K2IrywzwOMk?si=1",
    "https://open.spotify.com/embed/episode/4rOoJ6Egrf8K2IrywzwOMk",
  ],
  [
    "https://open.spotify.com/intl-de/album/4rOoJ6Egrf8K2IrywzwOMk",
    "https://open.spotify.com/embed/album/4rOoJ6Egrf8K2IrywzwOMk",
  ],
  [
    "https://www.google.com/maps/@22.5431,114.0579,14.5z",
    "https://www.google.com/maps?q=22.5431%2C114.0579&z=15&output=embed",
  ],
  [
    "https://www.google.com/maps/place/Civic+Center/@22.54,114.05,17z/data=!3m1!4b1!4m6!3m5!8m2!3d22.5431!4d114.0579",
    "https://www.google.com/maps?q=22.5431%2C114.0579&z=17&output=embed",
  ],
  [
    "https://www.google.com/maps/embed?pb=!1m18!1m12!2d114.05!3d22.54!2sCivic%20Center",
    "https://www.google.com/maps/embed?pb=%211m18%211m12%212d114.05%213d22.54%212sCivic+Center",
  ],
  [
    "https://www.google.com/maps/d/u/0/viewer?mid=1AbCdEfGhIjKlMnOp",
    "https://www.google.com/maps/d/embed?mid=1AbCdEfGhIjKlMnOp",
  ],
];

describe("an address that people copy", () => {
  it.each(SHOWN)("%s is shown by the provider's own frame", (copied, frame) => {
    expect(frameFor(copied)).toBe(frame);
  });

  it("of OpenStreetMap is shown with what is around its middle, and its marker", () => {
    const frame = new URL(
      frameFor("https://www.openstreetmap.org/?mlat=22.54&mlon=114.06#map=15/22.5431/114.0579&layers=C") ?? "",
    );
    expect(frame.origin + frame.pathname).toBe("https://www.openstreetmap.org/export/embed.html");
    expect(frame.searchParams.get("layer")).toBe("cyclemap");
    expect(frame.searchParams.get("marker")).toBe("22.54,114.06");
    const [west = 0, south = 0, east = 0, north = 0] = (frame.searchParams.get("bbox") ?? "").split(",").map(Number);
    expect((west + east) / 2).toBeCloseTo(114.0579, 4);
    expect((south + north) / 2).toBeCloseTo(22.5431, 3);
  });

  it("of OpenStreetMap may name a marker alone", () => {
    expect(frameFor("https://osm.org/?mlat=22.54&mlon=114.06")).toContain("marker=22.54%2C114.06");
  });

  it("says by its form what shape the frame has", () => {
    expect(embedOf("https://www.youtube.com/shorts/aBcDeFgHiJk", [])?.shape).toBe("tall");
    expect(embedOf("https://open.spotify.com/show/4rOoJ6Egrf8K2IrywzwOMk", [])?.shape).toBe("list");
  });
});

describe("a map's frame", () => {
  it("shows the whole width of the world at the zoom at which it fits", () => {
    const [west, , east] = boundsOf({ zoom: 1, latitude: 0, longitude: 0 });
    expect([west, east]).toEqual([-180, 180]);
  });

  it("shows half as much with each step", () => {
    const [west, , east] = boundsOf({ zoom: 10, latitude: 40, longitude: 0 });
    const [west2, , east2] = boundsOf({ zoom: 11, latitude: 40, longitude: 0 });
    expect(east - west).toBeCloseTo(2 * (east2 - west2), 10);
  });

  it("never reaches beyond the world", () => {
    const view = fc.record({
      zoom: fc.integer({ min: 0, max: 19 }),
      latitude: fc.double({ min: -90, max: 90, noNaN: true }),
      longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    });
    const isOfTheWorld = ([west, south, east, north]: ReturnType<typeof boundsOf>) =>
      west >= -180 && east <= 180 && south >= -85.06 && north <= 85.06 && west < east && south <= north;
    fc.assert(fc.property(view, (seen) => isOfTheWorld(boundsOf(seen))));
  });
});

describe("an address stays a link", () => {
  it.each([
    ["of a host that only begins like a provider's", "https://youtube.com.evil.example/watch?v=aBcDeFgHiJk"],
    ["of a host that only ends like one", "https://notyoutube.com/watch?v=aBcDeFgHiJk"],
    ["with a provider's name before an @", "https://www.youtube.com@evil.example/watch?v=aBcDeFgHiJk"],
    ["with a password", "https://a:b@www.youtube.com/watch?v=aBcDeFgHiJk"],
    ["with a port", "https://www.youtube.com:8443/watch?v=aBcDeFgHiJk"],
    ["with a dot behind the host", "https://www.youtube.com./watch?v=aBcDeFgHiJk"],
    ["with a letter of another script", "https://www.yоutube.com/watch?v=aBcDeFgHiJk"],
    ["with a line break", "https://www.you\ntube.com/watch?v=aBcDeFgHiJk"],
    ["with a backslash", "https://evil.example\\@www.youtube.com/watch?v=aBcDeFgHiJk"],
    ["with a character that nobody sees", "https://www.youtube.com/watch?v=aBcDeFgHiJk\u200b"],
    ["without a host", "https:www.youtube.com/watch?v=aBcDeFgHiJk"],
    ["of another scheme", "javascript:https://www.youtube.com/watch?v=aBcDeFgHiJk"],
    ["of data", "data:text/html,https://www.youtube.com/watch?v=aBcDeFgHiJk"],
    ["with a quotation mark in its id", 'https://www.youtube.com/watch?v=aBcDeFgHi"k'],
    ["with more than an id", "https://www.youtube.com/embed/aBcDeFgHiJk/../../redirect"],
    ["with an id that is too long", "https://youtu.be/aBcDeFgHiJkLmNoP"],
    ["that is huge", `https://www.youtube.com/watch?v=aBcDeFgHiJk&x=${"y".repeat(3000)}`],
    ["of a channel", "https://www.youtube.com/@mayor"],
    ["that is shortened", "https://maps.app.goo.gl/XLX7hEATPodxRXa4A"],
    ["of a provider's search", "https://soundcloud.com/search/sounds"],
    ["of an artist's list", "https://soundcloud.com/forss/tracks"],
    ["of a search for words", "https://www.google.com/search?q=bridge"],
    ["of a map beyond the world", "https://www.openstreetmap.org/#map=15/122.5431/114.0579"],
    ["of a host of Mastodon that the site does not name", "https://mastodon.example/@mayor/113456789012345678"],
    ["of a post that a host has from another", "https://social.example/@mayor@mastodon.example/113456789012345678"],
    ["of a host of PeerTube that the site does not name", `https://tube.example/videos/watch/${UUID}`],
    ["below a host that the site names", `https://www.video.example/videos/watch/${UUID}`],
    ["of nothing", ""],
  ])("%s", (_, written) => {
    expect(embedOf(written, HOSTS)).toBeUndefined();
  });

  it("on a site that has switched cards off", () => {
    expect(embedOf("https://youtu.be/aBcDeFgHiJk", false)).toBeUndefined();
  });
});

describe("whatever is written", () => {
  const ORIGINS = new Set([
    ...["https://www.youtube-nocookie.com", "https://player.vimeo.com", "https://geo.dailymotion.com"],
    ...[
      "https://www.tiktok.com",
      "https://embed.bsky.app",
      "https://platform.twitter.com",
      "https://www.instagram.com",
    ],
    ...[
      "https://w.soundcloud.com",
      "https://open.spotify.com",
      "https://www.openstreetmap.org",
      "https://www.google.com",
    ],
    ...HOSTS.map((host) => `https://${host}`),
  ]);
  const isHarmless = (written: string): boolean => {
    const embed = embedOf(written, HOSTS);
    if (!embed) return true;
    const { href, origin, username, password } = new URL(embed.frame);
    return (
      href === embed.frame &&
      ORIGINS.has(origin) &&
      frameOriginOf(embed) === origin &&
      `${username}${password}` === "" &&
      !/["'<>\\\s]/.test(href)
    );
  };

  it("a frame is of a provider's origin: any address", () => {
    fc.assert(fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true, size: "small" }), isHarmless), {
      numRuns: 300,
    });
  });

  it("a frame is of a provider's origin: a real address, with something of an attacker's in it", () => {
    const harm = fc.oneof(
      fc.string({ unit: "binary", maxLength: 12 }),
      fc.constantFrom(
        '"',
        "'",
        "<",
        ">",
        "\\",
        "@",
        ":",
        "..",
        "/../",
        "%2f",
        "%00",
        "//",
        "\t",
        "@evil.example/",
        ".evil.example",
        "?",
        "#",
        "&",
        "!",
      ),
    );
    const address = fc.tuple(fc.constantFrom(...SHOWN.map(([copied]) => copied)), fc.nat(200), fc.nat(4), harm);
    fc.assert(
      fc.property(address, ([copied, place, cut, inserted]) => {
        const at = place % (copied.length + 1);
        return isHarmless(copied.slice(0, at) + inserted + copied.slice(at + cut));
      }),
      { numRuns: 5000 },
    );
  });

  it("time to read an address does not grow with what is in it", () => {
    const long = ["a".repeat(1900), "!1m".repeat(600), "%20".repeat(600), "../".repeat(600), "-".repeat(1900)];
    const ways = ["https://www.google.com/maps/embed?pb=", "https://soundcloud.com/", "https://bsky.app/profile/"];
    for (const way of ways) for (const much of long) expect(isHarmless(`${way}${much}`.slice(0, 2000))).toBe(true);
  });
});
