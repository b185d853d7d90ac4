import { DateTime } from "luxon";

const CLOCK = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([ap]\.?m\.?)?`;
const ZONE = String.raw`(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})`;
const AFTER = new RegExp(String.raw`^(?:[T\s,]+(?:at\s+)?${CLOCK}\s*${ZONE}?(?:\s*[A-Z]{2,5}|\s*\([^)]*\))?)?$`, "i");

/** Year, month and day in the ways in which they stand first in a text, and only one of which each text can be. */
const DAYS: readonly (readonly [RegExp, readonly ("y" | "m" | "d" | "M")[]])[] = [
  [/^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/, ["y", "m", "d"]],
  [/^(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)/, ["y", "m", "d"]],
  [/^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})/, ["d", "m", "y"]],
  [/^(?:[a-z]{3,9}\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th)?\.?[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{4})/i, ["d", "M", "y"]],
  [/^(?:[a-z]{3,9},\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})/i, ["M", "d", "y"]],
];

/** Characters of a date. */
const LONGEST = 100;

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * A date in any of the usual forms as `2020-04-17`, `2020-04-17T10:00:00` or with its offset; undefined for what is none,
 * or may be two (4/5/2020).
 */
export function dateFrom(written: unknown): string | undefined {
  if (typeof written === "number") return fromEpoch(written);
  if (typeof written !== "string") return undefined;
  const text = written.trim();
  if (text.length > LONGEST) return undefined;
  if (/^\d{10}(?:\d{3})?$/.test(text)) return fromEpoch(Number(text));
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(.*)$/.exec(text);
  if (slashed) return fromSlashes(slashed);
  for (const [pattern, parts] of DAYS) {
    const match = pattern.exec(text);
    if (!match) continue;
    const found: Record<string, number> = {};
    for (const [index, part] of parts.entries()) {
      const value = match[index + 1] ?? "";
      found[part === "M" ? "m" : part] =
        part === "M" ? MONTHS.indexOf(value.slice(0, 3).toLowerCase()) + 1 : Number(value);
    }
    return made(found["y"] ?? 0, found["m"] ?? 0, found["d"] ?? 0, text.slice(match[0].length));
  }
  return undefined;
}

/** Americans begin with the month: which of the two it is can be told only where one is no month. */
function fromSlashes([, first, second, year, rest = ""]: RegExpExecArray): string | undefined {
  const [a, b] = [Number(first), Number(second)];
  if (a > 12 && b <= 12) return made(Number(year), b, a, rest);
  if ((b > 12 && a <= 12) || a === b) return made(Number(year), a, b, rest);
  return undefined;
}

function fromEpoch(value: number): string | undefined {
  const date = new Date(value > 1e11 ? value : value * 1000);
  return value < 1e8 || Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

function made(year: number, month: number, day: number, rest: string): string | undefined {
  const time = AFTER.exec(rest.trimEnd());
  if (!time || !DateTime.fromObject({ year, month, day }, { zone: "utc" }).isValid) return undefined;
  const two = (number: number) => String(number).padStart(2, "0");
  const date = `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
  const [, hours, minutes, seconds, half, zone] = time;
  if (hours === undefined) return date;
  const afternoon = half?.toLowerCase().startsWith("p");
  const hour = half ? (Number(hours) % 12) + (afternoon ? 12 : 0) : Number(hours);
  if (hour > 23 || Number(minutes) > 59 || Number(seconds ?? 0) > 59) return undefined;
  return `${date}T${two(hour)}:${minutes}:${seconds ?? "00"}${offset(zone)}`;
}

function offset(zone: string | undefined): string {
  if (zone === undefined) return "";
  if (/^[zug]/i.test(zone)) return "Z";
  const digits = zone.slice(1).replace(":", "").padEnd(4, "0");
  return `${zone[0]}${digits.slice(0, 2)}:${digits.slice(2)}`;
}
