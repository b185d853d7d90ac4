import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kindOf } from "../../src/content/kinds.ts";
import { personalDataIn } from "../../src/content/personal-data.ts";
import { printable } from "../../src/content/readers-text.ts";
import type { Waiting } from "../../src/moderation/inbox.ts";
import { received } from "../../src/moderation/received.ts";

interface Fields {
  readonly story?: string;
  readonly "reply-to"?: string;
  readonly name?: string;
  readonly email?: string;
  readonly comment?: string;
  readonly website?: string;
}

const usual = {
  story: "/2026/05/bridge-opens/",
  "reply-to": "",
  name: "Ann",
  email: "ann.lee@mail.example",
  website: "",
};

const take = (fields: Fields, { sent = "2026-05-20T08:00:01Z", isNamed = true } = {}) =>
  received({ id: isNamed ? "5f2c81" : undefined, sent, fields: { ...usual, comment: "I saw it.", ...fields } });

/** What is kept of a reply that is one. */
function kept(fields: Fields, at?: Parameters<typeof take>[1]): Waiting {
  const reply = take(fields, at);
  if (typeof reply === "string") throw new Error(`It was left out: ${reply}`);
  return reply;
}

describe("of what a reader sends is kept", () => {
  test("the story, the name, the words and the time, and not the e-mail address", () => {
    expect(kept({ "reply-to": "77aa01" })).toEqual({
      state: "waiting",
      id: expect.stringMatching(/^[0-9a-f]{12}$/),
      story: "/2026/05/bridge-opens/",
      replyTo: "77aa01",
      name: "Ann",
      text: "I saw it.",
      sent: "2026-05-20T08:00:01Z",
      withheld: [],
      wasCut: false,
      upstream: ["5f2c81"],
    });
  });

  test("an id that can be the name of its file", () => {
    expect(kindOf(`comments/2026/05/bridge-opens/${kept({}).id}.yaml`)).toMatchObject({ kind: "comment" });
  });

  test("nothing that a person could be reached by, which is named in its place", () => {
    const { name, text, withheld } = kept({
      name: "Ann bob@mail.example",
      comment: "Write to Bob@Mail.Example, ring +44 20 7946 0018, or look at 203.0.113.7 and 2001:db8::8a2e:370:7334.",
    });
    expect(name).toBe("Ann […]");
    expect(text).toBe("Write to […], ring […], or look at […] and […].");
    expect(withheld).toEqual(["a telephone number", "an IP address", "an e-mail address"].toSorted());
  });

  test.each([
    "ann.lee@mail.example",
    "ANN.LEE@MAIL.EXAMPLE",
    "ann.lee (at) mail.example",
    "ann . lee [at] mail [dot] example",
    "ann dot lee at mail dot example",
    "ann.lee＠mail．example",
    "𝐚𝐧𝐧.lee@mail.example",
    "ann.lee%40mail.example",
    "ann.lee&#64;mail.example",
    "ann.\u200blee@ma\u200dil.example",
  ])("not the reader's own address, spelled %s", (spelled) => {
    const { name, text, withheld } = kept({ name: `Ann ${spelled}`, comment: `🚚 Write to ${spelled}, please.` });
    expect({ name, text, withheld }).toEqual({
      name: "Ann […]",
      text: "🚚 Write to […], please.",
      withheld: ["an e-mail address"],
    });
  });

  test("the words as they are when the field for the address holds none", () => {
    for (const email of ["", "e", "@", "no", ".@", "a@b"]) {
      expect(kept({ email, comment: "See me at the bridge." }).text).toBe("See me at the bridge.");
    }
  });

  test("the beginning of a text that is longer than any reply may be", () => {
    const { text, wasCut } = kept({ comment: `${"word ".repeat(3_000)}end` });
    expect({ length: text.length, wasCut }).toEqual({ length: 9_999, wasCut: true });
    expect(kept({ comment: "word ".repeat(2_000) }).wasCut).toBe(false);
    expect(kept({ name: "N".repeat(500) }).name.length).toBe(80);
  });

  test("no half of an address at the end of what is cut", () => {
    const { text } = kept({ comment: `${"x".repeat(9_990)} bob@mail.example and more` });
    expect(text.slice(9_990)).toBe(" […] and m");
  });
});

test("no part of a long number that looks like a telephone's where the text is cut", () => {
  expect(kept({ comment: `${"x".repeat(9_990)} +12345678901234567890` }).text.slice(9_990)).toBe(" […]");
});

test("a text that shows a number wherever one is taken out ends there", () => {
  expect(kept({ comment: `Ring ${"+1234567".repeat(1_000)}` }).text).toBe(`Ring ${"[…]".repeat(21)}`);
});

describe("nothing is put before the newsroom", () => {
  test.each([
    ["that has no words", { comment: " \n\t" }, "no words"],
    ["whose words are of characters that nobody sees", { comment: "\u200b\u200d\u2060\ufe0f\u3164" }, "no words"],
    ["that has no name", { name: "\u202e \u200b" }, "no name"],
    ["whose hidden field was filled in, as only programs do", { website: "https://buy.example" }, "a program"],
  ] as const)("%s", (_, fields, useless) => {
    expect(take(fields)).toBe(useless);
  });
});

describe("a reply is called the same", () => {
  test("whichever way it comes, and however the time and the ends of its lines are written there", () => {
    const asked = kept({ comment: "One.\r\n\r\nTwo. " }, { sent: "2026-05-20T10:00:01.999+02:00" });
    const exported = kept({ comment: "One.\n\nTwo.", email: " Ann.Lee@mail.example " }, { isNamed: false });
    expect(exported.id).toBe(asked.id);
    expect(exported.upstream).toEqual([]);
  });

  test("by nothing that is not kept: another address gives the same name", () => {
    const from = (email: string) => kept({ email, comment: `Write to ${email}` }).id;
    expect(from("ann@mail.example")).toBe(from("bob@other.example"));
  });

  test("only when story, answered reply, name, words and second are the same", () => {
    const ids = [
      kept({}),
      kept({ story: "/2026/05/ferry-sold/" }),
      kept({ "reply-to": "77aa01" }),
      kept({ name: "Bob" }),
      kept({ comment: "I saw them." }),
      kept({}, { sent: "2026-05-20T08:00:02Z" }),
      // Taken together they read the same.
      kept({ name: "AnnI", comment: "saw it." }),
    ].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("a hostile reply is harmless", () => {
  test("with signs that turn, hide, colour or overrun a line", () => {
    const { name, text, story, replyTo } = kept({
      name: "Ann\u001b[31m\u202eRed\nSecond line\u0007",
      comment: "\u001b]0;title\u0007Words\u200b\u202e e\u0301\u0301\u0301\u0301\u0301\u0301\u0301.\u0000",
      story: "../../etc/passwd\u001b[2J\u202e",
      "reply-to": "../../x\n\u001b[0m",
    });
    expect({ name, story, replyTo }).toEqual({
      name: "Ann[31mRed Second line",
      story: "../../etc/passwd[2J",
      replyTo: "../../x [0m",
    });
    expect(text).toBe(printable(text));
  });

  test("with a megabyte of anything, in the time of an eye's blink", () => {
    const floods = [
      " ",
      "\u200b",
      "\u0301",
      "a",
      "1.",
      "+1234567",
      "@",
      "\n",
      "ann . ",
      "a@b.example",
      "\ud800",
      "(at)",
    ];
    const began = performance.now();
    for (const flood of floods) {
      const million = flood.repeat(1_000_000 / flood.length);
      const reply = take({
        comment: `x${million}x`,
        name: `x${million}`,
        story: million,
        "reply-to": million,
        email: million,
      });
      expect(JSON.stringify(reply).length).toBeLessThan(40_000);
    }
    expect(performance.now() - began).toBeLessThan(20_000);
  });

  test("with an address that would make a search for it endless", () => {
    const { withheld } = kept({
      email: `${".".repeat(60)}@${".".repeat(200)}x`,
      comment: ` ${". ".repeat(4_000)}@ . y`,
    });
    expect(withheld).toEqual([]);
  });
});

test("whatever is sent, nothing that is kept holds an address or a number, and all of it can be printed", () => {
  const pieces = fc.constantFrom(
    "ann.lee@mail.example",
    "ANN.LEE (at) mail.example",
    "+44 20 7946 0018",
    "203.0.113.7",
    "2001:db8::1:2",
    "020 7946 0018",
    "1",
    "+",
    ".",
    "@",
    " ",
    "\n",
    "\u200b",
    "\u202e",
    "word",
    "١٢٣",
    "é",
  );
  const texts = fc.oneof(
    fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join("")),
    fc.string({ unit: "binary", maxLength: 60 }),
  );
  fc.assert(
    fc.property(texts, texts, texts, texts, (name, comment, story, replyTo) => {
      const reply = take({ name, comment, story, "reply-to": replyTo });
      if (typeof reply === "string") return;
      const written = [reply.name, reply.text, reply.story, reply.replyTo ?? ""];
      for (const text of written) {
        expect(personalDataIn(text)).toEqual([]);
        expect(text).toBe(printable(text));
        expect(text.toLowerCase()).not.toContain("ann.lee");
      }
    }),
  );
});
