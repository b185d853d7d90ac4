import { DateTime, FixedOffsetZone, IANAZone } from "luxon";

/** A moment as the newsroom wrote it: to the minute, or a day without a time. */
export interface Moment {
  /** Milliseconds since 1970 UTC; for a day, its first millisecond in the site's zone. */
  readonly epochMs: number;
  /** RFC 3339 with the offset of the site's zone at that time, such as `2020-04-13T14:19:00+01:00`. */
  readonly iso: string;
  readonly precision: "day" | "minute";
}

/** Why a text is not a moment. `choices` are the two readings of a time that a clock change makes happen twice. */
export type MomentFault =
  | { readonly fault: "form" | "impossible" }
  | { readonly fault: "skipped"; readonly zone: string }
  | { readonly fault: "twice"; readonly zone: string; readonly choices: readonly [string, string] };

/** The forms in which a writer gives a date; many of them are no date all the same. */
export const WRITTEN =
  /^(\d{4})-(\d{2})-(\d{2})(?:(?:[Tt]| )(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|z|[+-]\d{2}:?\d{2})?)?$/;

/**
 * Reads a date as a writer gives it: with an offset, as local time in `zone`, or a date alone.
 *
 * Never rolls over (30 February is a fault), and never guesses at a clock change: a local time that does not exist
 * or exists twice in `zone` (an IANA name) is a fault that says which.
 */
export function readMoment(text: string, zone: string): Moment | MomentFault {
  const match = WRITTEN.exec(text);
  if (!match) return { fault: "form" };
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0));
  const fields = { year, month, day, hour, minute, second } as Required<FieldsOf>;
  const asUtc = DateTime.fromObject(fields, { zone: "utc" });
  // An hour of 24 is valid to luxon and to ISO 8601:2004, but RFC 3339 ends at 23.
  if (!asUtc.isValid || fields.hour > 23) return { fault: "impossible" };
  if (match[4] === undefined) return wholeDay(asUtc, zone);
  if (match[7] !== undefined) return withOffset(asUtc, match[7], zone);
  return localTime(asUtc, fields, zone);
}

/** A day begins when the clocks first show it, which is not midnight where they go forward at midnight. */
function wholeDay(asUtc: DateTime, zone: string): Moment | MomentFault {
  const start = asUtc.setZone(zone, { keepLocalTime: true }).startOf("day");
  // Zones that moved over the date line left a day out (Pacific/Apia, 30 December 2011).
  return start.day === asUtc.day ? momentOf(start, "day") : { fault: "skipped", zone };
}

type FieldsOf = Record<"year" | "month" | "day" | "hour" | "minute" | "second", number>;

function withOffset(asUtc: DateTime, offset: string, zone: string): Moment | MomentFault {
  const minutes = /^z$/i.test(offset) ? 0 : offsetMinutes(offset);
  if (minutes === undefined) return { fault: "impossible" };
  const there = asUtc.setZone(FixedOffsetZone.instance(minutes), { keepLocalTime: true });
  return momentOf(there.setZone(zone), "minute");
}

/** No place on Earth is further from UTC (tz database: Pacific/Kiritimati). */
const FURTHEST_MINUTES = 14 * 60;

function offsetMinutes(offset: string): number | undefined {
  const hours = Number(offset.slice(1, 3));
  const minutes = Number(offset.slice(-2));
  const total = hours * 60 + minutes;
  if (minutes > 59 || total > FURTHEST_MINUTES) return undefined;
  return offset.startsWith("-") ? -total : total;
}

function localTime(asUtc: DateTime, fields: FieldsOf, zone: string): Moment | MomentFault {
  const local = asUtc.setZone(zone, { keepLocalTime: true });
  if (local.hour !== fields.hour || local.minute !== fields.minute || local.day !== fields.day) {
    return { fault: "skipped", zone };
  }
  const [earlier, later] = local.getPossibleOffsets().sort((a, b) => a.toMillis() - b.toMillis());
  if (earlier && later) return { fault: "twice", zone, choices: [written(earlier), written(later)] };
  return momentOf(local, "minute");
}

const written = (time: DateTime) => time.toFormat("yyyy-MM-dd'T'HH:mmZZ");

function momentOf(time: DateTime, precision: Moment["precision"]): Moment | MomentFault {
  // RFC 3339 writes years with four digits; an offset can lead out of them, and there is no year 0 in the calendar.
  if (time.year < 1 || time.year > 9999) return { fault: "impossible" };
  return { epochMs: time.toMillis(), iso: time.toFormat("yyyy-MM-dd'T'HH:mm:ssZZ"), precision };
}

/** A time (milliseconds since 1970 UTC) in `zone`, to the minute. Throws for one outside the years 1 to 9999. */
export function momentAt(epochMs: number, zone: string): Moment {
  const moment = momentOf(DateTime.fromMillis(epochMs, { zone }), "minute");
  if (isMoment(moment)) return moment;
  throw new RangeError(`${epochMs} is a time of no year that can be written`);
}

/** A time as a writer would give it in `zone`: with its offset only where the clocks show it twice. */
export function writtenAt(epochMs: number, zone: string): string {
  const time = DateTime.fromMillis(epochMs, { zone });
  return time.getPossibleOffsets().length > 1 ? written(time) : time.toFormat("yyyy-MM-dd'T'HH:mm");
}

export function isMoment(read: Moment | MomentFault): read is Moment {
  return "epochMs" in read;
}

/** Whether a name is an IANA zone's. Abbreviations are not: BST is Bangladesh's to some and Britain's to others. */
export const isTimeZone = (name: string): boolean =>
  (name === "UTC" || name.includes("/")) && IANAZone.isValidZone(name);

/** The year in the site's zone. */
export const yearOf = (moment: Moment): number => Number(moment.iso.slice(0, 4));
/** The month in the site's zone, from 1. */
export const monthOf = (moment: Moment): number => Number(moment.iso.slice(5, 7));

/** A time of RFC 3339 as RSS writes it (RFC 822, with the four digits of a year that RFC 1123 asks for). */
export function inRfc822(iso: string): string {
  const written = DateTime.fromISO(iso, { setZone: true }).toRFC2822();
  if (written === null) throw new RangeError(`${iso} is not a time`);
  return written;
}

/** A time ready to print: `datetime` for the machine (HTML's `<time datetime>`), `words` for the reader. */
export interface PrintedTime {
  readonly datetime: string;
  readonly words: string;
}

/** Weekday, date and, where it is known, time with zone: "Monday, 13 April 2020 at 14:19 BST". */
export function printInFull(moment: Moment, zone: string, language: string): PrintedTime {
  return print(moment, zone, language, "full");
}

/** Date and, where it is known, time: "13 Apr 2020, 14:19". For lists. */
export function printShort(moment: Moment, zone: string, language: string): PrintedTime {
  return print(moment, zone, language, "short");
}

/** Time with zone: "14:19 BST". For what stands under its day. */
export function printClock({ iso, epochMs }: Moment, zone: string, language: string): PrintedTime {
  return { datetime: iso, words: formatter(language, zone, "clock").format(epochMs) };
}

/** "April 2020", for archives. */
export function monthName(year: number, month: number, language: string): string {
  return formatter(language, "UTC", "month").format(Date.UTC(year, month - 1, 15));
}

const FULL_DAY = { weekday: "long", day: "numeric", month: "long", year: "numeric" } as const;
const SHORT_DAY = { day: "numeric", month: "short", year: "numeric" } as const;
const CLOCK = { hour: "2-digit", minute: "2-digit" } as const;

const STYLES = {
  "full day": FULL_DAY,
  "full minute": { ...FULL_DAY, ...CLOCK, timeZoneName: "short" },
  "short day": SHORT_DAY,
  "short minute": { ...SHORT_DAY, ...CLOCK },
  clock: { ...CLOCK, timeZoneName: "short" },
  month: { month: "long", year: "numeric" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

function print(moment: Moment, zone: string, language: string, style: "full" | "short"): PrintedTime {
  const { precision, iso, epochMs } = moment;
  const words = formatter(language, zone, `${style} ${precision}`).format(epochMs);
  return { datetime: precision === "day" ? iso.slice(0, 10) : iso, words };
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs a hundred times more than using it. */
function formatter(language: string, zone: string, style: keyof typeof STYLES): Intl.DateTimeFormat {
  const key = `${language}|${zone}|${style}`;
  const made = formatters.get(key) ?? new Intl.DateTimeFormat(language, { ...STYLES[style], timeZone: zone });
  formatters.set(key, made);
  return made;
}
