import { readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { gitIn } from "../content/repository.ts";

/** Has a newspaper's oldest story come out with a mistake in it, and be corrected, in a repository around it. */
export async function correctOldestStory(content: string): Promise<void> {
  const files = await readdir(join(content, "articles"), { recursive: true });
  const [oldest = ""] = files.filter((name) => name.endsWith(".md")).sort();
  const file = join(content, "articles", oldest);
  const text = await readFile(file, "utf8");
  const [, day = ""] = /^date: (\d{4}-\d{2}-\d{2})/m.exec(text) ?? [];
  const commit = (time: string) => {
    gitIn(content, ["add", "--all", "."]);
    gitIn(content, ["commit", "--quiet", "--message", "A story"], `${day}T${time}Z`);
  };
  gitIn(dirname(content), ["init", "--quiet"]);
  await writeFile(file, `${text}\nThe bridge is 400 metres long.\n\nThe ferry made its last trip on Monday.\n`);
  commit("23:00");
  const correction = `corrections:\n  - { date: ${day}T23:30, text: The bridge is 440 metres long. }\n`;
  const corrected = text.replace(/^date: /m, `${correction}date: `).replace(/^title: /m, "title: Corrected ");
  await writeFile(file, `${corrected}\nThe bridge is 440 metres long.\n\nMore follows.\n`);
  commit("23:30");
}
