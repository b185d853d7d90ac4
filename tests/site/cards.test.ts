import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { loadSharp } from "../../src/content/sharp.ts";
import { TYPESETTING } from "../../src/model/card-recipe.ts";
import type { SocialCard } from "../../src/model/social-card.ts";
import { build } from "../../src/site/build.ts";
import { cardPicture } from "../../src/site/cards/card-drawings.ts";
import { drawCard } from "../../src/site/cards/draw-card.ts";
import { openFonts } from "../../src/site/cards/typefaces.ts";
import { setLine } from "../../src/site/cards/typesetter.ts";
import { NOW } from "../pages/newspaper.ts";
import { bytesOf, siteFolder } from "./site-folder.ts";

const ENGLISH: SocialCard = {
  kicker: "News",
  headline: "The crossing opens a month early, and the ferry makes its last trip",
  site: "The Harbour Courier",
  language: "en-GB",
  headlines: "serif",
  colours: { paper: "#fdfcf9", ink: "#17191e", muted: "#585e68", rule: "#d8d4ca", accent: "#a3162e" },
};
const CHINESE: SocialCard = {
  ...ENGLISH,
  kicker: "科技",
  headline: "华为在深圳发布新一代5G基站，“鸿蒙”用户突破十亿",
  language: "zh-Hans",
};
const ARABIC: SocialCard = {
  ...ENGLISH,
  kicker: "أخبار",
  headline: "هواوي تفتتح مركزا لتقنيات 5G في شنغهاي",
  language: "ar",
};

/** The outlines of the texts of a card, from the top down. */
const textsOf = (svg: string) =>
  svg
    .split("<g ")
    .slice(1)
    .map((group) => group.split("</g>")[0] ?? "");
const glyphsIn = (group: string) => group.split("<path ").length - 1;
const inColour = (svg: string, colour: string) => textsOf(svg).filter((group) => group.startsWith(`fill="${colour}"`));

async function line(text: string, language: string) {
  await openFonts(text, "serif");
  return setLine(text, { typeface: "serif", language });
}

describe("a card", () => {
  test.each([
    ["in English", ENGLISH],
    ["in sans", { ...ENGLISH, headlines: "sans" } as const],
    ["in Chinese", CHINESE],
    ["in Arabic", ARABIC],
    ["of the site", { ...ENGLISH, kicker: undefined, site: undefined, standfirst: "Ships and shores" }],
  ])("%s is a PNG of 1200 by 630, light enough to be sent", async (_name, card) => {
    const picture = await cardPicture(card);
    expect(await (await loadSharp())(picture).metadata()).toMatchObject({ format: "png", width: 1200, height: 630 });
    expect(picture.length).toBeLessThan(60_000);
    expect((await cardPicture(card)).equals(picture)).toBe(true);
  });

  test.each([ENGLISH, CHINESE])(
    "has the section, all of the headline, and the name of the site: $headline",
    async (card) => {
      const svg = await drawCard(card);
      const characters = (text = "") => [...text.replaceAll(" ", "")].length;
      const [kicker = ""] = inColour(svg, card.colours.accent);
      const [site = ""] = inColour(svg, card.colours.muted);
      expect(glyphsIn(kicker)).toBe(characters(card.kicker));
      expect(glyphsIn(site)).toBe(characters(card.site));
      const headline = inColour(svg, card.colours.ink).map(glyphsIn);
      // Two letters may be joined into one sign.
      expect(
        Math.abs(headline.reduce((sum, glyphs) => sum + glyphs, 0) - characters(card.headline)),
      ).toBeLessThanOrEqual(2);
      expect(headline.length).toBeLessThanOrEqual(4);
    },
  );

  test("names no font, so that a machine without any draws the same", async () => {
    for (const card of [ENGLISH, CHINESE, ARABIC]) expect(await drawCard(card)).not.toMatch(/<text|font/);
  });

  test("in a script that no font of ours has shows the site's name, and no boxes", async () => {
    const svg = await drawCard({ ...ENGLISH, headline: "ข่าววันนี้ 🚢" });
    expect(inColour(svg, ENGLISH.colours.ink)).toEqual(
      inColour(await drawCard({ ...ENGLISH, headline: ENGLISH.site ?? "" }), ENGLISH.colours.ink),
    );
    const nothing = await drawCard({ ...ENGLISH, headline: "ข่าว", site: "ข่าว", kicker: "ข่าว" });
    expect(textsOf(nothing)).toEqual([]);
  });
});

describe("a line of text", () => {
  test("in Arabic has its letters joined, from right to left", async () => {
    const joined = await line("شنغهاي", "ar");
    const apart = await line("ش ن غ ه ا ي", "ar");
    // Letters that are joined are other signs than the same letters alone, and take less room.
    expect(joined?.width).toBeLessThan((apart?.width ?? 0) * 0.8);
    const first = (await line("ش", "ar"))?.glyphs.at(-1);
    expect(apart?.glyphs.at(-1)?.path).toBe(first?.path);
  });

  test("in Arabic has Latin names and numbers from left to right", async () => {
    const [mixed, number] = [await line("شبكة 120", "ar"), await line("120", "en")];
    // It ends on the left with the number, whose digits stand as ever.
    expect(mixed?.glyphs.slice(0, 3).map(({ path }) => path)).toEqual(number?.glyphs.map(({ path }) => path));
  });

  test("with a character that no font has is not set at all", async () => {
    expect(await line("A 🚢", "en")).toBeUndefined();
  });
});

describe("the cards of a site", () => {
  test("are drawn once: the next build has none to draw, and another machine draws the same", async () => {
    const site = await siteFolder("tiny");
    const buildInto = async (output: string, work: string) => {
      const options = {
        content: join(site, "content"),
        now: NOW,
        unpublished: "none",
        indexed: true,
        search: false,
      } as const;
      await build({ ...options, output: join(site, output), work: join(site, work) });
      return bytesOf(join(site, output, "images/cards"));
    };
    const first = await buildInto("one", "work");
    expect(Object.keys(first).length).toBe(3);
    const kept = await bytesOf(join(site, "work/images"));
    expect(await buildInto("two", "work")).toEqual(first);
    expect(await bytesOf(join(site, "work/images"))).toEqual(kept);
    expect((await readdir(join(site, "work/images"))).length).toBe(3 + 5);
    expect(await buildInto("three", "elsewhere")).toEqual(first);
  });

  test("have addresses that name what they are set with", () => {
    for (const [name, release] of Object.entries(TYPESETTING)) {
      expect((manifest.dependencies as Record<string, string>)[name], name).toBe(release);
    }
  });
});
