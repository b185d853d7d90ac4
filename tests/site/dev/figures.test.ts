import { expect, test } from "vitest";
import type { Image } from "../../../src/model/image.ts";
import type { Problem } from "../../../src/problems.ts";
import { toldOf } from "../../../src/site/dev/told.ts";
import { deskFigures } from "../../../src/site/dev/writers-desk/figures.ts";
import { drawPlots } from "../../../src/site/dev/writers-desk/plots.ts";
import { estimateOf } from "../../../src/site/dev/writers-desk/weights.ts";
import { newsroomOf, print } from "../../pages/newspaper.ts";

const { publication } = print(await newsroomOf("full"), { unpublished: "all" });
const desk = deskFigures({
  publication,
  problems: [],
  shownAs: (file) => `content/${file}`,
  htmlAt: (url) => (url.includes("trip") ? "x".repeat(2000) : undefined),
});

test("the desk lists every draft, and scheduled stories by when they come out", () => {
  const of = (status: string) => publication.articles.filter((article) => article.status === status);
  expect(desk.drafts.map(({ url }) => url)).toEqual(of("draft").map(({ url }) => url));
  expect(desk.drafts.length).toBeGreaterThan(0);
  expect(desk.scheduled.map(({ when }) => when.datetime)).toEqual(
    desk.scheduled.map(({ when }) => when.datetime).sort(),
  );
  expect(desk.scheduled.length).toBe(of("scheduled").length);
});

test("the desk lists what readers were last shown something new in, and nothing that they cannot see", () => {
  const out = new Set(publication.articles.filter(({ status }) => status === "published").map(({ url }) => url));
  expect(desk.changed.every(({ url }) => out.has(url))).toBe(true);
  const times = desk.changed.map(({ when }) => Date.parse(when.datetime));
  expect(times).toEqual(times.toSorted((a, b) => b - a));
});

test("the desk says what is missing, how often, and in which file", () => {
  for (const { count, items } of desk.lacking) {
    expect(count).toBeGreaterThanOrEqual(items.length);
    expect(items.every(({ file }) => file.startsWith("content/"))).toBe(true);
  }
  expect(desk.lacking.map(({ what }) => what)).toContain("Stories without a picture");
});

test("a page whose text is being edited is not weighed", () => {
  expect(desk.heaviest.length).toBeGreaterThan(0);
  expect(desk.heaviest.every(({ url }) => url.includes("trip"))).toBe(true);
});

test("a photograph weighs what a phone would load of it, and no more for being larger", () => {
  const photograph = (width: number, height: number): Image => ({
    file: "a.jpg",
    name: "a",
    hash: "0",
    width,
    height,
    format: "jpg",
    look: { isDrawing: false, moves: false },
  });
  expect(estimateOf([photograph(4000, 2000)])).toBe(estimateOf([photograph(8000, 4000)]));
  expect(estimateOf([photograph(300, 300)])).toBeLessThan(estimateOf([photograph(600, 600)]));
});

test("names in plots are text, and nothing in them asks for styles of its own", () => {
  const name = '<script>alert(1)</script>"';
  const plots = drawPlots({
    months: [{ name: "2026-01", stories: 1 }],
    sections: [{ name, stories: 1 }],
    authors: [],
    topics: { periods: ["2026-01"], topics: [{ name, stories: [1] }] },
  });
  const drawn = plots.flatMap(({ narrow, wide }) => [narrow, wide]).join("");
  expect(drawn).toContain("&lt;script&gt;");
  expect(drawn).not.toMatch(/<script|<style|\sstyle=/);
});

test("errors are told before warnings, as many as one can mend, with the number of all", () => {
  const problem = (severity: Problem["severity"], file: string): Problem => ({ severity, file, what: "", fix: "" });
  const many = Array.from({ length: 150 }, (_, index) => problem("warning", `w${index}`));
  const told = toldOf([...many, problem("error", "z"), problem("error", "a")]);
  expect([told.errors, told.warnings, told.problems.length]).toEqual([2, 150, 100]);
  expect(told.problems.slice(0, 2).map(({ file }) => file)).toEqual(["a", "z"]);
});
