import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { save, siteFolder } from "./site-folder.ts";

const PRODUCT = process.cwd();

/** A site that has the product installed, as npm would have it. */
let site: string;
beforeAll(async () => {
  site = await siteFolder("tiny");
  await mkdir(join(site, "node_modules"));
  await symlink(PRODUCT, join(site, "node_modules/dateline"), "junction");
  await symlink(join(PRODUCT, "node_modules/preact"), join(site, "node_modules/preact"), "junction");
  // As docs/theming.md says it.
  await save(join(site, "tsconfig.json"), '{ "extends": "dateline/tsconfig.site.json" }');
});

/** What the compiler says of a byline that shows this for each author. */
async function checked(shown: string): Promise<string> {
  const part = `import type { Parts } from "dateline/layouts/parts.ts";
import { Time } from "dateline/layouts/parts/Time.tsx";
import type { PrintedTime } from "dateline/src/model/time.ts";

const NOON: PrintedTime = { datetime: "2026-11-03T12:00Z", words: "noon" };

export const Byline: Parts["Byline"] = ({ authors, words }) => (
  <p title={words.by}>
    {authors.map((author) => <a href={author.url}>{${shown}}</a>)} <Time time={NOON} />
  </p>
);
`;
  await save(join(site, "layouts/parts/Byline.tsx"), part);
  const { stdout } = spawnSync(process.execPath, [join(PRODUCT, "node_modules/typescript/bin/tsc")], {
    cwd: site,
    encoding: "utf8",
  });
  return stdout;
}

test("a site's own part is held to what the part is given", async () => {
  expect(await checked("author.name")).toBe("");
  expect(await checked("author.nickname")).toContain(
    "layouts/parts/Byline.tsx(9,59): error TS2339: Property 'nickname' does not exist",
  );
});

test("every part can be replaced, under its name", () => {
  const parts = readdirSync("layouts/parts").filter((file) => file.endsWith(".tsx"));
  const listed = readFileSync("layouts/parts.ts", "utf8");
  const exported = parts.flatMap((file) =>
    [...readFileSync(join("layouts/parts", file), "utf8").matchAll(/^export (?:function|const) (\w+)/gm)].map(
      ([, name = ""]) => name,
    ),
  );
  expect(exported.length).toBeGreaterThan(10);
  expect(exported.filter((name) => !listed.includes(`readonly ${name}: typeof ${name};`))).toEqual([]);
});
