import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createWhole } from "../src/whole-file.ts";

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), "new-"));
  onTestFinished(() => rm(made, { recursive: true }));
  return made;
}

test("of several who make one file at once, one does, and nothing is left of the others", async () => {
  const path = join(await folder(), "2026/11/story.md");
  const made = await Promise.all(["a", "b", "c", "d"].map((text) => createWhole(path, text.repeat(10_000))));
  expect(made.filter(Boolean)).toHaveLength(1);
  expect(new Set(await readFile(path, "utf8")).size).toBe(1);
  expect(await readdir(join(path, ".."))).toEqual(["story.md"]);
});

test("a file that is there is left alone", async () => {
  const path = join(await folder(), "story.md");
  await writeFile(path, "mine");
  expect(await createWhole(path, "yours")).toBe(false);
  expect(await readFile(path, "utf8")).toBe("mine");
});
