import { load } from "cheerio";
import { parseAtomFeed } from "feedsmith";
import { expect, test } from "vitest";
import { newsroomOf, print } from "./newspaper.ts";
import { manyReplies, withReplies } from "./replies.ts";
import { faultsOfAtom } from "./valid-atom.ts";

const newsroom = await newsroomOf("full");
const STORY = "/2026/05/trip-5/";
const FEED = `${STORY}comments/feed.xml`;
const SITE = "https://harbour-courier.example";

const withFeed = (replies: Parameters<typeof withReplies>[2]) =>
  print(withReplies(newsroom, "articles/2026/05/trip-5.md", replies));

const paper = withFeed([
  { id: "a1", name: "Ann <b>", text: "First *words* & <tags>." },
  { id: "b2", name: "Ben", text: "So did I.", replyTo: "a1" },
]);
const feed = parseAtomFeed(paper.text(FEED));

test("a story with replies has a feed of them, which its page names and links to", () => {
  const $ = paper.html(STORY);
  expect($(`link[rel=alternate][href='${FEED}']`).attr("title")).toMatch(/^What readers reply to “.*” \| The Harbour/);
  expect($(`.comments a[href='${FEED}']`).text()).toBe("Feed of the replies");
  expect(withFeed([]).urls.filter((url) => url.includes("/comments/"))).toEqual([]);
});

test("the feed is valid Atom", async () => {
  const texts = [paper, withFeed(manyReplies(70))].map((one, index) => ({ name: `${index}`, text: one.text(FEED) }));
  expect(await faultsOfAtom(texts)).toEqual([]);
});

test("it has each reply with its author, its address and what it says, the newest first", () => {
  expect(feed.entries?.map(({ title }) => title?.value)).toEqual(["Ben · In answer to Ann <b>", "Ann <b>"]);
  expect(feed.entries?.[1]).toMatchObject({
    id: "tag:harbour-courier.example,2026-06-01:/2026/05/trip-5/comment_a1",
    authors: [{ name: "Ann <b>" }],
    links: [{ href: `${SITE}${STORY}#comment_a1` }],
    published: "2026-06-01T12:58:00+01:00",
    content: { type: "html" },
  });
  const html = load(feed.entries?.[1]?.content?.value ?? "");
  expect([html.text(), html("em").text(), html("tags").length]).toEqual(["First words & <tags>.", "words", 0]);
});

test("it says which reply, or that the story, is answered (RFC 4685)", () => {
  const $ = load(paper.text(FEED), { xml: true });
  const answered = $("thr\\:in-reply-to")
    .toArray()
    .map(({ attribs }) => attribs);
  expect(answered).toMatchObject([
    { ref: feed.entries?.[1]?.id, href: `${SITE}${STORY}#comment_a1` },
    { ref: `${SITE}${STORY}`, href: `${SITE}${STORY}` },
  ]);
});

test("it has the newest fifty, and fewer of great length", () => {
  const entriesOf = (replies: Parameters<typeof withFeed>[0]) => parseAtomFeed(withFeed(replies).text(FEED)).entries;
  expect(entriesOf(manyReplies(70))).toHaveLength(50);
  expect(entriesOf(manyReplies(70))?.[49]?.links?.[0]?.href).toMatch(/comments\/page\/2\/#comment_r20$/);
  const long = Array.from({ length: 8 }, (_, index) => ({ id: `l${index}`, text: "长".repeat(5000) }));
  expect(entriesOf(long)).toHaveLength(3);
});
