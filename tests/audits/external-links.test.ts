import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { listener } from "../loopback/listener.ts";
import { externalLinks, lookUp } from "./external-links.ts";

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "dateline-links-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

describe("links that lead out of the site", () => {
  test("are found once each, at the line where a writer wrote them, and not those to the site itself", () => {
    const site = folderOf({
      "index.html":
        '<link rel="canonical" href="https://courier.example/"><a href="https://a.example/x?a=1&amp;b=2">x</a>',
      "2026/04/story/index.html":
        '<a href="https://a.example/x?a=1&amp;b=2">x</a><a href="https://courier.example/about/">about</a><a href="/">front</a><a href="https://share.example/">share</a>',
    });
    const content = folderOf({ "articles/2026/04/story.md": "---\n---\n[x](https://a.example/x?a=1&b=2)\n" });
    expect(externalLinks(site, content)).toEqual([
      { url: "https://a.example/x?a=1&b=2", from: `${content}/articles/2026/04/story.md:3` },
      { url: "https://share.example/", from: "2026/04/story/index.html" },
    ]);
  });

  test("are gone when their server says so; one that is busy, or that wants no programs, leaves us unsure", async () => {
    const server = await listener({
      "/there": {},
      "/no-head": ({ method }) => ({ status: method === "HEAD" ? 405 : 200 }),
      "/busy": { status: 503 },
      "/gone": { status: 410 },
    });
    const links = ["there", "no-head", "busy", "gone", "missing"].map((name, line) => ({
      url: `${server.url}/${name}`,
      from: `story.md:${line + 1}`,
    }));
    expect(await lookUp(links)).toEqual({
      gone: [`story.md:4: ${server.url}/gone answers 410`, `story.md:5: ${server.url}/missing answers 404`],
      unsure: [`story.md:3: ${server.url}/busy answers 503`],
    });
  });
});
