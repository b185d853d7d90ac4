// The least that any generator must do with a corpus: read, parse, render, write, on two threads, with templates that
// are strings. What Dateline takes beyond this is the price of its checks, its lists and its layouts.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import matter from "gray-matter";
import Markdown from "markdown-it";

const THREADS = 2;

function printShare(files: readonly string[], output: string): void {
  const markdown = new Markdown();
  for (const file of files) {
    const { data, content } = matter(readFileSync(file, "utf8"), {});
    const folder = join(output, file.split("/").slice(-3).join("/").replace(/\.md$/, ""));
    mkdirSync(folder, { recursive: true });
    const head = `<!doctype html><html lang="en"><title>${data["title"]}</title><h1>${data["title"]}</h1>`;
    writeFileSync(
      join(folder, "index.html"),
      `${head}<p>${data["author"]} ${data["date"]}</p>${markdown.render(content)}`,
    );
  }
}

if (isMainThread) {
  const [content = "", output = ""] = process.argv.slice(2);
  const files = readdirSync(join(content, "articles"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".md"))
    .map((entry) => join(entry.parentPath, entry.name));
  const share = Math.ceil(files.length / THREADS);
  const shares = Array.from({ length: THREADS }, (_, index) => files.slice(index * share, (index + 1) * share));
  await Promise.all(
    shares.map(
      (mine) =>
        new Promise((resolve, reject) => {
          const worker = new Worker(new URL(import.meta.url), { workerData: { files: mine, output } });
          worker.once("error", reject).once("exit", resolve);
        }),
    ),
  );
} else {
  printShare(workerData.files, workerData.output);
  parentPort?.close();
}
