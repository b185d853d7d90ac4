import { setHeadline } from "../../model/headline-lines.ts";
import { directionOf } from "../../model/languages.ts";
import { CARD, type SocialCard } from "../../model/social-card.ts";
import { openFonts } from "./typefaces.ts";
import { type SetLine, type Setting, setLine, widthOfLine } from "./typesetter.ts";

const MARGIN = 80;
const COLUMN = CARD.width - 2 * MARGIN;
/** How wide the accent at the edge where reading begins is. */
const EDGE = 24;

const KICKER = { size: 34, baseline: 118 };
const FOOT = { size: 36, baseline: CARD.height - 62, rule: CARD.height - 126 };
const STANDFIRST = { size: 40, lead: 1.3 };
const HEADLINE_SIZES = [104, 96, 88, 80, 74, 68, 62, 56, 50, 46];
const MOST_LINES = 4;

/** The card as SVG: outlines only, so that it is the same wherever it is turned into pixels. */
export async function drawCard(card: SocialCard): Promise<string> {
  await openFonts(`${card.headline} ${card.site}`, card.headlines);
  await openFonts([card.kicker, card.standfirst, card.site].join(" "), "sans");
  const { paper, rule, accent, ink, muted } = card.colours;
  const isRtl = directionOf(card.language) === "rtl";
  const { width, height } = CARD;
  /** Puts a line where the language begins its lines. */
  const placed = (line: SetLine | undefined, size: number, baseline: number, colour: string) =>
    line ? drawn(line, size, isRtl ? width - MARGIN - line.width * size : MARGIN, baseline, colour) : "";
  const sans: Setting = { typeface: "sans", language: card.language };
  const small = (text: string | undefined, size: number) => {
    const line = text === undefined ? undefined : setLine(text, sans);
    return line && line.width * size <= COLUMN ? line : undefined;
  };
  const { site } = card;
  // Better the site's name than letters that no font has.
  const headline = headlineOf(card) ?? (site === undefined ? undefined : headlineOf({ ...card, headline: site }));
  const parts = [
    `<rect width="${width}" height="${height}" fill="${paper}"/>`,
    `<rect x="${isRtl ? width - EDGE : 0}" width="${EDGE}" height="${height}" fill="${accent}"/>`,
    placed(small(card.kicker, KICKER.size), KICKER.size, KICKER.baseline, accent),
    ...(headline?.lines.map(({ line, baseline }) => placed(line, headline.size, baseline, ink)) ?? []),
    card.standfirst && headline ? standfirst(card.standfirst, headline.end, sans, placed, muted) : "",
    card.site === undefined
      ? ""
      : `<rect x="${MARGIN}" y="${FOOT.rule}" width="${COLUMN}" height="2" fill="${rule}"/>` +
        placed(small(card.site, FOOT.size), FOOT.size, FOOT.baseline, muted),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${parts.join("")}</svg>`;
}

/** The lines of a headline, each with its baseline, in the middle of the room between the kicker and the foot. */
function headlineOf({ headline, headlines, language, kicker, site, standfirst }: SocialCard) {
  const setting: Setting = { typeface: headlines, language };
  if (widthOfLine(headline, setting) === undefined) return undefined;
  const widthOf = (text: string) => widthOfLine(text, setting) ?? 0;
  const top = kicker === undefined ? MARGIN : KICKER.baseline + 24;
  const bottom = site === undefined ? CARD.height - MARGIN : FOOT.rule - 24;
  const below = standfirst === undefined ? 0 : 2 * STANDFIRST.size * STANDFIRST.lead;
  const set = setHeadline(headline, {
    widthOf,
    width: COLUMN,
    sizes: HEADLINE_SIZES,
    lead: leadOf(language),
    height: bottom - top - below,
    mostLines: MOST_LINES,
  });
  if (!set) return undefined;
  const lead = leadOf(language) * set.size;
  const begin = top + (bottom - top - set.lines.length * lead - below) / 2;
  const lines = set.lines.map((text, index) => ({
    line: setLine(text, setting),
    // Letters stand on the baseline with three quarters of their height above it.
    baseline: begin + index * lead + lead / 2 + set.size * 0.33,
  }));
  return { size: set.size, lines, end: begin + set.lines.length * lead };
}

/** From line to line, in em: Arabic reaches far above and below its baseline. */
function leadOf(language: string): number {
  if (directionOf(language) === "rtl") return 1.5;
  return /^(?:zh|ja)\b/.test(language) ? 1.3 : 1.14;
}

function standfirst(
  text: string,
  after: number,
  setting: Setting,
  placed: (line: SetLine | undefined, size: number, baseline: number, colour: string) => string,
  colour: string,
): string {
  if (widthOfLine(text, setting) === undefined) return "";
  const widthOf = (part: string) => widthOfLine(part, setting) ?? 0;
  const { size, lead } = STANDFIRST;
  const set = setHeadline(text, { widthOf, width: COLUMN, sizes: [size], lead, height: 2 * lead * size, mostLines: 2 });
  const lines = set?.lines ?? [];
  return lines
    .map((line, index) => placed(setLine(line, setting), size, after + (index + 1) * size * lead, colour))
    .join("");
}

function drawn({ glyphs }: SetLine, size: number, x: number, baseline: number, colour: string): string {
  const paths = glyphs.map(({ path, ...glyph }) => {
    const scale = rounded(glyph.scale * size, 6);
    return `<path transform="translate(${rounded(x + glyph.x * size)} ${rounded(baseline - glyph.y * size)}) scale(${scale} -${scale})" d="${path}"/>`;
  });
  return `<g fill="${colour}">${paths.join("")}</g>`;
}

const rounded = (value: number, digits = 2): number => Number(value.toFixed(digits));
