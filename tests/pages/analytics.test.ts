import { describe, expect, test } from "vitest";
import { newsroomOf, print } from "./newspaper.ts";

const newsroom = await newsroomOf("tiny");
const analytics = {
  script: "https://counter.example/js/script.js",
  data: { domain: "small-paper.example", "file-types": "pdf" },
  sendsTo: "https://events.example",
};
const settings = { ...newsroom.settings, analytics };
const scriptsFrom = (paper: ReturnType<typeof print>) =>
  paper
    .html("/2026/04/bridge-opens/")("script[src^='http']")
    .toArray()
    .map(({ attribs }) => attribs);

describe("analytics", () => {
  test("are one script with its data, which waits for the page", () => {
    expect(scriptsFrom(print({ ...newsroom, settings }))).toEqual([
      {
        defer: "",
        src: "https://counter.example/js/script.js",
        "data-domain": "small-paper.example",
        "data-file-types": "pdf",
      },
    ]);
  });

  test("may load that script and send to that host, and nothing else", () => {
    const policy = print({ ...newsroom, settings }).text("/_headers");
    expect(policy).toMatch(/script-src [^;]* https:\/\/counter\.example;/);
    expect(policy).toContain("connect-src 'self' https://events.example;");
    expect(policy.match(/https:/g)?.length).toBe(2);
  });

  test("are off unless the settings say so, and on previews, which only writers see", () => {
    for (const paper of [print(newsroom), print({ ...newsroom, settings }, { indexed: false })]) {
      expect(scriptsFrom(paper)).toEqual([]);
      expect(paper.text("/_headers")).not.toContain("https:");
    }
  });
});
