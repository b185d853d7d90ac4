import { appendFile } from "node:fs/promises";
import { request } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { build } from "../../src/site/build.ts";
import { listen, PortError, type RunningServer, serveFolder } from "../../src/site/serve.ts";
import { NOW } from "../pages/newspaper.ts";
import { siteFolder } from "./site-folder.ts";

let server: RunningServer;
let replies = 0;

beforeAll(async () => {
  const site = await siteFolder("tiny");
  const output = join(site, "_site");
  await appendFile(join(site, "content/settings.yaml"), "comments: { stories: open }\n");
  await build({
    content: join(site, "content"),
    output,
    now: NOW,
    unpublished: "none",
    indexed: true,
    work: join(site, ".dateline"),
  });
  server = await serveFolder(output, 0, () => replies++);
});

afterAll(async () => {
  server.close();
  await server.closed;
});

/** The answer to a path exactly as it is written; `fetch` would mend it first. */
function ask(path: string): Promise<{ status: number | undefined; text: string }> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const asking = request({ hostname, port, path }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk: string) => {
        text += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode, text }));
    });
    asking.on("error", reject).end();
  });
}

describe("the server of the built site", () => {
  test("serves it as a host does, without a script of its own", async () => {
    const front = await fetch(server.url);
    expect([front.status, front.headers.get("content-type")]).toEqual([200, "text/html;charset=utf-8"]);
    const text = await front.text();
    expect(text).toContain("The ferry makes its last trip");
    expect(text).not.toContain("_dateline");
  });

  test("sends the headers that a host sends", async () => {
    const { headers } = await fetch(server.url);
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    const feed = await fetch(new URL("/feed.xml", server.url));
    expect(feed.headers.get("content-type")).toBe("application/xml; charset=utf-8");
  });

  test("answers with the site's own page, and status 404, where there is nothing", async () => {
    const response = await fetch(new URL("/nowhere/", server.url));
    expect(response.status).toBe(404);
    expect(await response.text()).toContain("There is no page at this address");
  });

  test("answers a reply with the page of thanks, and hears that one came; whoever only looks at that page sends none", async () => {
    const received = new URL("/comment-received/", server.url);
    const response = await fetch(received, { method: "POST", body: new URLSearchParams({ comment: "So did I." }) });
    expect([response.status, await response.text()]).toEqual([200, await (await fetch(received)).text()]);
    await fetch(server.url, { method: "POST" });
    expect(replies).toBe(1);
  });

  test.each(["/../content/settings.yaml", "/..%2fcontent%2fsettings.yaml", "//", "/%E0%A4%A", "/%00"])(
    "gives nothing away from outside the folder, and survives, when asked for %s",
    async (path) => {
      const { status, text } = await ask(path);
      expect([400, 404]).toContain(status);
      expect(text).not.toContain("Two stories a year\nurl");
      expect((await ask("/")).status).toBe(200);
    },
  );

  test("says so when the port is another program's", async () => {
    const { port } = new URL(server.url);
    const attempt = listen(() => {}, Number(port));
    await expect(attempt).rejects.toThrow(PortError);
    await expect(attempt).rejects.toThrow(`Port ${port} is in use; choose another with --port.`);
  });
});
