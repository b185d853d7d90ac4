import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Waiting } from "../../src/moderation/inbox.ts";
import { readExport } from "../../src/moderation/netlify/export.ts";
import { sentAt } from "../../src/moderation/netlify/submission.ts";
import { received } from "../../src/moderation/received.ts";
import { printProblem } from "../../src/problems.ts";
import { fakeNetlify } from "./fake-netlify.ts";
import { emptyFolder } from "./folders.ts";

/** What an export of this name and text holds, and what is said of it. */
async function read(name: string, text: string | Uint8Array) {
  const path = join(await emptyFolder(), name);
  await writeFile(path, text);
  const { submissions, ofOtherForms, problems } = await readExport(path);
  const said = problems.map((problem) => printProblem(problem).replaceAll(path, name));
  return { submissions, ofOtherForms, said, texts: submissions.map(({ fields }) => fields["comment"]) };
}

const HEAD = "name,email,comment,story,reply-to,website,created_at,ip,user_agent,referrer";
const row = (text: string, { name = "Ann", at = "2026-05-20T08:00:01.350Z" } = {}) =>
  `${name},ann@mail.example,${text},/2026/05/bridge-opens/,,,${at},203.0.113.7,Mozilla/5.0,https://courier.example/`;

describe("an export in CSV", () => {
  test("is read with quoted commas, lines and quotation marks", async () => {
    const { submissions, said } = await read("export.csv", `${HEAD}\r\n${row('"One, ""two"".\r\n\r\nThree."')}\r\n`);
    expect(said).toEqual([]);
    expect(submissions).toEqual([
      {
        id: undefined,
        sent: "2026-05-20T08:00:01Z",
        fields: {
          story: "/2026/05/bridge-opens/",
          "reply-to": "",
          name: "Ann",
          email: "ann@mail.example",
          comment: 'One, "two".\r\n\r\nThree.',
          website: "",
        },
      },
    ]);
  });

  test.each([
    ["Name,Comment,Story,Reply To,Created At\n", ",", "as people write the names"],
    ["\ufeffNAME;COMMENT;STORY;reply_to;Created_At\n", ";", "as a spreadsheet saves it"],
    ["comment\tname\tsubmitted-at\tstory\treply-to\tid\n", "\t", "in another order"],
  ])("is read whatever its columns are called: %j", async (head, delimiter) => {
    const cells = {
      name: "Ann",
      comment: "I saw it.",
      story: "/a/",
      replyto: "",
      createdat: "2026-05-20 08:00:01 UTC",
    };
    const names = head
      .trim()
      .toLowerCase()
      .split(delimiter)
      .map((name) => name.replace(/[\s_-]/g, ""));
    const line = names
      .map((name) => ({ ...cells, submittedat: cells.createdat, id: "5f2c81" })[name] ?? "")
      .join(delimiter);
    const { submissions, said } = await read("export.csv", head + line);
    expect(said).toEqual([]);
    expect(submissions).toMatchObject([
      { sent: "2026-05-20T08:00:01Z", fields: { name: "Ann", comment: "I saw it." } },
    ]);
  });

  test("names every row that cannot be read by its line, shows none, and gives all others", async () => {
    const rows = [
      row("one"),
      row("two", { at: "yesterday" }),
      row('"three\nlines\nlong"'),
      "Bob,bob@mail.example",
      "",
      row("four", { at: "2026-02-30T00:00:00Z" }),
      row("five"),
    ];
    const { texts, said } = await read("export.csv", [HEAD, ...rows].join("\n"));
    expect(texts).toEqual(["one", "three\nlines\nlong", "five"]);
    expect(said.map((text) => text.split("\n").slice(0, 3).join("\n"))).toEqual([
      "export.csv:3:1\n  This row does not say when it was sent. Write it like 2026-05-20T08:00:01Z.\n    3 │ …",
      "export.csv:7:1\n  This row has 2 cells, and there are 10 columns. Put quotation marks around cells that hold a comma or several lines.\n    7 │ …",
      "export.csv:9:1\n  This row does not say when it was sent. Write it like 2026-05-20T08:00:01Z.\n    9 │ …",
    ]);
    expect(said.join("")).not.toContain("bob");
  });

  test("that breaks off in a cell gives the rows before", async () => {
    const { texts, said } = await read("export.csv", `${HEAD}\n${row("one")}\nBob,b@mail.example,"Not all of\nit\n`);
    expect(texts).toEqual(["one"]);
    expect(said.join("")).toContain("export.csv:3:1\n  A quotation mark is opened here and not closed");
  });

  test("without a column that is needed is refused, with all that are missing", async () => {
    const { said, texts } = await read("export.csv", "name,email,comment\nAnn,ann@mail.example,I saw it.\n");
    expect({ texts, said: said.join("") }).toMatchObject({
      texts: [],
      said: expect.stringContaining("There is no column story, reply-to, created_at."),
    });
    expect((await read("export.csv", "")).said.length).toBe(1);
    expect((await read("export.csv", '[{"id":"5f2c81"}]')).said.length).toBe(1);
  });
});

describe("an export in JSON", () => {
  test("gives the replies, and counts what other forms have sent", async () => {
    const netlify = await fakeNetlify();
    netlify.send({ text: "One." });
    const [one] = netlify.exported();
    const { texts, ofOtherForms, said } = await read(
      "export.json",
      JSON.stringify([one, { ...one, form_name: "newsletter" }]),
    );
    expect({ texts, ofOtherForms, said }).toEqual({ texts: ["One."], ofOtherForms: 1, said: [] });
  });

  test("names each submission that lacks something, by its line, and gives all others", async () => {
    const netlify = await fakeNetlify();
    for (const text of ["One.", 'Two, [with] {marks} and \\ "quotes".']) netlify.send({ text });
    const [two, one] = netlify.exported();
    const list = [one, { id: "5f2c82", created_at: "2026-05-20T08:00:00Z" }, two, "text", { id: "a/b", data: {} }];
    const { texts, said } = await read("export.json", JSON.stringify(list, null, 1));
    expect(texts).toEqual(["One.", 'Two, [with] {marks} and \\ "quotes".']);
    const lines = JSON.stringify(list, null, 1).split("\n");
    const lineOf = (text: string) => lines.findIndex((line) => line.includes(text)) + 1;
    expect(said.map((text) => text.split("\n").slice(0, 2).join("\n"))).toEqual([
      `export.json:${lineOf("5f2c82") - 1}:1\n  The submission 5f2c82 has no data. Export it again.`,
      `export.json:${lineOf('"text"')}:1\n  The submission 4 of the list has no form of one. Export it again.`,
      `export.json:${lineOf("a/b") - 1}:1\n  The submission 5 of the list has no id, no created_at. Export it again.`,
    ]);
  });

  test.each([
    ['[\n{"id":\n"ann@mail', 3, "This is no JSON, or breaks off."],
    ["[\n{]\n]", 2, "This is no JSON, or breaks off."],
    ["", 1, "This is no JSON, or breaks off."],
    ['{"submissions": []}', 1, "This is no list of submissions."],
    [`${HEAD}\n${row("One.")}`, undefined, "This is no JSON, or breaks off."],
  ])("that is none is refused: %j", async (text, line, what) => {
    const { submissions, said } = await read("export.json", text);
    expect(submissions).toEqual([]);
    expect(said.join("")).toContain(`export.json${line === undefined ? "" : `:${line}:1`}\n  ${what}`);
    expect(said.join("")).not.toContain("ann@");
  });

  test("names the line behind a text of megabytes, too", async () => {
    const long = { data: { comment: 'x\\"\n'.repeat(1_000_000) } };
    const { said } = await read("export.json", JSON.stringify([long, 7], null, 1));
    expect(said.map((text) => text.split("\n")[0])).toEqual(["export.json:2:1", "export.json:7:1"]);
  });

  test("a field that is a list, a file or none of the form's is harmless", async () => {
    const data =
      '{"__proto__": {"comment": "x"}, "comment": ["One.", "Two."], "name": {"filename": "x"}, "story": 7, "constructor": "y"}';
    const text = `[{"id": "5f2c81", "created_at": "2026-05-20T08:00:00Z", "data": ${data}}]`;
    const { submissions, said } = await read("export.json", text);
    expect({ said, fields: submissions[0]?.fields }).toEqual({
      said: [],
      fields: { comment: "One.\nTwo.", name: "", story: "7" },
    });
  });
});

test("a file of another sort, or in another encoding, is refused", async () => {
  expect((await read("export.xlsx", "PK")).said.join("")).toContain("Name one that ends in .json or .csv.");
  expect((await read("export.csv", Buffer.from(`${HEAD}\n${row("déjà")}`, "latin1"))).said.join("")).toContain(
    "not UTF-8",
  );
});

test("a reply is the same one in the API, the JSON and the CSV", async () => {
  const netlify = await fakeNetlify();
  netlify.send({
    name: "Ann",
    text: "One.\r\nTwo, ann@mail.example.",
    email: "ann@mail.example",
    at: "2026-05-20T08:00:01.350Z",
  });
  const json = await read("export.json", JSON.stringify(netlify.exported()));
  const quoted = await read(
    "export.csv",
    `${HEAD}\n${row('"One.\nTwo, ann@mail.example."', { at: "2026-05-20 10:00:01 +0200" })}`,
  );
  const [a, b] = [...json.submissions, ...quoted.submissions].map(received) as Waiting[]; // neither lacks anything
  expect(a?.id).toBe(b?.id);
});

test.each([
  ["2026-05-20T08:00:01.999Z", "2026-05-20T08:00:01Z"],
  ["2026-05-20T10:00:01+02:00", "2026-05-20T08:00:01Z"],
  ["2026-05-20 08:00:01 UTC", "2026-05-20T08:00:01Z"],
  ["2026-05-20 10:00:01 +0200", "2026-05-20T08:00:01Z"],
  ["Wed May 20 2026 10:00:01 GMT+0200 (Central European Summer Time)", "2026-05-20T08:00:01Z"],
  ["2026-05-20T08:00:01", undefined],
  ["2026-05-20", undefined],
  ["05/20/2026 08:00", undefined],
  ["2026-13-20T08:00:01Z", undefined],
  ["", undefined],
])("the time %j is %j: none is guessed at", (written, sent) => {
  expect(sentAt(written)).toBe(sent);
});
