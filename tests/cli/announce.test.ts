import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { main } from "../../src/cli/main.ts";
import { listener } from "../loopback/listener.ts";
import { fakeWorld } from "./fake-world.ts";

/** A site on this machine and in a folder, a search engine that answers so, and the command with a memory of its own. */
async function newsdesk() {
  const folder = await mkdtemp(join(tmpdir(), "dateline-announce-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const memory = join(folder, "work", "announced.json");
  let list = "";
  let search = 200;
  const server = await listener({ "/versions.json": () => ({ body: list }), "/indexnow": () => ({ status: search }) });
  return {
    memory,
    answerWith: (status: number) => {
      search = status;
    },
    /** Puts up these pages and says so. */
    async announce(pages: Readonly<Record<string, string>>, from: "folder" | "address" = "folder") {
      list = JSON.stringify({ site: "https://courier.example", indexNow: "12345678", pages, feeds: {} });
      await writeFile(join(folder, "versions.json"), list);
      const world = fakeWorld();
      const site = from === "folder" ? folder : server.url;
      const where = ["--site", site, "--memory", memory, "--index-now", `${server.url}/indexnow`];
      const code = await main(["announce", ...where], world);
      return { code, out: world.out(), err: world.err() };
    },
  };
}

describe("dateline announce", () => {
  test("tells what has changed since it was last called, of a folder or of a site that is up", async () => {
    const { announce } = await newsdesk();
    const first = "It is not known what the site was like before: from now on, changes are told.\n";
    expect(await announce({ "/": "1" })).toEqual({ code: 0, out: first, err: "" });
    expect((await announce({ "/": "2", "/new/": "1" })).out).toBe("IndexNow was told of 2 pages.\n");
    expect((await announce({ "/": "3", "/new/": "1" }, "address")).out).toBe("IndexNow was told of 1 page.\n");
    expect((await announce({ "/": "3", "/new/": "1" })).out).toBe("IndexNow was told of 0 pages.\n");
  });

  test("fails when somebody could not be told, and tells them the next time", async () => {
    const { announce, answerWith } = await newsdesk();
    await announce({ "/": "1" });
    answerWith(403);
    const err = "IndexNow was told of 0 pages.\nIndexNow does not find the key on the site (403).\n";
    expect(await announce({ "/": "2" })).toEqual({ code: 1, out: "", err });
    answerWith(202);
    expect((await announce({ "/": "2" })).out).toBe("IndexNow was told of 1 page.\n");
  });

  test("does not guess what a damaged memory said, and leaves it as it is", async () => {
    const { announce, memory } = await newsdesk();
    await announce({ "/": "1" });
    await writeFile(memory, "{");
    expect(await announce({ "/": "2" })).toEqual({ code: 2, out: "", err: `dateline: ${memory} is no JSON.\n` });
    expect(await readFile(memory, "utf8")).toBe("{");
  });
});
