import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { resolveConfig } from "@netlify/config";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { WORK } from "../../src/site/usual.ts";

const read = (context: string) => resolveConfig({ config: "netlify.toml", offline: true, context });

describe("Netlify", () => {
  test("builds a push to the main branch for readers, on Node 24, and publishes _site", async () => {
    const { config } = await read("production");
    expect(config.build.command).toBe("npm run build");
    expect(config.build.publish).toMatch(/[/\\]_site$/);
    expect(config.build.environment["NODE_VERSION"]).toBe("24");
  });

  test.each(["deploy-preview", "branch-deploy"])("builds a %s as a preview, which is not indexed", async (context) => {
    const { config } = await read(context);
    expect(config.build.command).toBe("npm run build -- --preview");
  });

  test("finds its functions", async () => {
    const { config } = await read("production");
    expect(config.functionsDirectory).toBe(resolve("netlify/functions"));
  });

  test("is told of no headers but those that a build writes", () => {
    expect(readFileSync("netlify.toml", "utf8")).not.toMatch(/^\s*\[\[?headers/m);
  });
});

describe("Netlify's build plugin", () => {
  type Events = Record<"onPreBuild" | "onPostBuild", (given: { utils: object }) => Promise<void>>;

  /** Netlify, which writes down what the plugin asks of it; its cache may be out of order. */
  async function netlify(failure?: Error) {
    const { config } = await read("production");
    const [plugin, ...others] = config.plugins as { package: string }[];
    expect(others).toEqual([]);
    const folder = resolve(plugin?.package ?? "");
    const asked: unknown[] = [];
    const ask = (what: string) => async (path: string) => {
      asked.push([what, path]);
      if (failure) throw failure;
      return true;
    };
    const failPlugin = (why: string, { error }: { error: Error }) => asked.push(["failPlugin", why, error]);
    const utils = { cache: { restore: ask("restore"), save: ask("save") }, build: { failPlugin } };
    const events: Events = await import(`${folder}/index.js`);
    return { folder, asked, events, utils };
  }

  test("is where netlify.toml says, with the manifest that Netlify asks for", async () => {
    const { folder, events } = await netlify();
    expect(parse(readFileSync(`${folder}/manifest.yml`, "utf8"))).toEqual({ name: "dateline-keep-work" });
    expect(Object.keys(events).sort()).toEqual(["onPostBuild", "onPreBuild"]);
  });

  test("brings what the last build has kept, and keeps it after a build that went well", async () => {
    const { asked, events, utils } = await netlify();
    await events.onPreBuild({ utils });
    await events.onPostBuild({ utils });
    expect(asked).toEqual([
      ["restore", WORK],
      ["save", WORK],
    ]);
  });

  test("says in the log that the cache is out of order, and lets the build go on", async () => {
    const error = new Error("The disk is full");
    const { asked, events, utils } = await netlify(error);
    await events.onPreBuild({ utils });
    await events.onPostBuild({ utils });
    expect(asked.filter((ask) => Array.isArray(ask) && ask[0] === "failPlugin")).toEqual([
      ["failPlugin", ".dateline could not be restored; the build is only slower", error],
      ["failPlugin", ".dateline could not be saved; the build is only slower", error],
    ]);
  });
});
