import { expect, test } from "vitest";
import { cutPosts } from "../../layouts/parts/cut-posts.ts";

const post = (id: string, headline: string, text = "") =>
  `<h2 id="${id}"><time datetime="2026-11-03T14:05:00+00:00">14:05</time> ${headline}</h2>\n${text}`;
const NOTES = '<section class="footnotes" role="doc-endnotes">\n<ol></ol>\n</section>\n';

test("a text is cut at its posts, and only there", () => {
  const quoted = '<blockquote>\n<h2 id="quoted">Quoted</h2>\n</blockquote>';
  const html = `<p>Before.</p>\n${post("b", "<em>Two</em>", quoted)}${post("a", "One", "<p>1</p>\n")}${NOTES}`;
  expect(cutPosts(html, [{ id: "b" }, { id: "a" }])).toEqual({
    introduction: "<p>Before.</p>",
    posts: [
      { id: "b", headline: "<em>Two</em>", text: quoted },
      { id: "a", headline: "One", text: "<p>1</p>" },
    ],
    footnotes: NOTES,
  });
});

test("what stands between the posts is all that the text holds", () => {
  const html = post("a", "One");
  expect(cutPosts(html, [{ id: "a" }])).toEqual({
    introduction: "",
    posts: [{ id: "a", headline: "One", text: "" }],
    footnotes: "",
  });
});

test("a text of other posts, of another order, or without times is no text of these", () => {
  expect(() => cutPosts(post("a", "One"), [{ id: "b" }])).toThrow('no post "b"');
  expect(() => cutPosts(post("a", "One") + post("b", "Two"), [{ id: "b" }, { id: "a" }])).toThrow('no post "a"');
  expect(() => cutPosts('<h2 id="a">One</h2>', [{ id: "a" }])).toThrow("no time");
});
