import fc from "fast-check";
import { expect, test } from "vitest";
import type { Article } from "../../../src/model/publication.ts";
import { isMoment, readMoment } from "../../../src/model/time.ts";
import { countArchive, storiesAMonth, topicsOverTime } from "../../../src/site/dev/writers-desk/counts.ts";
import { newsroomOf, print } from "../../pages/newspaper.ts";

function on(day: string, ...topics: string[]): Pick<Article, "date" | "tags"> {
  const date = readMoment(day, "Europe/London");
  if (!isMoment(date)) throw new Error(day);
  // What is counted of a topic is its name.
  return { date, tags: topics.map((name) => ({ name })) as unknown as Article["tags"] };
}

test("a month without a story counts too, between the first and the last", () => {
  expect(storiesAMonth([on("2026-02-03"), on("2026-02-01"), on("2025-11-30")])).toEqual([
    { name: "2025-11", stories: 1 },
    { name: "2025-12", stories: 0 },
    { name: "2026-01", stories: 0 },
    { name: "2026-02", stories: 2 },
  ]);
  expect(storiesAMonth([])).toEqual([]);
});

test("a story belongs to the month that it is in the site's zone", () => {
  expect(storiesAMonth([on("2026-06-30T23:30:00Z")])).toEqual([{ name: "2026-07", stories: 1 }]);
});

test("topics are counted by month while all is young, and by year in an archive", () => {
  const young = [on("2026-03-01", "Ferries", "Bridges"), on("2026-01-01", "Ferries")];
  expect(topicsOverTime(young, [{ name: "Ferries" }, { name: "Bridges" }])).toEqual({
    periods: ["2026-01", "2026-02", "2026-03"],
    topics: [
      { name: "Ferries", stories: [1, 0, 1] },
      { name: "Bridges", stories: [0, 0, 1] },
    ],
  });
  expect(topicsOverTime([...young, on("2020-01-01", "Ferries")], [{ name: "Ferries" }])).toEqual({
    periods: ["2020", "2021", "2022", "2023", "2024", "2025", "2026"],
    topics: [{ name: "Ferries", stories: [1, 0, 0, 0, 0, 0, 2] }],
  });
});

test("whatever the dates, every story is counted once, in months that follow each other", () => {
  const days = fc.array(fc.date({ min: new Date("1990-01-01"), max: new Date("2030-12-31"), noInvalidDate: true }), {
    minLength: 1,
    maxLength: 40,
  });
  fc.assert(
    fc.property(days, (dates) => {
      const written = dates
        .map((date) => date.toISOString().slice(0, 10))
        .sort()
        .reverse();
      const stories = written.map((day) => on(day, "Ferries"));
      const months = storiesAMonth(stories);
      expect(months.reduce((sum, { stories }) => sum + stories, 0)).toBe(dates.length);
      expect([months[0]?.name, months.at(-1)?.name]).toEqual([written.at(-1)?.slice(0, 7), written[0]?.slice(0, 7)]);
      expect(months.map(({ name }) => name)).toEqual(months.map(({ name }) => name).sort());
      const { topics } = topicsOverTime(stories, [{ name: "Ferries" }]);
      expect(topics[0]?.stories.reduce((sum, count) => sum + count, 0)).toBe(dates.length);
    }),
  );
});

test("drafts and scheduled stories are not part of the archive", async () => {
  const newsroom = await newsroomOf("full");
  const [all, out] = [print(newsroom, { unpublished: "all" }), print(newsroom)];
  const counted = countArchive(all.publication);
  expect(counted).toEqual(countArchive(out.publication));
  expect(counted.sections.reduce((sum, { stories }) => sum + stories, 0)).toBe(out.publication.articles.length);
});
