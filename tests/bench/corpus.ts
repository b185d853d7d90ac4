import { type Random, randomFrom } from "./random.ts";

/** One story of a corpus, apart from how a generator of sites wants it written. */
export interface BenchStory {
  /** Whole, `YYYY-MM-DDTHH:mm:ssZ`. */
  readonly date: string;
  readonly year: string;
  readonly month: string;
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly author: string;
  readonly section: string;
  readonly tags: readonly string[];
  /** CommonMark with tables; links to other stories are `{{story:INDEX}}`. */
  readonly body: string;
}

export interface Corpus {
  readonly stories: readonly BenchStory[];
  readonly tags: readonly string[];
  readonly authors: readonly string[];
  readonly sections: readonly string[];
}

const SECTIONS = ["world", "politics", "business", "technology", "science", "culture", "sport", "opinion"];
const YEARS = 10;
const START = Date.UTC(2016, 0, 4, 6);
const SPAN = YEARS * 365 * 24 * 3600 * 1000;

/** `count` stories over ten years, of 450 to 800 words: the same for the same seed. */
export function makeCorpus(count: number, seed = 20160104): Corpus {
  const random = randomFrom(seed);
  const words = makeWords(random, 8000);
  const tags = words.slice(300, 500);
  const authors = Array.from({ length: 40 }, (_, index) => `${words[600 + index]}-${words[700 + index]}`);
  const stories: BenchStory[] = [];
  for (let index = 0; index < count; index++) {
    const date = new Date(START + Math.floor((SPAN * index) / count));
    const title = capital(inARow(random, words, random.between(5, 10)).join(" "));
    const iso = date.toISOString();
    stories.push({
      date: `${iso.slice(0, 19)}Z`,
      year: iso.slice(0, 4),
      month: iso.slice(5, 7),
      slug: `${title.toLowerCase().replaceAll(" ", "-").slice(0, 60).replace(/-$/, "")}-${index}`,
      title,
      summary: sentence(random, words),
      author: random.favour(authors),
      section: random.favour(SECTIONS),
      tags: [...new Set(Array.from({ length: random.between(2, 5) }, () => random.favour(tags)))],
      body: makeBody(random, words, index),
    });
  }
  return { stories, tags, authors, sections: SECTIONS };
}

function makeWords(random: Random, count: number): string[] {
  const starts = "b c d f g h l m n p r s t v w br cr dr st tr pl sh th ch".split(" ");
  const vowels = "a e i o u ea ou io ai".split(" ");
  const ends = ["", ..."n r s t l m nd st nt ck".split(" ")];
  const any = (parts: readonly string[]) => parts[random.between(0, parts.length - 1)];
  const words = new Set<string>();
  while (words.size < count) {
    const syllables = words.size < 60 ? 1 : random.between(1, 4);
    const stem = Array.from({ length: syllables }, () => `${any(starts)}${any(vowels)}`).join("");
    words.add(stem + any(ends));
  }
  return [...words];
}

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** As in real texts, no word follows itself: it would be told to the writer. */
function inARow(random: Random, words: readonly string[], count: number): string[] {
  const row: string[] = [];
  while (row.length < count) {
    const word = random.favour(words);
    if (word !== row.at(-1)) row.push(word);
  }
  return row;
}

function sentence(random: Random, words: readonly string[]): string {
  return `${capital(inARow(random, words, random.between(8, 22)).join(" "))}.`;
}

/** Five to nine paragraphs with what stories have: emphasis, links, two or three headings, a list, a quotation. */
function makeBody(random: Random, words: readonly string[], index: number): string {
  const blocks: string[] = [];
  for (let paragraph = random.between(5, 9); paragraph > 0; paragraph--) {
    blocks.push(Array.from({ length: random.between(4, 6) }, () => marked(random, sentence(random, words))).join(" "));
  }
  const insert = (block: string) => blocks.splice(random.between(1, blocks.length), 0, block);
  for (let heading = random.between(2, 3); heading > 0; heading--) {
    insert(`## ${capital(random.favour(words))} ${random.favour(words)} ${random.favour(words)}`);
  }
  insert(Array.from({ length: random.between(3, 6) }, () => `- ${sentence(random, words)}`).join("\n"));
  insert(`> ${sentence(random, words)} ${sentence(random, words)}`);
  insert(`See [${random.favour(words)}](https://example.org/${random.favour(words)}/) for more.`);
  if (index > 0)
    insert(`Earlier: [${random.favour(words)}]({{story:${random.between(Math.max(0, index - 500), index - 1)}}}).`);
  if (index % 5 === 2) {
    const row = (...cells: string[]) => `| ${cells.join(" | ")} |`;
    const body = Array.from({ length: 4 }, () => row(random.favour(words), String(random.between(1, 9999))));
    insert([row("word", "count"), "| --- | ---: |", ...body].join("\n"));
  }
  return `${blocks.join("\n\n")}\n`;
}

function marked(random: Random, text: string): string {
  if (random.happens(0.1)) return `**${text}**`;
  return random.happens(0.1) ? `*${text}*` : text;
}
