import { expect, test } from "vitest";
import type { BodyHash } from "../../src/model/newsroom.ts";
import { bodiesWithoutLinks, withoutLinksTo } from "../../src/model/unlinked.ts";
import type { SitePath } from "../../src/model/urls.ts";

const TEXT = "hash" as BodyHash;
const HTML =
  '<p><a href="/2026/01/a/">One</a>, <a href="/2026/01/a/#part" title="Here"><em>two</em></a>, ' +
  '<a href="/2026/01/ab/">three</a> and <a href="https://x.example/2026/01/a/">four</a>.</p>';
const shown = (...addresses: string[]) =>
  bodiesWithoutLinks(new Map([[TEXT, HTML]])).get(withoutLinksTo(TEXT, addresses as SitePath[]));

test("the words of a link that leads nowhere yet stand in the text without it", () => {
  expect(shown("/2026/01/a/")).toBe(
    '<p>One, <em>two</em>, <a href="/2026/01/ab/">three</a> and <a href="https://x.example/2026/01/a/">four</a>.</p>',
  );
});

test("a text of which every link holds is as it was", () => {
  expect(shown()).toBe(HTML);
  expect(withoutLinksTo(TEXT, [])).toBe(TEXT);
});
