import { appendFile, readFile, rename, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { build } from "../../src/site/build.ts";
import type { Told } from "../../src/site/dev/told.ts";
import { develop, type Shown } from "../../src/site/develop.ts";
import type { RunningServer } from "../../src/site/serve.ts";
import { jpeg } from "../content/photographs.ts";
import { NOW } from "../pages/newspaper.ts";
import { eventsAt } from "./events.ts";
import { BROKEN_STORY, filesIn, save, siteFolder } from "./site-folder.ts";

const here = process.cwd();
const STORY = "content/articles/2026/05/ferry-stops.md";

const story = (title: string, more = "") => `---
title: ${title}
summary: Nobody was on it.
author: ann
date: 2026-05-02T09:00
section: news
${more}---
It followed the bridge.
`;

/** What is answered to whoever names this host. `fetch` would not let us. */
const statusFor = (host: string, path: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    const asking = request(new URL(path, server.url), { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asking.on("error", reject).end();
  });

const BOATS = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><path d="M0 0h40v30H0z"/></svg>';

let site: string;
let server: RunningServer;
let events: Awaited<ReturnType<typeof eventsAt>>;
const shown: Shown[] = [];
let replies = 0;

const page = async (path: string) => {
  const response = await fetch(new URL(path, server.url));
  return { status: response.status, type: response.headers.get("content-type"), text: await response.text() };
};

beforeAll(async () => {
  site = await siteFolder("tiny");
  await save(
    join(site, "content/articles/2026/07/later.md"),
    story("A story for July").replace("2026-05-02", "2026-07-02"),
  );
  await appendFile(join(site, "content/settings.yaml"), "comments: { stories: open }\n");
  process.chdir(site);
  server = await develop({
    content: "content",
    port: 0,
    clock: () => NOW,
    onShown: (one) => shown.push(one),
    onReply: () => replies++,
    quiet: 1,
  });
  events = await eventsAt(`${server.url}_dateline/reload`);
});

afterAll(async () => {
  events.close();
  server.close();
  await server.closed;
  process.chdir(here);
});

/** What stands in every page for the overlay. */
const OVERLAY = '<script src="/_dateline/overlay.js"';

describe("the development server", () => {
  test("listens on this machine only, and has printed the site when it is ready", async () => {
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect(shown).toEqual([
      { result: expect.objectContaining({ problems: [], stories: 3 }), milliseconds: expect.any(Number) },
    ]);
    const { status, type, text } = await page("/2026/05/ferry-stops/");
    expect([status, type]).toEqual([200, "text/html; charset=utf-8"]);
    expect(text).toContain("The ferry makes its last trip");
    expect(text).toContain(OVERLAY);
  });

  test("shows scheduled stories, marked, and asks not to be indexed", async () => {
    const { text } = await page("/2026/07/later/");
    expect(text).toContain('<strong class="mark">Scheduled</strong>');
    expect(text).toContain('<meta name="robots" content="noindex"');
  });

  test("sends pages with the site's own headers, so that a writer sees what its policy lets pages do", async () => {
    const { headers } = await fetch(server.url);
    const feed = await fetch(new URL("/feed.xml", server.url));
    expect(headers.get("content-security-policy")).toMatch(/^default-src 'none'; script-src 'self' 'sha256-/);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("strict-transport-security")).toBeNull();
    expect(feed.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
  });

  test("serves styles and feeds as they are, and a page that reloads where there is nothing", async () => {
    const feed = await page("/feed.xml");
    expect([feed.status, feed.text.includes(OVERLAY)]).toEqual([200, false]);
    const missing = await page("/nowhere/");
    expect(missing.status).toBe(404);
    expect(missing.text).toContain("There is no page at this address");
    expect(missing.text).toContain(OVERLAY);
  });

  test("answers a reply with the page of thanks, and hears that one came", async () => {
    const response = await fetch(new URL("/comment-received/", server.url), { method: "POST", body: "comment=Yes" });
    expect([response.status, await response.text()]).toEqual([200, expect.stringContaining("Your reply was received")]);
    expect(replies).toBe(1);
  });

  test("prints again after an edit and tells open pages to reload", async () => {
    await save(join(site, STORY), story("The ferry is back"));
    await events.next("reload");
    expect((await page("/2026/05/ferry-stops/")).text).toContain("The ferry is back");
  });

  test("keeps the last good page over a broken edit, and tells open pages and new ones what is wrong", async () => {
    await save(join(site, "content/articles/2026/05/bridge-closes.md"), BROKEN_STORY);
    const { data } = await events.next("problems");
    expect(JSON.parse(data)).toMatchObject({
      errors: 2,
      warnings: 0,
      problems: [
        { at: { line: 2 } },
        {
          file: "content/articles/2026/05/bridge-closes.md",
          at: { line: 3, column: 1, excerpt: "sumary: It was too early." },
          what: 'Unknown field "sumary".',
          fix: 'Did you mean "summary"?',
        },
      ],
    });
    expect((await page("/2026/05/ferry-stops/")).text).toContain("The ferry is back");

    const late = await eventsAt(`${server.url}_dateline/reload`);
    expect((await late.next("problems")).data).toBe(data);
    late.close();

    await save(join(site, "content/articles/2026/05/bridge-closes.md"), BROKEN_STORY.replace("sumary", "summary"));
    await events.next("reload");
    expect((await page("/2026/05/bridge-closes/")).text).toContain("It was too early.");
  });

  test("serves every page, feed, style and picture as the build writes it, apart from the script that reloads", async () => {
    await save(join(site, "content/articles/2026/05/boats.svg"), BOATS);
    await writeFile(join(site, "content/articles/2026/05/sea.jpg"), await jpeg(300, 200));
    await save(
      join(site, "content/articles/2026/05/a-draft.md"),
      story("A draft", "draft: true\nimage: { src: sea.jpg, alt: The sea }\n").replace(
        "It followed the bridge.",
        "![Two boats](boats.svg)",
      ),
    );
    while ((await page("/2026/05/a-draft/")).status !== 200) await events.next("reload");
    const output = join(site, "compared");
    const work = join(site, "compared-work");
    await build({ content: "content", output, work, now: NOW, unpublished: "all", indexed: false, search: false });
    const files = (await filesIn(output)).filter((file) => file !== ".dateline");
    for (const format of ["svg", "avif", "webp", "jpg"]) {
      expect(files.some((file) => file.endsWith(`.${format}`) && file.startsWith("images/"))).toBe(true);
    }
    for (const file of files) {
      const response = await fetch(new URL(`/${encodeURI(file).replace(/(^|\/)index\.html$/, "$1")}`, server.url));
      const served = Buffer.from(await response.arrayBuffer());
      const built = await readFile(join(output, file));
      if (file.startsWith("images/")) expect(served.equals(built), file).toBe(true);
      else
        expect(served.toString().replace(/<script src="\/_dateline\/[^>]*><\/script>$/, ""), file).toBe(
          built.toString(),
        );
    }
  });

  const announced = async (path: string, text: string | undefined) => {
    if (text === undefined) await rm(join(site, path));
    else await writeFile(join(site, path), text);
    return (JSON.parse((await events.next("problems")).data) as Told).problems.map(
      ({ file, what }) => `${file} ${what}`,
    );
  };

  test.each([
    ["broken settings", "content/settings.yaml", "title: [\n", /^content\/settings\.yaml /],
    ["a registry that is gone", "content/settings.yaml", undefined, /^content\/settings\.yaml /],
    ["a file that is half written", STORY, "---\ntitle: The fer", /^content\/articles\/2026\/05\/ferry-stops\.md /],
  ])("goes on over %s, and shows the next good edition", async (_what, path, text, said) => {
    const good = await readFile(join(site, path), "utf8");
    expect(await announced(path, text)).toContainEqual(expect.stringMatching(said));
    expect((await page("/2026/05/ferry-stops/")).text).toContain("The ferry is back");
    await writeFile(join(site, path), good);
    await events.next("reload");
  });

  test("goes on while the whole content is away, and shows it when it is back", async () => {
    await rename(join(site, "content"), join(site, "away"));
    let told = "";
    while (!told.includes("There is no content folder here.")) told = (await events.next("problems")).data;
    expect((await page("/2026/05/ferry-stops/")).text).toContain("The ferry is back");
    await rename(join(site, "away"), join(site, "content"));
    await events.next("reload");
    await save(join(site, STORY), story("The ferry is back again"));
    await events.next("reload");
    expect((await page("/2026/05/ferry-stops/")).text).toContain("The ferry is back again");
  });

  test("has a desk, which says what is a draft, what is scheduled, and for when", async () => {
    const desk = await page("/__desk/");
    expect([desk.status, desk.type]).toEqual([200, "text/html; charset=utf-8"]);
    const { document } = parseHTML(desk.text);
    const said = (id: string) => document.getElementById(id)?.closest("section")?.textContent;
    expect(said("drafts")).toContain("A draft");
    expect(said("scheduled")).toMatch(/A story for July2 July 2026|A story for July.*Thursday,? 2 July 2026/);
    expect(said("changed")).toContain("content/articles/2026/05/ferry-stops.md");
    expect(document.querySelectorAll("figure table").length).toBeGreaterThan(2);
  });

  test("indexes the search when somebody searches, and serves the index", async () => {
    const script = await page("/pagefind/engine/pagefind-1.5.2.js");
    expect([script.status, script.type]).toEqual([200, "text/javascript; charset=utf-8"]);
    expect((await page("/pagefind/all/pagefind-entry.json")).status).toBe(200);
    expect((await page("/pagefind/../../../content/settings.yaml")).status).toBe(404);
  });

  test("answers only to this machine's own names, so that no page of the web can read drafts", async () => {
    const { port } = new URL(server.url);
    for (const [host, status] of [
      [`127.0.0.1:${port}`, 200],
      [`localhost:${port}`, 200],
      [`[::1]:${port}`, 200],
      [`attacker.example:${port}`, 403],
      ["127.0.0.1", 403],
      [`localhost:${Number(port) + 1}`, 403],
    ] as const) {
      for (const path of ["/", "/__desk/", "/_dateline/overlay.js", "/_dateline/desk.css"]) {
        expect(await statusFor(host, path), host).toBe(status);
      }
      if (status === 403) expect(await statusFor(host, "/_dateline/reload")).toBe(403);
    }
  });

  test.each(["//", "/%E0%A4%A", "/%00/", "/..%2f..%2fcontent%2fsettings.yaml", "/..%2f..%2f", "/%5C..%5C../"])(
    "survives the address %s, and gives nothing away",
    async (address) => {
      const response = await fetch(server.url.slice(0, -1) + address);
      expect([400, 404]).toContain(response.status);
      expect(await response.text()).not.toContain("small-paper.example\ndescription");
      expect((await page("/")).status).toBe(200);
    },
  );
});
