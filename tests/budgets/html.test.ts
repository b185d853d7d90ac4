import { expect, inject } from "vitest";
import { MEASURED_STORY } from "./fixture-site.ts";
import { htmlErrors } from "./html-rules.ts";
import { bound } from "./not-yet-met.ts";

bound("every page of the repository's own newspaper is valid HTML", () => {
  const { folder, pages } = inject("own");
  expect(pages.flatMap(({ url }) => htmlErrors(folder, url))).toEqual([]);
});

bound("one page in twenty of the newspaper of 500 stories is valid HTML", () => {
  const { folder, pages } = inject("fixture");
  const some = pages.filter(({ url }, index) => index % 20 === 0 || url === MEASURED_STORY);
  expect(some.flatMap(({ url }) => htmlErrors(folder, url))).toEqual([]);
});
