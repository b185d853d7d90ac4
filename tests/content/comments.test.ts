import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { digestsIn } from "../../src/content/fingerprint.ts";
import { personalDataIn } from "../../src/content/personal-data.ts";
import { readContent } from "../../src/content/read.ts";
import { type Files, onDisk, read, report, STORY, story } from "./newspaper-on-disk.ts";

const FOLDER = "comments/2026/11/bridge-opens";

/** A newspaper with one story and these replies to it, by their ids. */
const replies = (texts: Record<string, string>): Files => ({
  [STORY]: story(),
  ...Object.fromEntries(Object.entries(texts).map(([id, text]) => [`${FOLDER}/${id}.yaml`, text])),
});

const REPLY = "name: Ben Reader\ndate: 2026-11-04T08:15\ntext: |\n  I saw it *too*.\n\n  > From the ferry.\n";
const ANSWER = "name: Cy Reader\ndate: 2026-11-04T09:00\ntext: So did I.\nreplyTo: a1\n";

describe("a reply", () => {
  test("is a file of its story, with its paragraphs as they were written", async () => {
    const { newsroom, problems } = await read(replies({ a1: REPLY, b2: ANSWER }));
    expect(problems).toEqual([]);
    expect(newsroom?.comments).toMatchObject([
      {
        id: "a1",
        story: STORY,
        name: "Ben Reader",
        date: { iso: "2026-11-04T08:15:00+00:00" },
        text: [
          { kind: "paragraph", spans: ["I saw it ", { kind: "emphasis", spans: ["too"] }, "."] },
          { kind: "quote", passages: [{ kind: "paragraph", spans: ["From the ferry."] }] },
        ],
      },
      { id: "b2", replyTo: "a1", text: [{ kind: "paragraph", spans: ["So did I."] }] },
    ]);
  });

  test("answers a story that is there", async () => {
    expect(await report({ "comments/2026/11/tunnel-opens/a1.yaml": REPLY })).toContain(
      "content/comments/2026/11/tunnel-opens/a1.yaml\n  There is no story that this answers. It would be content/articles/2026/11/tunnel-opens.md.",
    );
  });

  test("answers a reply to the same story, one level deep", async () => {
    expect(await report(replies({ a1: REPLY, b2: ANSWER.replace("a1", "a11") }))).toMatchInlineSnapshot(`
      "content/comments/2026/11/bridge-opens/b2.yaml:4:10
        There is no reply "a11" to this story. Did you mean "a1"?
          4 │ replyTo: a11
            │          ^^^
      1 problem in 6 files. Nothing was published.
      "
    `);
    expect(await report(replies({ a1: ANSWER }))).toContain('There is no reply "a1"');
    expect(await report(replies({ a1: REPLY, b2: ANSWER, c3: ANSWER.replace("a1", "b2") }))).toContain(
      'The reply "b2" is itself an answer, and answers are one level deep. Write replyTo: a1.',
    );
  });

  test("says nothing but its name, date and text", async () => {
    expect(await report(replies({ a1: `${REPLY}email: ben@mail.example\nip: 192.0.2.7\n` }))).toMatchInlineSnapshot(`
      "content/comments/2026/11/bridge-opens/a1.yaml:7:1
        Unknown field "email". Known are: name, date, text, replyTo.
          7 │ email: ben@mail.example
            │ ^^^^^
      content/comments/2026/11/bridge-opens/a1.yaml:8:1
        Unknown field "ip". Known are: name, date, text, replyTo.
          8 │ ip: 192.0.2.7
            │ ^^
      2 problems in 5 files. Nothing was published.
      "
    `);
  });

  test("holds nothing by which a reader is reached", async () => {
    const withText = (text: string) => report(replies({ a1: `name: Ben\ndate: 2026-11-04\ntext: "${text}"\n` }));
    expect(await withText("Write to me@mail.example.")).toContain(
      '"text" holds an e-mail address ("me@mail.example").',
    );
    expect(await report(replies({ a1: REPLY.replace("Ben Reader", "ben@mail.example") }))).toContain(
      '"name" holds an e-mail address',
    );
  });

  test("has a text, and no control characters in it", async () => {
    expect(await report(replies({ a1: 'name: Ben\ndate: 2026-11-04\ntext: "\\u200b"\n' }))).toContain(
      '"text" is empty',
    );
    expect(await report(replies({ a1: 'name: Ben\ndate: 2026-11-04\ntext: "a\\u202eb"\n' }))).toContain(
      "cannot be printed",
    );
    expect(await report(replies({ a1: `name: Ben\ndate: 2026-11-04\ntext: ${"a".repeat(20_001)}\n` }))).toContain(
      '"text" has more than 20,000 characters',
    );
  });
});

describe("personal data", () => {
  test.each([
    ["ann.b+c@mail.example", "an e-mail address"],
    ["öä@пример.рф", "an e-mail address"],
    ["192.0.2.17", "an IP address"],
    ["2001:db8:0:1::7", "an IP address"],
    ["+44 20 7946 0958", "a telephone number"],
    ["+86 (755) 2878-0808", "a telephone number"],
    ["020 7946 0958", "a telephone number"],
    ["(0755) 2878 0808", "a telephone number"],
    ["555-123-4567", "a telephone number"],
    ["(555) 123-4567", "a telephone number"],
  ])("such as %s is seen wherever it stands", (text, what) => {
    for (const around of ["", "Call ", "(", "或"]) {
      const found = personalDataIn(`${around}${text} or so`);
      expect(found.map((one) => one.what)).toEqual([what]);
      expect(found[0]?.length).toBeGreaterThanOrEqual(text.length - 1);
    }
  });

  test.each([
    "At 09:30:15 on 2026-11-03, 1,000,000 people and 12 345 678 others paid 0.5 to 1.25 billion.",
    "Version 1.2.3, section 4.5.6.7.8, the 5G band of 3300-3800 MHz, 24/7.",
    "@ann@social.example wrote at https://medium.example/@ann/2026/11/03/bridge.",
    "He scored 3-2 and 10:9, on pages 100-120, in 2019-2020.",
  ])("is not what only looks a little like it: %s", (text) => {
    expect(personalDataIn(text)).toEqual([]);
  });

  test("is found in time in step with the text", () => {
    fc.assert(
      fc.property(fc.constantFrom("a.", "1.", "+1 ", "0 1", ":a", "@a.", "a@", "(0"), (piece) => {
        const started = performance.now();
        personalDataIn(piece.repeat(20_000 / piece.length));
        expect(performance.now() - started).toBeLessThan(1000);
      }),
    );
  });
});

describe("a reply that was read before", () => {
  test("is not read again while it lies there as it did", async () => {
    const content = await onDisk(replies({ a1: REPLY, b2: ANSWER }));
    const digests = digestsIn(content);
    const { readings } = await readContent(content, "content");
    if (!readings) throw new Error("nothing was read");
    const { commentsKnown: known } = readings;
    const remembered = known.comments.map((one) => ({ ...one, comment: { ...one.comment, name: "As remembered" } }));
    const earlier = { ...readings, commentsKnown: { ...known, comments: remembered } };
    const names = async (how: Parameters<typeof readContent>[2]) =>
      (await readContent(content, "content", how)).newsroom?.comments.map(({ name }) => name);
    expect(await names({ earlier, digests })).toEqual(["As remembered", "As remembered"]);
    await writeFile(join(content, FOLDER, "b2.yaml"), ANSWER.replace("Cy", "Di"));
    expect(await names({ earlier, digests: digestsIn(content) })).toEqual(["As remembered", "Di Reader"]);
    const elsewhere = { ...earlier, commentsKnown: { ...earlier.commentsKnown, zone: "Asia/Shanghai" } };
    expect(await names({ earlier: elsewhere, digests: digestsIn(content) })).toEqual(["Ben Reader", "Di Reader"]);
  });
});
