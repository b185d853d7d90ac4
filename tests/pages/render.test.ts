import { expect, test } from "vitest";
import type { Page } from "../../src/pages/page.ts";
import { render } from "../../src/pages/render.ts";
import { newsroomOf, print } from "./newspaper.ts";

test("every page prints the same bytes after its props have been through JSON", async () => {
  const newsroom = await newsroomOf("full");
  const { pages, inserts } = print(newsroom, { unpublished: "all" });
  expect(pages.length).toBeGreaterThan(80);
  for (const page of pages) {
    const travelled: Page = JSON.parse(JSON.stringify(page));
    expect(render(travelled, inserts), page.url).toBe(render(page, inserts));
  }
});

test("the same content read twice prints the same bytes", async () => {
  const [first, second] = [print(await newsroomOf("full")), print(await newsroomOf("full"))];
  expect(second.urls).toEqual(first.urls);
  for (const url of first.urls) expect(second.text(decodeURI(url)), url).toBe(first.text(decodeURI(url)));
});
