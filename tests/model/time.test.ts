import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, onTestFinished, test } from "vitest";
import {
  isMoment,
  isTimeZone,
  monthName,
  monthOf,
  printClock,
  printInFull,
  printShort,
  readMoment,
  yearOf,
} from "../../src/model/time.ts";

const ZONES = [
  "UTC",
  "Europe/London",
  "America/New_York",
  "Australia/Lord_Howe",
  "Asia/Shanghai",
  "Pacific/Apia",
  "America/Sao_Paulo",
  "Asia/Kathmandu",
];

/** The instant that a text names, in UTC; or the fault. */
function instant(text: string, zone: string): string {
  const read = readMoment(text, zone);
  return isMoment(read) ? new Date(read.epochMs).toISOString() : read.fault;
}

describe("a date that a writer gives", () => {
  test.each([
    ["2020-04-13T14:19", "2020-04-13T13:19:00.000Z"],
    ["2020-04-13 14:19", "2020-04-13T13:19:00.000Z"],
    ["2020-04-13T14:19+08:00", "2020-04-13T06:19:00.000Z"],
    ["2020-04-13T14:19-0330", "2020-04-13T17:49:00.000Z"],
    ["2020-04-13T14:19:59.5Z", "2020-04-13T14:19:59.000Z"],
    ["2020-04-13", "2020-04-12T23:00:00.000Z"],
    ["2024-02-29", "2024-02-29T00:00:00.000Z"],
  ])("%s is read in the site's zone unless it says another", (text, utc) => {
    expect(instant(text, "Europe/London")).toBe(utc);
  });

  test.each([
    "2026-02-30",
    "2025-02-29",
    "2026-13-01",
    "2026-00-01",
    "2026-11-00",
    "2026-11-03T24:00",
    "2026-11-03T25:00",
    "2026-11-03T09:60",
    "2016-12-31T23:59:60Z",
    "2026-11-03T09:30+25:00",
    "2026-11-03T09:30+14:30",
    "2026-11-03T09:30+01:60",
    "0000-01-01",
    "0001-01-01T00:00+14:00",
    "9999-12-31T23:59-14:00",
  ])("%s does not exist and is never rolled over", (text) => {
    expect(instant(text, "Europe/London")).toBe("impossible");
  });

  test.each([
    "26-11-03",
    "2026-11-3",
    "3 November 2026",
    "11/03/2026",
    "2026-11-03T9:30",
    "2026-11-03T09:30 Europe/London",
    "2026-11-03T",
    "2026-11-03+01:00",
    "２０２６-11-03",
    "",
    "now",
    " 2026-11-03",
  ])("%j is not a date", (text) => {
    expect(instant(text, "Europe/London")).toBe("form");
  });

  test.each([
    ["2026-03-29T01:30", "Europe/London"],
    ["2026-03-08T02:30", "America/New_York"],
    ["2026-10-04T02:15", "Australia/Lord_Howe"],
    ["1991-04-14T02:30", "Asia/Shanghai"],
    ["2018-11-04T00:30", "America/Sao_Paulo"],
    ["2011-12-30T12:00", "Pacific/Apia"],
    ["2011-12-30", "Pacific/Apia"],
  ])("%s was skipped by the clocks of %s", (text, zone) => {
    expect(readMoment(text, zone)).toEqual({ fault: "skipped", zone });
  });

  test.each([
    ["2026-10-25T01:30", "Europe/London", "2026-10-25T01:30+01:00", "2026-10-25T01:30+00:00"],
    ["2026-11-01T01:30", "America/New_York", "2026-11-01T01:30-04:00", "2026-11-01T01:30-05:00"],
    ["2026-04-05T01:45", "Australia/Lord_Howe", "2026-04-05T01:45+11:00", "2026-04-05T01:45+10:30"],
    ["2018-02-17T23:30", "America/Sao_Paulo", "2018-02-17T23:30-02:00", "2018-02-17T23:30-03:00"],
  ])("%s happened twice in %s, and both readings are offered", (text, zone, first, second) => {
    expect(readMoment(text, zone)).toEqual({ fault: "twice", zone, choices: [first, second] });
    expect(instant(first, zone) < instant(second, zone)).toBe(true);
  });

  test("a day begins at its first minute, even where midnight was skipped", () => {
    expect(readMoment("2018-11-04", "America/Sao_Paulo")).toMatchObject({ iso: "2018-11-04T01:00:00-02:00" });
  });

  test("an offset may lead into another month, and the site's zone decides which", () => {
    const read = readMoment("2026-10-31T23:30Z", "Asia/Shanghai");
    expect(isMoment(read) && [yearOf(read), monthOf(read)]).toEqual([2026, 11]);
  });
});

/** Leap days, and the hours around which clocks change. */
const LEAP_AND_CHANGES = [
  "2024-02-29T23:30Z",
  "2028-02-29T00:30Z",
  "2026-03-29T00:59Z",
  "2026-03-29T01:00Z",
  "2026-10-25T00:30Z",
  "2026-10-25T01:30Z",
  "2026-12-31T23:59Z",
];

const minute = fc.integer({ min: Date.UTC(1990, 0, 1) / 60_000, max: Date.UTC(2090, 0, 1) / 60_000 });

test("every minute written with an offset is read back as that minute, in any zone", () => {
  const offset = fc.integer({ min: -14 * 60, max: 14 * 60 });
  fc.assert(
    fc.property(minute, offset, fc.constantFrom(...ZONES), (minutes, offsetMinutes, zone) => {
      const text = DateTime.fromMillis(minutes * 60_000, { zone: `UTC${sign(offsetMinutes)}` }).toFormat(
        "yyyy-MM-dd'T'HH:mmZZ",
      );
      const read = readMoment(text, zone);
      expect(read).toMatchObject({ epochMs: minutes * 60_000, precision: "minute" });
      if (isMoment(read)) expect(readMoment(read.iso, "UTC")).toMatchObject({ epochMs: minutes * 60_000 });
    }),
    { numRuns: 1000 },
  );
});

const sign = (minutes: number) =>
  `${minutes < 0 ? "-" : "+"}${Math.floor(Math.abs(minutes) / 60)}:${String(Math.abs(minutes) % 60).padStart(2, "0")}`;

test("a local time is read as the instant at which the clocks show it, and only when they show it once", () => {
  fc.assert(
    fc.property(minute, fc.constantFrom(...ZONES), (minutes, zone) => {
      const shown = DateTime.fromMillis(minutes * 60_000, { zone });
      const read = readMoment(shown.toFormat("yyyy-MM-dd'T'HH:mm"), zone);
      if (isMoment(read)) expect(read.epochMs).toBe(minutes * 60_000);
      else {
        expect(read.fault).toBe("twice");
        const choices = read.fault === "twice" ? read.choices : [];
        expect(choices.map((text) => instant(text, zone))).toContain(new Date(minutes * 60_000).toISOString());
      }
    }),
    { numRuns: 2000 },
  );
});

test("the zone of the machine that builds makes no difference, on no day of any year", () => {
  const anyMinute = fc.oneof(
    minute,
    fc.constantFrom(...LEAP_AND_CHANGES).map((iso) => Date.parse(iso) / 60_000),
  );
  const machine = process.env["TZ"];
  onTestFinished(() => {
    if (machine === undefined) delete process.env["TZ"];
    else process.env["TZ"] = machine;
  });
  fc.assert(
    fc.property(
      anyMinute,
      fc.constantFrom(...ZONES),
      fc.constantFrom(...ZONES),
      fc.constantFrom(...ZONES),
      (minutes, site, one, other) => {
        const seenFrom = (zone: string) => {
          process.env["TZ"] = zone;
          const local = DateTime.fromMillis(minutes * 60_000, { zone: site }).toFormat("yyyy-MM-dd'T'HH:mm");
          const read = readMoment(local, site);
          return isMoment(read)
            ? { read, year: yearOf(read), month: monthOf(read), ...printInFull(read, site, "en-GB") }
            : read;
        };
        expect(seenFrom(one)).toEqual(seenFrom(other));
      },
    ),
  );
});

test("no date is accepted that is not in the calendar", () => {
  const field = (max: number) => fc.integer({ min: 0, max }).map((value) => String(value).padStart(2, "0"));
  fc.assert(
    fc.property(fc.integer({ min: 1000, max: 9998 }), field(99), field(99), (year, month, day) => {
      const exists = DateTime.utc(year, Number(month), Number(day)).isValid;
      expect(isMoment(readMoment(`${year}-${month}-${day}`, "UTC"))).toBe(exists);
    }),
    { numRuns: 1000 },
  );
});

test("only names of the tz database are time zones", () => {
  for (const name of [...ZONES, "europe/london", "Etc/GMT+5"]) expect(isTimeZone(name)).toBe(true);
  for (const name of ["London", "BST", "+01:00", "Europe/Londn", "", "local", "UTC+1"])
    expect(isTimeZone(name)).toBe(false);
});

describe("a time in print", () => {
  const moment = (text: string) => {
    const read = readMoment(text, "Europe/London");
    if (!isMoment(read)) throw new Error(`The test's own date ${text} is wrong`);
    return read;
  };

  test("has its weekday and zone under a story, and neither in a list", () => {
    const { datetime, words } = printInFull(moment("2020-04-13T14:19"), "Europe/London", "en-GB");
    expect(datetime).toBe("2020-04-13T14:19:00+01:00");
    expect(words).toMatch(/^Monday.* 13 April 2020 at 14:19 BST$/);
    expect(printShort(moment("2020-04-13T14:19"), "Europe/London", "en-GB").words).toBe("13 Apr 2020, 14:19");
  });

  test("of the clock names the zone, so that the hour that comes twice is told apart", () => {
    const clock = (text: string) => printClock(moment(text), "Europe/London", "en-GB");
    expect(clock("2020-04-13T14:19")).toEqual({ datetime: "2020-04-13T14:19:00+01:00", words: "14:19 BST" });
    expect(clock("2020-10-25T01:30+01:00").words).toBe("01:30 BST");
    expect(clock("2020-10-25T01:30+00:00").words).toBe("01:30 GMT");
  });

  test("is a date alone when the writer gave no more", () => {
    expect(printShort(moment("2020-04-13"), "Europe/London", "en-GB")).toEqual({
      datetime: "2020-04-13",
      words: "13 Apr 2020",
    });
  });

  test("is in the site's language", () => {
    expect(printShort(moment("2020-04-13"), "Europe/London", "de").words).toBe("13. Apr. 2020");
    expect(monthName(2020, 4, "zh-Hans")).toBe("2020年4月");
  });
});
