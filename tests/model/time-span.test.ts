import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Newsroom, WrittenArticle } from "../../src/model/newsroom.ts";
import { publish } from "../../src/model/publication.ts";
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
});
