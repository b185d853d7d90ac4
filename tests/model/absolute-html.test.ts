import { expect, test } from "vitest";
import { absoluteHtml } from "../../src/model/absolute-html.ts";

const absolute = (html: string) =>
  absoluteHtml(html, "https://courier.example", "https://courier.example/2026/11/bridge/");

test.each([
  ['<a href="/2026/04/ferry/#when">', '<a href="https://courier.example/2026/04/ferry/#when">'],
  ['<a href="#fn_1" id="fnref_1">', '<a href="https://courier.example/2026/11/bridge/#fn_1" id="fnref_1">'],
  ['<img src="/images/a.png" alt="">', '<img src="https://courier.example/images/a.png" alt="">'],
  [
    '<source srcset="/images/a-1.avif 680w, /images/a-2.avif 1080w">',
    '<source srcset="https://courier.example/images/a-1.avif 680w, https://courier.example/images/a-2.avif 1080w">',
  ],
])("an address of the site is whole after: %s", (html, whole) => {
  expect(absolute(html)).toBe(whole);
});

test.each([
  '<a href="https://elsewhere.example/a">',
  '<a href="mailto:desk@courier.example">',
  '<a href="//elsewhere.example/a">',
  "<p>He wrote: href=&quot;/a&quot; and src=/b</p>",
])("what is whole, and what only looks like an address, stays: %s", (html) => {
  expect(absolute(html)).toBe(html);
});
