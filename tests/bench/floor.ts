// The least that any generator must do with a corpus: read, parse and render each story, and write as many files of
// HTML and as many bytes as Dateline does, on two threads, with templates that are strings. What Dateline takes beyond
// this is the price of its checks, its lists and its layouts.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import matter from "gray-matter";
import Markdown from "markdown-it";

const THREADS = 2;

/** `pages` are files of stories, and the names of pages that are nothing but bytes. */
function printShare(pages: readonly string[], output: string, bytes: number): void {
  const markdown = new Markdown();
  for (const page of pages) {
    const folder = join(output, page.split("/").slice(-3).join("/").replace(/\.md$/, ""));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "index.html"), (page.endsWith(".md") ? story(page, markdown) : "").padEnd(bytes));
  }
}

function story(file: string, markdown: InstanceType<typeof Markdown>): string {
  const { data, content } = matter(readFileSync(file, "utf8"), {});
  const head = `<!doctype html><html lang="en"><title>${data["title"]}</title><h1>${data["title"]}</h1>`;
  return `${head}<p>${data["author"]} ${data["date"]}</p>${markdown.render(content)}`;
}

if (isMainThread) {
  const [content = "", output = "", count = "0", bytes = "0"] = process.argv.slice(2);
  const stories = readdirSync(join(content, "articles"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".md"))
    .map((entry) => join(entry.parentPath, entry.name));
  const lists = Array.from({ length: Math.max(0, Number(count) - stories.length) }, (_, index) => `lists/${index}`);
  const shares = Array.from({ length: THREADS }, (_, thread) =>
    [...stories, ...lists].filter((_page, index) => index % THREADS === thread),
  );
  await Promise.all(
    shares.map(
      (pages) =>
        new Promise((resolve, reject) => {
          const worker = new Worker(new URL(import.meta.url), { workerData: { pages, output, bytes: Number(bytes) } });
          worker.once("error", reject).once("exit", resolve);
        }),
    ),
  );
} else {
  printShare(workerData.pages, workerData.output, workerData.bytes);
  parentPort?.close();
}
