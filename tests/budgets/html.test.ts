import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import { outputFile, type SitePath } from "../../src/model/urls.ts";
import { htmlErrors } from "../../src/site/gate/html-rules.ts";
import { MEASURED_STORY } from "./fixture-site.ts";

/** What is wrong with a page below an output folder. */
const errorsOn = (folder: string, url: SitePath): string[] =>
  htmlErrors(readFileSync(join(folder, outputFile(url)), "utf8"), outputFile(url)).map((error) => `${url}: ${error}`);

test("every page of the repository's own newspaper is valid HTML", () => {
  const { folder, pages } = inject("own");
  expect(pages.flatMap(({ url }) => errorsOn(folder, url))).toEqual([]);
});

test("one page in twenty of the newspaper of 500 stories is valid HTML", () => {
  const { folder, pages } = inject("fixture");
  const some = pages.filter(({ url }, index) => index % 20 === 0 || url === MEASURED_STORY);
  expect(some.flatMap(({ url }) => errorsOn(folder, url))).toEqual([]);
});
