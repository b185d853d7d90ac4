import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Inbox, type Waiting } from "../../src/moderation/inbox.ts";
import { emptyFolder } from "./folders.ts";

const REPLY: Waiting = {
  state: "waiting",
  id: "abc",
  story: "/2026/05/bridge-opens/",
  name: "Ben Reader",
  sent: "2026-05-04T10:00:00Z",
  text: "I saw it.",
  withheld: [],
  wasCut: false,
  upstream: ["1"],
};

test("the inbox keeps what waits from one command to the next, and git does not see it", async () => {
  const folder = join(await emptyFolder(), "inbox");
  await (await Inbox.open(folder)).put(REPLY);
  expect((await Inbox.open(folder)).waiting()).toEqual([REPLY]);
  expect(await readFile(join(folder, ".gitignore"), "utf8")).toBe("*\n");
});

test("a reply that somebody decides on while others are fetched does not wait again", async () => {
  const folder = await emptyFolder();
  const inbox = await Inbox.open(folder);
  await inbox.put(REPLY);
  await (await Inbox.open(folder)).put({ state: "rejected", id: "abc", upstream: [] });
  await inbox.put({ ...REPLY, upstream: ["1", "2"] });
  const decided = { state: "rejected", id: "abc", upstream: ["1", "2"] };
  expect([inbox.all(), (await Inbox.open(folder)).all()]).toEqual([[decided], [decided]]);
  expect(inbox.waiting()).toEqual([]);
});
