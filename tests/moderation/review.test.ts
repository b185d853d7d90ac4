import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { readContent } from "../../src/content/read.ts";
import { printed, story } from "../content/newspaper-on-disk.ts";
import { filesIn } from "../site/site-folder.ts";
import { BRIDGE, FERRY, fileOf, MemoryHost, review, reviewSite, STORIES, waiting } from "./review-site.ts";

const here = process.cwd();
afterEach(() => process.chdir(here));

const APPROVED = "name: Ann Reader\ndate: 2026-05-21T08:15\ntext: I saw it *too*.\n";

describe("what waits is listed", () => {
  test("with its story, whether that takes replies, and the thread that it answers", async () => {
    await reviewSite([waiting("a", { replyTo: "first" }), waiting("b", { story: "/blog/bridge" })], {
      [fileOf("first")]: APPROVED,
      [fileOf("answer")]: "name: Cy\ndate: 2026-05-22\ntext: So did I.\nreplyTo: first\n",
      [BRIDGE]: story({ date: "2026-05-01", formerly: "[/blog/bridge]" }),
    });
    const { code, out } = await review([]);
    expect(code).toBe(0);
    expect(out).toMatchInlineSnapshot(`
      "a
      To "Bridge opens" (content/articles/2026/05/bridge-opens.md)
      The story takes no more replies.
      It answers:
        > Ann Reader, 21 May 2026, 08:15
        > I saw it too.
          > Cy, 22 May 2026, 00:00
          > So did I.

      Reader a, 26 May 2026, 11:00

        What I say is a.

      b
      To "Bridge opens" (content/articles/2026/05/bridge-opens.md)
      The story takes no more replies.

      Reader b, 26 May 2026, 11:02

        What I say is b.

      2 replies wait.
      "
    `);
  });

  test("the oldest first, likely spam last with why, and no answer before what it answers", async () => {
    await reviewSite([
      waiting("a", { text: "See https://bit.ly/a, https://x.example and https://y.example, all of you good readers." }),
      waiting("b", { replyTo: "d" }),
      waiting("c", { replyTo: "a" }),
      waiting("d"),
      waiting("e"),
    ]);
    const { waiting: all } = JSON.parse((await review(["--json"])).out);
    expect(all.map(({ id }: { id: string }) => id)).toEqual(["d", "b", "e", "a", "c"]);
    expect(all[3].likelySpam).toEqual(["has 3 links", "links to bit.ly, which hides where it leads"]);
    expect(all[1].answers).toEqual({ state: "waiting", id: "d" });
  });

  test("as JSON with all that a program has to know", async () => {
    await reviewSite([waiting("a", { withheld: ["an e-mail address"], replyTo: "nobody" })]);
    expect(JSON.parse((await review(["--json"])).out)).toEqual({
      waiting: [
        {
          id: "a",
          name: "Reader a",
          sent: "2026-05-26T10:00:31Z",
          text: "What I say is a.",
          address: "/2026/05/bridge-opens/",
          story: { file: BRIDGE, headline: "Bridge opens", notOpen: null },
          answers: { state: "gone", why: "The reply that it answers is not there." },
          withheld: ["an e-mail address"],
          wasCut: false,
          likelySpam: [],
        },
      ],
    });
  });

  test("without a character of a reader's that a terminal would act on", async () => {
    const hostile = "\u001b[2J\u001b]0;owned\u0007 \u009b31m\u202e red\r\n";
    await reviewSite([
      waiting("a", { name: hostile, text: hostile, story: hostile, withheld: [hostile] }),
      waiting("b", { name: hostile, text: hostile, replyTo: hostile }),
      waiting("c", { replyTo: "b" }),
    ]);
    const { out } = await review([]);
    expect(out).toContain("red");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about
    expect((await review(["--json"])).out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });

  test("and when nothing does, that is said", async () => {
    await reviewSite([]);
    expect(await review([])).toEqual({ code: 0, out: "No reply waits.\n", err: "" });
  });

  test("stories that are wrong are said first, as check says it", async () => {
    await reviewSite([waiting("a")], { [BRIDGE]: story({ date: "soon" }) });
    const { code, err } = await review([]);
    expect([code, err]).toEqual([1, expect.stringContaining("content/articles/2026/05/bridge-opens.md:5:7")]);
  });
});

describe("an approved reply", () => {
  test("is a file as check takes it, under the story as it is called now, in the site's time", async () => {
    const { content } = await reviewSite([
      waiting("a", { story: "/blog/bridge.html", text: "I saw it.\n\n> From the ferry: #1\n\n'tis *true*" }),
      waiting("b", { replyTo: "a" }),
      waiting("c", { replyTo: "b", wasCut: true }),
    ]);
    expect(await review(["--approve", "c", "--approve", "b", "--approve", "a"])).toMatchObject({ code: 0 });
    expect(await readFile(join(content, fileOf("a")), "utf8")).toBe(
      "name: Reader a\ndate: 2026-05-26T11:00\ntext: |\n  I saw it.\n\n  > From the ferry: #1\n\n  'tis *true*\n",
    );
    // An answer to an answer stands in the same thread.
    expect(await readFile(join(content, fileOf("c")), "utf8")).toContain(
      "text: |\n  What I say is c. […]\nreplyTo: a\n",
    );
    expect(printed(await readContent(content, "content"))).toBe("");
  });

  test("whose reader named a reply that is nowhere is one to the story", async () => {
    const { content } = await reviewSite([
      waiting("a", { replyTo: "b" }),
      waiting("b", { replyTo: "a" }),
      waiting("c", { replyTo: "c" }),
      waiting("d", { replyTo: "../../x" }),
      waiting("e", { replyTo: "f" }),
      waiting("f", { story: "/2026/05/ferry-stops/" }),
    ]);
    const { out } = await review([]);
    expect(out.match(/It answers a reply that answers it\. It would be a reply to the story\./g)).toHaveLength(3);
    expect(out.match(/The reply that it answers is not there\./g)).toHaveLength(2);
    const ids = ["a", "b", "c", "d", "e"];
    expect(await review(ids.flatMap((id) => ["--approve", id]))).toMatchObject({ code: 0 });
    for (const id of ids) {
      // Of two that answer each other, the second answers one that is published by then.
      const text = await readFile(join(content, fileOf(id)), "utf8");
      expect(text.includes("replyTo")).toBe(id === "b");
    }
    expect(printed(await readContent(content, "content"))).toBe("");
  });

  test("is refused while check would refuse it, and nothing is written then", async () => {
    const { content } = await reviewSite([
      waiting("a", { text: "Write to me@mail.example" }),
      waiting("b", { story: "/2026/05/no-such-story/" }),
      waiting("c", { replyTo: "d" }),
      waiting("d"),
      waiting("e"),
    ]);
    const told = ["a", "b", "c", "e", "z"].flatMap((id) => ["--approve", id]);
    expect((await review([...told, "--reject", "e"])).err).toBe(
      'dateline: There is no reply "z". "e" cannot be both approved and rejected. Nothing was decided.\n',
    );
    const { code, err } = await review(["a", "b", "c", "e"].flatMap((id) => ["--approve", id]));
    expect(code).toBe(2);
    expect(err).toBe(
      'dateline: "a" cannot be approved: "text" holds an e-mail address ("me@mail.example"). Take it out: what readers are reached by is published nowhere. ' +
        '"b" cannot be approved: There is no story at /2026/05/no-such-story/ that it could stand under. ' +
        '"c" cannot be approved: It answers "d", which waits too: decide on that first. Nothing was decided.\n',
    );
    expect((await filesIn(content)).filter((file) => file.startsWith("comments/"))).toEqual([]);
  });

  test("of another name is never overwritten", async () => {
    const { content, inbox } = await reviewSite([waiting("a")], { [fileOf("a")]: APPROVED });
    expect((await review(["--approve", "a"])).err).toContain('Another reply to this story is called "a" already.');
    expect(await readFile(join(content, fileOf("a")), "utf8")).toBe(APPROVED);
    expect((await inbox()).get("a")?.state).toBe("waiting");
  });

  test("whose file was written when the command was ended is taken for approved, under whichever story it lies now", async () => {
    const { inbox } = await reviewSite([waiting("a"), waiting("b")], {
      [fileOf("a")]: "name: Reader a\ndate: 2026-05-26T11:00\ntext: Shorter.\n",
      "comments/2026/05/ferry-stops/b.yaml": "name: Reader b\ndate: 2026-05-26T11:02\ntext: It moved.\n",
    });
    expect((await review([])).out).toBe("No reply waits.\n");
    expect((await inbox()).get("a")).toEqual({ state: "approved", id: "a", upstream: ["host-a"] });
    expect((await inbox()).get("b")?.state).toBe("approved");
  });
});

describe("what is decided", () => {
  test("is given by a program, carried out at the host, and told as JSON; nothing of the reply is kept", async () => {
    const { inbox } = await reviewSite([
      waiting("a", { upstream: ["h1", "h2"] }),
      waiting("b"),
      waiting("c", { story: "/nowhere/" }),
      waiting("d"),
    ]);
    const host = new MemoryHost();
    const { code, out } = await review(["--json", "--reject", "a", "--reject", "c", "--spam", "b"], host);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      approved: [],
      rejected: ["a", "c"],
      spam: ["b"],
      waiting: 1,
      told: 4,
      untold: 0,
      kept: 0,
      published: { kind: "nothing" },
    });
    expect([host.removed, host.spam]).toEqual([["h1", "h2", "host-c"], ["host-b"]]);
    expect((await inbox()).get("a")).toEqual({ state: "rejected", id: "a", upstream: [] });
    // Once more does no harm; the opposite is too late.
    expect(await review(["--reject", "a"], host)).toMatchObject({ code: 0 });
    expect((await review(["--approve", "a"], host)).err).toBe('"a" was rejected already. Nothing was decided.');
    expect(host.removed).toHaveLength(3);
  });

  test("is told to the host from where that has failed, and the decisions stay", async () => {
    const { inbox } = await reviewSite([waiting("a", { upstream: ["h1", "h2", "h3"] })]);
    const failing = new MemoryHost((call) => call === 2);
    const { code, err } = await review(["--reject", "a"], failing);
    expect([code, err]).toEqual([
      3,
      "dateline: Netlify does not answer. 2 submissions are still to be dealt with at the forms' host: the next review or pull does it.\n",
    ]);
    expect((await inbox()).get("a")).toEqual({ state: "rejected", id: "a", upstream: ["h2", "h3"] });
    const host = new MemoryHost();
    expect(await review([], host)).toMatchObject({ code: 0, out: "No reply waits.\n" });
    expect(host.removed).toEqual(["h2", "h3"]);
  });

  test("waits for a host where none is set up, which is said", async () => {
    await reviewSite([waiting("a")]);
    const { code, err } = await review(["--spam", "a"]);
    expect([code, err]).toEqual([
      0,
      "1 submission is still to be dealt with at the forms' host, which is not set up here.\n",
    ]);
  });

  test("outside a repository stays in its files, which are named", async () => {
    await reviewSite([waiting("a")], { [FERRY]: STORIES[FERRY] ?? "" });
    const { code, out, err } = await review(["--approve", "a"]);
    expect(code).toBe(0);
    expect(out).toBe(`1 approved, no reply waits.\nCommit this file, and readers see them:\ncontent/${fileOf("a")}\n`);
    expect(err).toBe("1 approved reply stays at the forms' host until the commit is pushed.\n");
  });
});
