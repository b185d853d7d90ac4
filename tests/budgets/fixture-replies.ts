import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

const NAMES = ["Ann Reader", "Ben", "Cy O'Hara", "Dörte K.", "李雷", "Farid", "Gwen Example", "يوسف", "Ines M.", "Jo"];
/** How many sentences a reply has, one after another. */
const LENGTHS = [1, 3, 2, 5, 1, 2, 4, 2, 3, 1];
const MINUTE = 60_000;

/**
 * Writes replies to a story as readers write them, always the same: two in five are answers, a paragraph or two of these
 * sentences each, some with emphasis, a quote or a link. `from` is when the first was sent.
 */
export async function writeReplies(
  folder: string,
  { count, sentences, from }: { readonly count: number; readonly sentences: readonly string[]; readonly from: string },
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const id = (index: number) => ((index * 2_654_435_761) % 2 ** 32).toString(16).padStart(8, "0");
  let said = 0;
  for (let index = 0; index < count; index++) {
    const words = Array.from({ length: LENGTHS[index % 10] ?? 1 }, () => sentences[said++ % sentences.length] ?? "");
    const isAnswer = index % 5 === 2 || index % 5 === 4;
    const text = [
      ...(index % 8 === 3 ? [`> ${sentences[index]}`] : []),
      words.slice(0, 3).join(" "),
      ...(words.length > 3 ? [words.slice(3).join(" ")] : []),
      ...(index % 9 === 5 ? ["It says so *here*: https://council.example/minutes"] : []),
    ];
    const lines = [
      `name: ${JSON.stringify(NAMES[(index * 7) % 10])}`,
      `date: ${new Date(Date.parse(from) + index * 37 * MINUTE).toISOString().slice(0, 16)}Z`,
      ...(isAnswer ? [`replyTo: "${id(index - (index % 5))}"`] : []),
      `text: ${JSON.stringify(text.join("\n\n"))}`,
    ];
    await writeFile(join(folder, `${id(index)}.yaml`), `${lines.join("\n")}\n`);
  }
}
