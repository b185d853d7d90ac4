import { rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { datelineIn } from "../site/dateline-in.ts";
import { bytesOf, save, siteFolder } from "../site/site-folder.ts";

const build = (site: string) => datelineIn(site, "build", "--now", "2026-06-01T12:00Z", "--no-search");

const SECRET = `---
title: The council sells the harbour
summary: It has told nobody yet.
author: ann
date: 2026-05-03T09:00
section: news
draft: true
---
For a song.
`;

/** A byline in which everything is wrong that a part can do wrong. */
const CARELESS = `import type { Parts } from "dateline/layouts/parts.ts";

export const Byline: Parts["Byline"] = () => (
  <div>
    <img src="/favicon.ico" />
    <b id="desk">The</b>
    <i id="desk">desk</i>
    <a href="/nowhere/at-all/">nowhere</a>
    <a href="/about/#team">the team</a>
    <a href="#of-this-page">down</a>
    <a href="/2026/05/secret/">soon</a>
    <p>The council sells the harbour</p>
    <li>astray</li>
  </div>
);
`;

describe("a site's own part that does everything wrong", () => {
  test("stops the build: all of it is said at once, at its line, and the site stays byte for byte", async () => {
    const site = await siteFolder("tiny");
    expect(build(site).status).toBe(0);
    const before = await bytesOf(join(site, "_site"));
    await save(join(site, "content/articles/2026/05/secret.md"), SECRET);
    await save(join(site, "layouts/parts/Byline.tsx"), CARELESS);

    const { status, said } = build(site);
    expect(status).toBe(1);
    expect(said).toContain("Nothing was published.");
    const at = (line: number, what: string) => expect(said).toMatch(new RegExp(`Byline\\.tsx:${line}:\\d+\n  ${what}`));
    const story = "/2026/05/ferry-stops/";
    at(5, `/2026/0\\d/[a-z-]+/ shows the picture /favicon.ico without an alternative text.`);
    at(6, `${story} has the id "desk" more than once.`);
    at(8, `${story} links to /nowhere/at-all/, where nothing stands.`);
    at(9, `${story} links to /about/#team, where no element has that id.`);
    at(10, `${story} links to ${story}#of-this-page, where no element has that id.`);
    at(
      11,
      `${story} names /2026/05/secret/, and the story that will stand there is not out: articles/2026/05/secret.md.`,
    );
    at(12, `${story} says "The council sells the harbour", and the story with these words is not out`);
    expect(said).toMatch(/ferry-stops\.md\n {2}\/2026\/05\/ferry-stops\/ breaks a rule: .*<li>/);
    expect(await bytesOf(join(site, "_site"))).toEqual(before);
  });
});

describe("a page that is not printed again", () => {
  // On one page only, which shows nothing of any story.
  const LINKING = `import { Prose as Ours } from "dateline/layouts/parts/Prose.tsx";
import type { Parts } from "dateline/layouts/parts.ts";

export const Prose: Parts["Prose"] = (props) => (
  <>
    <Ours {...props} />
    {props.bodies.get(props.body)?.includes("It is small.") && (
      <p><a href="/2026/05/ferry-stops/">The ferry</a> and <a href="/2026/04/bridge-opens/#later">the bridge</a></p>
    )}
  </>
);
`;

  test("is found to link to a story that has gone, or to a heading that has", async () => {
    const site = await siteFolder("tiny");
    const bridge = join(site, "content/articles/2026/04/bridge-opens.md");
    const story = (heading: string) => `---
title: The bridge opens
summary: At last.
author: ann
date: 2026-04-02T09:00
section: news
---
## ${heading}

It opened.
`;
    await save(bridge, story("Later"));
    await save(join(site, "layouts/parts/Prose.tsx"), LINKING);
    expect(build(site)).toMatchObject({ status: 0 });
    const before = await bytesOf(join(site, "_site"));

    await save(bridge, story("Earlier"));
    await rm(join(site, "content/articles/2026/05/ferry-stops.md"));
    const { status, said } = build(site);
    expect(status).toBe(1);
    expect(said).toContain("/about/ links to /2026/04/bridge-opens/#later, where no element has that id.");
    expect(said).toContain("/about/ links to /2026/05/ferry-stops/, where nothing stands.");
    expect(said).toMatch(/layouts\/parts\/Prose\.tsx:8:\d+/);
    expect(await bytesOf(join(site, "_site"))).toEqual(before);
  });
});
