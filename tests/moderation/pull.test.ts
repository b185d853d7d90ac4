import { readdir, writeFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { main } from "../../src/cli/main.ts";
import type { Inbox } from "../../src/moderation/inbox.ts";
import { fakeWorld } from "../cli/fake-world.ts";
import { fakeNetlify, type Trouble } from "./fake-netlify.ts";
import { everythingIn } from "./folders.ts";
import { newsroom } from "./newsroom.ts";

const texts = (inbox: Inbox) => inbox.waiting().map(({ text }) => text);

describe("comments pull", () => {
  test("fetches what is new, and says how many wait", async () => {
    const netlify = await fakeNetlify();
    const { pull, inbox } = await newsroom(netlify);
    netlify.send({ text: "One." });
    netlify.send({ text: "Two." });
    expect(await pull()).toEqual({ code: 0, out: "2 new replies, 2 waiting.\n", err: "" });
    netlify.send({ text: "Three." });
    expect(await pull()).toEqual({ code: 0, out: "1 new reply, 3 waiting.\n", err: "" });
    expect(await pull()).toEqual({ code: 0, out: "0 new replies, 3 waiting.\n", err: "" });
    expect(texts(await inbox())).toEqual(["One.", "Two.", "Three."]);
  });

  test("says what was taken out, cut and left out, in numbers", async () => {
    const netlify = await fakeNetlify();
    const { pull } = await newsroom(netlify);
    netlify.send({ text: "Write to bob@mail.example." });
    netlify.send({ text: `${"word ".repeat(3_000)}` });
    for (const text of [" ", "\u200b"]) netlify.send({ text });
    netlify.send({ name: "" });
    netlify.send({ honeypot: "https://buy.example" });
    expect((await pull()).out).toBe(
      [
        "2 new replies, 2 waiting.",
        "Taken out of 1 new one: an e-mail address.",
        "1 new one was too long, and cut.",
        "Left out: 2 had no words, 1 had no name, 1 was sent by a program.",
        "",
      ].join("\n"),
    );
  });

  test("says the same to a program, with ids and without a word of a reader's", async () => {
    const netlify = await fakeNetlify();
    const { pull, inbox } = await newsroom(netlify);
    netlify.send({ name: "Zacharias", text: "Write to bob@mail.example." });
    netlify.send({ text: "" });
    const { code, out } = await pull("--json");
    const [id] = (await inbox()).waiting().map((reply) => reply.id);
    expect({ code, told: JSON.parse(out) }).toEqual({
      code: 0,
      told: {
        new: [id],
        waiting: 1,
        withheld: [id],
        cut: [],
        published: 0,
        leftOut: { noWords: 1, noName: 0, program: 0, otherForm: 0 },
        problems: [],
        failure: null,
      },
    });
  });

  test("keeps what came before something fails, says so, and goes on the next time", async () => {
    const netlify = await fakeNetlify();
    const { pull, inbox } = await newsroom(netlify);
    for (let n = 0; n < 25; n++) netlify.send();
    netlify.givesAtMost(10);
    netlify.trouble(/&page=3$/, ...Array.from({ length: 5 }, (): Trouble => ({ status: 503 })));
    expect(await pull()).toEqual({
      code: 3,
      out: "20 new replies, 20 waiting.\n",
      err: "dateline: Netlify answers 503 for the replies, asked 5 times. What came before is in the inbox; run the same command again to go on.\n",
    });
    expect(await pull()).toEqual({ code: 0, out: "5 new replies, 25 waiting.\n", err: "" });
    expect((await inbox()).waiting().length).toBe(25);
  });

  test("says at a terminal for how long it waits", async () => {
    const netlify = await fakeNetlify();
    await newsroom(netlify);
    netlify.trouble(/submissions/, { status: 429, headers: { "retry-after": "42" } });
    const world = fakeWorld({ isTTY: true, environment: netlify.environment });
    expect(await main(["comments", "pull"], world)).toBe(0);
    expect(world.err()).toBe("Netlify is asked again in 42 seconds.\n");
    expect(world.pauses).toEqual([42_000]);
  });

  test("has a reply once that comes on two pages, or by a double click, and knows all its names at the host", async () => {
    const netlify = await fakeNetlify();
    const { pull, inbox } = await newsroom(netlify);
    const at = "2026-05-20T08:00:01.100Z";
    const twice = { name: "Ann", text: "I saw it.", at };
    const [first, second] = [netlify.send(twice), netlify.send({ ...twice, at: at.replace("100", "900") })];
    for (let n = 0; n < 18; n++) netlify.send();
    netlify.givesAtMost(10);
    netlify.meanwhile(/&page=2$/, () => {
      for (let n = 0; n < 5; n++) netlify.send({ text: `Meanwhile ${n}.` });
    });
    expect((await pull()).out).toBe("19 new replies, 19 waiting.\n");
    expect((await pull()).out).toBe("5 new replies, 24 waiting.\n");
    const both = (await inbox()).waiting().filter(({ name }) => name === "Ann");
    expect(both.map(({ upstream }) => upstream.toSorted())).toEqual([[first, second]]);
  });

  test("offers nothing again that is published, whatever story it stands under, and nothing that waits is lost upstream", async () => {
    const netlify = await fakeNetlify();
    const { pull, publish, inbox } = await newsroom(netlify);
    const names = [netlify.send({ text: "One." }), netlify.send({ text: "Two." })];
    await pull();
    const [one, two] = (await inbox()).waiting();
    await publish(one?.id ?? "", "2020/01/another-story");
    netlify.empty();
    expect((await pull()).out).toBe("0 new replies, 1 waiting.\n1 is published already.\n");
    expect((await inbox()).all()).toEqual(
      [{ state: "approved", id: one?.id, upstream: [names[0]] }, two].toSorted((a, b) =>
        (a?.id ?? "") < (b?.id ?? "") ? -1 : 1,
      ),
    );
  });

  test("without an inbox still knows what is published, and what the host is to be told of", async () => {
    const netlify = await fakeNetlify();
    const { pull, publish, inbox } = await newsroom(netlify);
    const upstream = netlify.send({ text: "One." });
    await pull();
    const [one] = (await inbox()).waiting();
    const other = await newsroom(netlify);
    await other.publish(one?.id ?? "");
    expect((await other.pull()).out).toBe("0 new replies, 0 waiting.\n1 is published already.\n");
    expect((await other.inbox()).all()).toEqual([{ state: "approved", id: one?.id, upstream: [upstream] }]);
    expect(publish).not.toBe(other.publish);
  });

  test("asks about nothing again that was decided, and tells the host what it was not told of it", async () => {
    const netlify = await fakeNetlify();
    const { pull, inbox } = await newsroom(netlify);
    netlify.send({ text: "One." });
    await pull();
    const [{ id } = { id: "" }] = (await inbox()).waiting();
    await (await inbox()).put({ state: "rejected", id, upstream: [] });
    expect((await pull()).out).toBe("0 new replies, 0 waiting.\n");
    expect((await inbox()).all()).toEqual([{ state: "rejected", id, upstream: [] }]);
    expect(netlify.left()).toEqual([]);
  });

  test("knows a reply by its name at the host, should a newer version keep something else of it", async () => {
    const netlify = await fakeNetlify();
    const { pull, inbox } = await newsroom(netlify);
    const upstream = [netlify.send({ text: "One." })];
    await (await inbox()).put({ state: "spam", id: "0123456789ab", upstream });
    expect((await pull()).out).toBe("0 new replies, 0 waiting.\n");
    expect((await inbox()).all()).toEqual([{ state: "spam", id: "0123456789ab", upstream: [] }]);
    expect([netlify.left(), netlify.spam()]).toEqual([[], upstream]);
  });

  test("writes nothing that it need not", async () => {
    const netlify = await fakeNetlify();
    const { pull } = await newsroom(netlify);
    netlify.send();
    await pull();
    const before = await everythingIn(".dateline");
    await pull();
    expect(await everythingIn(".dateline")).toEqual(before);
    expect((await readdir(".dateline/inbox")).length).toBe(2);
  });
});

describe("comments pull --from", () => {
  test("takes an export in, in which the host's replies are the same ones", async () => {
    const netlify = await fakeNetlify();
    const { pull, inbox } = await newsroom(netlify);
    for (let n = 0; n < 3; n++) netlify.send();
    await writeFile("export.json", JSON.stringify(netlify.exported().slice(1)));
    netlify.empty();
    expect(await pull("--from", "export.json")).toEqual({ code: 0, out: "2 new replies, 2 waiting.\n", err: "" });
    expect(netlify.asked()).toEqual([]);
    for (let n = 0; n < 3; n++) netlify.send();
    expect((await pull()).out).toBe("1 new reply, 3 waiting.\n");
    expect((await inbox()).waiting().every(({ upstream }) => upstream.length === 1)).toBe(true);
  });

  test("names what cannot be read, and keeps what can", async () => {
    const netlify = await fakeNetlify();
    const { pull } = await newsroom(netlify);
    const rows = [
      "name,comment,story,reply-to,created_at",
      "Ann,One.,/a/,,2026-05-20T08:00:01Z",
      "Bob,Two.,/a/,,today",
    ];
    await writeFile("export.csv", rows.join("\n"));
    const { code, out, err } = await pull("--from", "export.csv");
    expect({ code, out }).toEqual({ code: 1, out: "1 new reply, 1 waiting.\n" });
    expect(err).toContain("export.csv:3:1\n  This row does not say when it was sent.");
    expect(JSON.parse((await pull("--from", "export.csv", "--json")).out)).toMatchObject({
      new: [],
      problems: [{ at: { line: 3 } }],
    });
  });
});

describe("comments pull is called wrongly, which it says in a line:", () => {
  test.each([
    [
      { NETLIFY_AUTH_TOKEN: undefined, NETLIFY_SITE_ID: undefined },
      "Put a token (Netlify: User settings, Applications, New access token) into NETLIFY_AUTH_TOKEN, and the site's id (Netlify: Project configuration, Project ID) into NETLIFY_SITE_ID; or export the form there and name the file: --from FILE.",
    ],
    [
      { NETLIFY_SITE_ID: "" },
      "Put the site's id (Netlify: Project configuration, Project ID) into NETLIFY_SITE_ID; or export the form there and name the file: --from FILE.",
    ],
    [
      { NETLIFY_AUTH_TOKEN: "secret\n" },
      "NETLIFY_AUTH_TOKEN is no token: it holds a blank, a line's end or a character that no token has.",
    ],
    [{ NETLIFY_API_URL: "http://api.example/" }, "NETLIFY_API_URL must begin with https://: the token is sent there."],
    [
      { NETLIFY_API_URL: "https://me:secret@api.example/" },
      "NETLIFY_API_URL must begin with https://: the token is sent there.",
    ],
  ])("%j", async (environment, line) => {
    const netlify = await fakeNetlify();
    await newsroom(netlify);
    const world = fakeWorld({ environment: { ...netlify.environment, ...environment } });
    expect(await main(["comments", "pull"], world)).toBe(2);
    expect(world.err()).toBe(`dateline: ${line}\n`);
    expect(netlify.asked()).toEqual([]);
  });

  test("without a content folder, by which it knows what is published, and without the export that it names", async () => {
    const netlify = await fakeNetlify();
    const { pull } = await newsroom(netlify);
    expect(await pull("--content", "contents")).toEqual({
      code: 2,
      out: "",
      err: "dateline: There is no folder contents.\n",
    });
    expect(await pull("--from", "export.json")).toEqual({
      code: 2,
      out: "",
      err: "dateline: There is no file export.json.\n",
    });
  });
});
