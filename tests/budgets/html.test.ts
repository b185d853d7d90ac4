import { expect, inject, test } from "vitest";
import { MEASURED_STORY } from "./fixture-site.ts";
import { htmlErrors } from "./html-rules.ts";

test("every page of the repository's own newspaper is valid HTML", () => {
  const { folder, pages } = inject("own");
  expect(pages.flatMap(({ url }) => htmlErrors(folder, url))).toEqual([]);
});

test("one page in twenty of the newspaper of 500 stories is valid HTML", () => {
  const { folder, pages } = inject("fixture");
  const some = pages.filter(({ url }, index) => index % 20 === 0 || url === MEASURED_STORY);
  expect(some.flatMap(({ url }) => htmlErrors(folder, url))).toEqual([]);
});
