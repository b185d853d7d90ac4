import { z } from "zod";
import { OPENNESS } from "../../model/comment.ts";
import type { Focus } from "../../model/image.ts";
import { isMoment, type Moment, type MomentFault, readMoment, WRITTEN } from "../../model/time.ts";
import type { SitePath } from "../../model/urls.ts";
import { readFormerAddress } from "../former-address.ts";
import { CONTROL, leavesDirectionOpen, OVERRIDE, VISIBLE } from "../source.ts";
import { webAddressOf } from "../web-address.ts";

/** What a field can say of itself beyond its type; read back by `validate.ts`. */
declare module "zod" {
  interface GlobalMeta {
    /** Free text, in which an unquoted # would silently cut a sentence. */
    prose?: boolean;
    /** How the field looks when it is right, for the fix of a problem. */
    example?: string;
    /** What more an editor can tell of it than that it is a text, in JSON Schema; `json/json-schema.ts` reads it. */
    accepts?: Readonly<Record<string, unknown>>;
  }
}

/** Stops a value with what is wrong, said of the field ("is empty"), and what to do. */
export function refuse(context: z.core.$RefinementCtx, what: string, fix: string): typeof z.NEVER {
  context.addIssue({ code: "custom", message: what, params: { fix } });
  return z.NEVER;
}

/** Characters of a name, a headline, an address: of whatever is one line. */
const MAX_LINE = 1000;
/** Characters of what may be a paragraph. */
const MAX_PASSAGE = 5000;
/** Entries of a list. */
const MAX_ENTRIES = 1000;

/** A scalar as it was written; `true` and `false` are words here. */
const written = z.preprocess((value) => (typeof value === "boolean" ? String(value) : value), z.string());

const wordsUpTo = (most: number) =>
  written.transform((value, context) => {
    if (value.length > most) {
      return refuse(context, `has more than ${most.toLocaleString("en")} characters`, "Shorten it.");
    }
    const text = value.replace(/\s+/g, " ").trim().normalize("NFC");
    if (CONTROL.test(text) || OVERRIDE.test(text) || !text.isWellFormed()) {
      return refuse(context, "holds a character that cannot be printed", "Delete it.");
    }
    if (!VISIBLE.test(text))
      return refuse(context, "is empty", "Fill it in; if it is not required, it may be left out.");
    if (leavesDirectionOpen(text)) {
      const fix = "Put U+2069 behind what U+2066, U+2067 or U+2068 begins, or delete them.";
      return refuse(context, "turns the direction of what stands behind it", fix);
    }
    return text;
  });

const words = wordsUpTo(MAX_LINE);

/** One line of text for readers: spaces folded, NFC, never empty. */
export const prose = (example: string) => words.meta({ prose: true, example });

/** Sentences for readers: as `prose`, and longer. */
export const passage = (example: string) => wordsUpTo(MAX_PASSAGE).meta({ prose: true, example });

/** Characters of a text of several paragraphs, in a field. */
const MAX_TEXT = 20_000;

/** Paragraphs, parted by blank lines: lines stay as they are. */
export const paragraphs = (example: string) =>
  written
    .transform((value, context) => {
      if (value.length > MAX_TEXT) {
        return refuse(context, `has more than ${MAX_TEXT.toLocaleString("en")} characters`, "Shorten it.");
      }
      const text = value
        .replace(/\r\n?/g, "\n")
        .split("\n")
        .map((line) => line.trimEnd())
        .join("\n")
        .trim()
        .normalize("NFC");
      const unprintable = CONTROL.test(text.replace(/[\n\t]/g, " ")) || OVERRIDE.test(text) || !text.isWellFormed();
      if (unprintable) return refuse(context, "holds a character that cannot be printed", "Delete it.");
      if (!VISIBLE.test(text)) return refuse(context, "is empty", "Fill it in.");
      return text;
    })
    .meta({ prose: true, example });

/** Several of something, if not without end. */
export const list = <Item extends z.ZodType>(item: Item) => z.array(item).max(MAX_ENTRIES);

/** A word that is looked up elsewhere: a slug, or a name or alias of a tag. */
export const reference = (example: string) => words.meta({ example });

/** One or several: a single value need not be a list. */
export const oneOrMore = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((value) => (Array.isArray(value) ? value : [value]), list(item).min(1));

/** A switch: `true` or `false` without quotes, and nothing else. */
export const flag = z
  .unknown()
  .transform((value, context) => {
    if (typeof value === "boolean") return value;
    return refuse(context, "must be true or false", "Write one of them in lower case, without quotes.");
  })
  .meta({ accepts: { type: "boolean" } });

/** Whether readers may reply. */
export const openness = written
  .transform(
    (value, context) =>
      OPENNESS.find((known) => known === value) ?? refuse(context, `is "${value}"`, "Write open, closed or off."),
  )
  .meta({ example: "open", accepts: { enum: OPENNESS } });

/** A web address, in the form in which browsers send it. */
export const webAddress = words
  .transform((value, context) => {
    const url = webAddressOf(value);
    return url?.href ?? refuse(context, `is not a web address ("${value}")`, "Write it whole, from https:// on.");
  })
  .meta({
    example: "https://example.org/report",
    accepts: { type: "string", pattern: "^\\s*[Hh][Tt][Tt][Pp][Ss]?://" },
  });

/** A web address for what readers send or run: https only. */
export const secureAddress = (example: string) =>
  webAddress
    .transform((value, context) =>
      value.startsWith("https:")
        ? value
        : refuse(context, `is not safe on its way ("${value}")`, "Write an address that starts with https://."),
    )
    .meta({ example, accepts: { type: "string", pattern: "^\\s*[Hh][Tt][Tt][Pp][Ss]://" } });

/** A pattern for what is trimmed before it is looked at, and what an editor says where it does not fit. */
export const oneLineLike = ({ source }: RegExp, says?: string): Readonly<Record<string, string>> => ({
  pattern: `^\\s*${source.replace(/^\^|\$$/g, "").replaceAll(" ", "\\s+")}\\s*$`,
  ...(says ? { patternErrorMessage: says } : {}),
});

const MOMENT_FORMS =
  "Write 2026-11-03T09:30 (the site's time), 2026-11-03T09:30+01:00 (with an offset) or 2026-11-03 (a day).";

/** A date with an offset, as local time in `zone`, or alone. */
export const moment = (zone: string) =>
  words
    .transform((value, context): Moment => {
      const read = readMoment(value, zone);
      return isMoment(read) ? read : refuse(context, ...faultOf(value, read));
    })
    .meta({ example: "2026-11-03T09:30", accepts: { type: "string", ...oneLineLike(WRITTEN, MOMENT_FORMS) } });

/** Why a text is no moment, said of what holds it ("is a date …"), and what to do. */
export function faultOf(value: string, fault: MomentFault): [what: string, fix: string] {
  switch (fault.fault) {
    case "form":
      return [`is not a date that can be read ("${value}")`, MOMENT_FORMS];
    case "impossible":
      return [`is a date or time that does not exist ("${value}")`, "Mend the day, the time or the offset."];
    case "skipped":
      return [
        `is a time that does not exist in ${fault.zone}: the clocks go forward over it`,
        "Write a later time, or give the offset.",
      ];
    case "twice":
      return [
        `is a time that happens twice in ${fault.zone}, when the clocks go back`,
        `Say which: ${fault.choices.join(" or ")}.`,
      ];
  }
}

/** A file that lies beside the one that names it. */
export const imageFile = reference("bridge.jpg");

/** A language, in its usual spelling. */
export const language = reference("en-GB").transform((value, context) => {
  try {
    // A tag may be well-formed and mean nothing ("english"); dates would then come in the machine's language.
    const [known] = Intl.DateTimeFormat.supportedLocalesOf(value);
    if (known) return known;
  } catch (error) {
    // ECMA-402: a text that is not a BCP 47 tag is a RangeError.
    if (!(error instanceof RangeError)) throw error;
  }
  return refuse(context, `is not a language ("${value}")`, "Write a BCP 47 tag such as en-GB or zh-Hans.");
});

/** The point of a picture that stays in view however it is cropped, in per cent from its left and its top. */
export const focus = words
  .transform((value, context): Focus => {
    const [, x, y] = /^(\d{1,3})% (\d{1,3})%$/.exec(value) ?? [];
    const point = { x: Number(x), y: Number(y) };
    if (point.x <= 100 && point.y <= 100) return point;
    const fix = 'Write how far from the left and from the top, such as "30% 40%"; the middle is "50% 50%".';
    return refuse(context, `is not a point of the picture ("${value}")`, fix);
  })
  .meta({ example: "30% 40%", accepts: { type: "string", ...oneLineLike(/^\d{1,3}% \d{1,3}%$/) } });

/** Addresses of this site that something had before; a single one need not be a list. */
export const formerly = oneOrMore(
  words.transform((value, context): SitePath => {
    const read = readFormerAddress(value);
    return typeof read === "string" ? read : refuse(context, `${read.what} ("${value}")`, read.fix);
  }),
).meta({ example: "/2020/04/old-slug/" });
