import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isNews } from "../../src/model/news-window.ts";
import type { Newsroom, WrittenArticle } from "../../src/model/newsroom.ts";
import { publish } from "../../src/model/publish.ts";
import { isSlug } from "../../src/model/slugs.ts";
import { isMoment, readMoment } from "../../src/model/time.ts";
import { isWithin, nextChangeAfter, timeSpanOf } from "../../src/model/time-span.ts";
import { newsroomOf } from "../pages/newspaper.ts";

const tiny = await newsroomOf("tiny");
const [model] = tiny.articles;

/** A moment so many minutes into 2026. */
function at(minutes: number) {
  const moment = readMoment(new Date(Date.UTC(2026, 0, 1) + minutes * 60_000).toISOString(), "Europe/London");
  if (!isMoment(moment)) throw new Error("This is no moment");
  return moment;
}

const minutes = fc.integer({ min: 0, max: 200 });
const anyStory = fc
  .record({
    date: minutes,
    lasts: fc.option(fc.integer({ min: 1, max: 50 })),
    draft: fc.boolean(),
    retractedAfter: fc.option(fc.integer({ min: 0, max: 50 })),
  })
  .map(({ date, lasts, draft, retractedAfter }): Omit<WrittenArticle, "slug" | "file"> => {
    if (!model) throw new Error("The newspaper has no story");
    return {
      ...model,
      date: at(date),
      expires: lasts === null ? undefined : at(date + lasts),
      draft,
      retracted: draft || retractedAfter === null ? undefined : { date: at(date + retractedAfter), reason: "Wrong." },
    };
  });
const anyNewsroom = fc.array(anyStory, { maxLength: 6 }).map((stories): Newsroom => {
  const articles = stories.map((story, index): WrittenArticle => {
    const slug = `story-${index}`;
    if (!isSlug(slug)) throw new Error("This is no slug");
    return { ...story, slug, file: `articles/2026/01/${slug}.md` };
  });
  return { ...tiny, articles };
});

const seenAt = (newsroom: Newsroom, now: number) =>
  publish(newsroom, now, "none").articles.map(({ file, status }) => `${file} ${status}`);

describe("between two turning points", () => {
  test("readers see the same at every minute, so that a build may be left out", () => {
    fc.assert(
      fc.property(anyNewsroom, minutes, minutes, (newsroom, one, other) => {
        const [now, then] = [at(one).epochMs, at(other).epochMs];
        if (isWithin(then, timeSpanOf(newsroom, now))) {
          expect(seenAt(newsroom, then)).toEqual(seenAt(newsroom, now));
        }
      }),
    );
  });

  test("nothing changes before the time that the site gives as its next change", () => {
    fc.assert(
      fc.property(anyNewsroom, minutes, minutes, (newsroom, one, later) => {
        const [now, then] = [at(one).epochMs, at(one + later).epochMs];
        const next = nextChangeAfter(newsroom, now);
        if (next === undefined || then < next) expect(seenAt(newsroom, then)).toEqual(seenAt(newsroom, now));
        else expect(next).toBeGreaterThan(now);
      }),
    );
  });

  test("a post of a live story is a time at which what was found right has to be looked at again", async () => {
    const full = await newsroomOf("full");
    const spanAt = (time: string) => {
      const { from, before } = timeSpanOf(full, Date.parse(time));
      return [from, before].map((at) => new Date(at).toISOString().slice(0, 16));
    };
    expect(spanAt("2026-04-20T10:00Z")).toEqual(["2026-04-20T06:45", "2026-04-20T13:05"]);
    expect(spanAt("2026-04-20T16:00Z")[0]).toBe("2026-04-20T15:40");
  });
});

const HOUR = 60 * 60 * 1000;

const storyAt = (epochMs: number) => ({ date: { epochMs, iso: "", precision: "minute" as const } });

/** A newsroom of which nothing counts but when its stories come out. */
const newsroomWith = (...times: number[]): Newsroom => ({
  ...tiny,
  articles: times.flatMap((time) => (model ? [{ ...model, ...storyAt(time) }] : [])),
});

describe("nothing changes by itself", () => {
  test("from one story to the next", () => {
    expect(timeSpanOf(newsroomWith(1000 * HOUR, 1010 * HOUR), 1005 * HOUR)).toEqual({
      from: 1000 * HOUR,
      before: 1010 * HOUR,
    });
  });

  test("until the newest story stops being news, 48 hours after it came out", () => {
    expect(timeSpanOf(newsroomWith(1000 * HOUR), 1001 * HOUR)).toEqual({ from: 1000 * HOUR, before: 1048 * HOUR });
  });

  test("for ever, once all is old and nothing is scheduled", () => {
    const span = timeSpanOf(newsroomWith(1000 * HOUR), 2000 * HOUR);
    expect(span.from).toBe(1048 * HOUR);
    expect(isWithin(Number.MAX_SAFE_INTEGER - 1, span)).toBe(true);
  });

  test("at any time within which the same stories are out and news", () => {
    const times = [1000, 1004, 1030, 1047, 1048, 1052, 1100].map((hour) => hour * HOUR);
    const newsAt = (now: number) => times.map((time) => [time <= now, isNews(storyAt(time), now)]);
    const clock = Array.from({ length: 170 }, (_, index) => (990 + index) * HOUR);
    for (const now of clock) {
      const span = timeSpanOf(newsroomWith(...times), now);
      expect(isWithin(now, span)).toBe(true);
      for (const later of clock.filter((time) => isWithin(time, span))) expect(newsAt(later)).toEqual(newsAt(now));
    }
  });
});
