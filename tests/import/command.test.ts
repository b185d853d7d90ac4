import { spawn } from "node:child_process";
import { once } from "node:events";
import { access, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { onDisk } from "../content/newspaper-on-disk.ts";
import { datelineIn } from "../site/dateline-in.ts";
import { wxr } from "./wxr.ts";

const CLI = join(process.cwd(), "src/cli/dateline.js");
const ANN = { login: "ann", name: "Ann Example" };
const OLD = wxr({
  authors: [ANN],
  items: [
    {
      id: 1,
      slug: "bridge",
      title: "Bridge opens",
      link: "https://old.example/2020/04/17/bridge/",
      content:
        '<!-- wp:paragraph --><p>See <a href="https://old.example/?p=2">the ferry</a>.</p><!-- /wp:paragraph -->',
      terms: [["category", "news", "News"]],
    },
    { id: 2, slug: "ferry", title: "The ferry", content: "Sold.\n\nFor scrap." },
    { id: 3, slug: "about", title: "About us", type: "page", content: "We are old." },
    { id: 4, slug: "secret", title: "Unfinished", status: "draft", content: "Not yet." },
  ],
});

describe("npm run import", () => {
  const withExport = async () => {
    const site = dirname(await onDisk({}));
    await writeFile(join(site, "export.xml"), OLD);
    return site;
  };

  test("proposes a map, imports with it, and what it wrote is checked and built", async () => {
    const site = await withExport();
    const proposed = datelineIn(site, "import", "wordpress", "export.xml");
    expect(proposed.status).toBe(0);
    expect(proposed.said).toContain("import-map.yaml says what would become of the old categories, tags and authors");
    expect(proposed.said).toContain("Nothing is imported yet.");
    expect(await readdir(join(site, "content"))).not.toContain("articles");
    const imported = datelineIn(site, "import", "wordpress", "export.xml");
    expect(imported.said).toContain("4 items in the export = 2 stories + 1 draft + 1 page + 0 listed.\n");
    expect(imported.said).toContain("The report is import-report.md.");
    expect(datelineIn(site, "check")).toMatchObject({ status: 0 });
    expect(datelineIn(site, "build", "--no-search")).toMatchObject({ status: 0 });
    const page = await readFile(join(site, "_site/2020/04/bridge/index.html"), "utf8");
    expect(page).toContain('<a href="/2020/04/ferry/">the ferry</a>');
    expect(await readFile(join(site, "_site/2020/04/17/bridge/index.html"), "utf8")).toContain("/2020/04/bridge/");
    await expect(access(join(site, "_site/2020/04/secret/index.html"))).rejects.toThrow("ENOENT");
  });

  test("says in a line what it was called wrongly with", async () => {
    const site = await withExport();
    expect(datelineIn(site, "import", "wordpres", "export.xml")).toMatchObject({ status: 2 });
    expect(datelineIn(site, "import", "wordpres", "x").said).toMatch(
      /There is no format "wordpres". Did you mean "wordpress"\?/,
    );
    const broken = datelineIn(site, "import", "wordpress", "content/settings.yaml");
    expect(broken.status).toBe(1);
    expect(broken.said).toMatch(/^content\/settings\.yaml:1:\d+\n {2}This is not XML that can be read/);
    expect(broken.said).toContain("Nothing was imported.");
  });
});

test("an import that is killed goes on when it is run again, and gives what one run would have", async () => {
  const items = Array.from({ length: 60 }, (_, index) => ({
    id: index + 1,
    slug: `s-${index}`,
    content: `Story ${index}.`,
  }));
  const text = wxr({ authors: [ANN], items });
  const [whole, killed] = [dirname(await onDisk({})), dirname(await onDisk({}))];
  for (const site of [whole, killed]) await writeFile(join(site, "export.xml"), text);
  expect(datelineIn(whole, "import", "wordpress", "export.xml", "--yes").status).toBe(0);
  const child = spawn(process.execPath, [CLI, "import", "wordpress", "export.xml", "--yes"], { cwd: killed });
  const closed = once(child, "close");
  const stories = join(killed, "content/articles/2020/04");
  while (child.exitCode === null && (await readdir(stories).catch(() => [])).length < 10) await pause(2);
  child.kill("SIGKILL");
  await closed;
  expect(datelineIn(killed, "import", "wordpress", "export.xml", "--yes").status).toBe(0);
  expect(await contentIn(killed)).toEqual(await contentIn(whole));
  expect(await readFile(join(killed, "import-report.md"), "utf8")).toBe(
    await readFile(join(whole, "import-report.md"), "utf8"),
  );
});

/** All that is content; what a killed run has left beside it is not. */
async function contentIn(site: string): Promise<Record<string, string>> {
  const all = await readdir(join(site, "content"), { recursive: true, withFileTypes: true });
  const files = all
    .filter((one) => one.isFile() && !one.name.endsWith("~"))
    .map((one) => join(one.parentPath, one.name));
  const texts = await Promise.all(
    files.sort().map(async (file) => [file.slice(site.length), await readFile(file, "utf8")] as const),
  );
  return Object.fromEntries(texts);
}
