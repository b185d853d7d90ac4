import { join, resolve } from "node:path";
import { nearest } from "../content/did-you-mean.ts";
import { areProblems, type Registries, readRegistries } from "../content/registries.ts";
import { TO_COME } from "../content/to-come.ts";
import { type AuthorWanted, newAuthor } from "../new/author.ts";
import { choice } from "../new/look-up.ts";
import { askAuthor, askStory, askTag } from "../new/questions.ts";
import { type NewFile, newStory, type Outcome, type StoryWanted } from "../new/story.ts";
import { newTag, TAGS, type TagWanted, textOfTags } from "../new/tag.ts";
import { type Asker, askerAt, Cancelled } from "../new/terminal.ts";
import { printProblems } from "../problems.ts";
import { keepEditorFiles } from "../site/editor-files.ts";
import { shownPath } from "../site/shown-path.ts";
import { createWhole, replaceWhole } from "../whole-file.ts";
import { readOptionsAndFolders, USUAL_PORT } from "./options.ts";
import { EXIT, type ExitCode, UsageError, type World } from "./world.ts";

const KINDS = ["story", "author", "tag"] as const;
type Kind = (typeof KINDS)[number];

/** What each kind of thing is said by; the others are for another kind. */
const OPTIONS = {
  story: ["author", "tags", "section", "series", "summary", "date", "slug"],
  author: ["type", "role", "slug"],
  tag: ["description", "aliases", "slug"],
} as const satisfies Record<Kind, readonly string[]>;

const string = { type: "string" } as const;
const strings = { type: "string", multiple: true } as const;

/** `new`: makes a story, an author or a tag, asking at a terminal for what was not said. Overwrites nothing. */
export async function newCommand(args: string[], world: World): Promise<ExitCode> {
  const { options, folders: words } = readOptionsAndFolders(args, {
    content: { type: "string", default: "content" },
    ...{ author: strings, tags: strings, section: string, series: string, summary: string, date: string },
    ...{ type: string, role: string, description: string, aliases: strings, slug: string },
  });
  const { kind, name } = wantedOf(words);
  refuseOptionsOfOthers(kind, options);
  const { content, author: authors = [], tags = [], aliases = [], ...said } = options;
  const root = resolve(content);
  const registries = await readRegistries(root, shownPath(content));
  if (areProblems(registries)) {
    world.stderr.write(printProblems(registries, registries.length, "text"));
    return EXIT.problems;
  }
  const desk: Desk = { root, registries, world };
  try {
    if (kind === "story") await makeStory({ ...said, headline: name, authors, tags }, desk);
    if (kind === "author") await makeAuthor({ ...said, name }, desk);
    if (kind === "tag") await makeTag({ ...said, name, aliases }, desk);
    // What is new can be completed at once.
    await keepEditorFiles({ content });
    return EXIT.done;
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error;
    world.stderr.write("dateline: Cancelled; nothing was made.\n");
    return EXIT.cancelled;
  }
}

interface Desk {
  readonly root: string;
  readonly registries: Registries;
  readonly world: World;
}

/** `new "Headline"` is a story; a first word that names a kind says what is made, whatever follows. */
function wantedOf(words: readonly string[]): { kind: Kind; name: string | undefined } {
  const [first = "", ...others] = words;
  const kind = KINDS.find((one) => one === first);
  if (!kind && others.length === 0) return { kind: "story", name: words[0] };
  if (kind && others.length <= 1) return { kind, name: others[0] };
  const whole = (kind ? others : words).join(" ").replaceAll('"', "'");
  if (kind) throw new UsageError(`Put the name in quotes: new ${kind} "${whole}".`);
  const near = others.length === 1 && !/\s/.test(first) ? nearest(first, KINDS) : undefined;
  if (near) throw new UsageError(`There is no sort of thing "${first}" to make. Did you mean "${near}"?`);
  throw new UsageError(`Put the headline in quotes: new "${whole}".`);
}

function refuseOptionsOfOthers(kind: Kind, options: Readonly<Record<string, unknown>>): void {
  const own: readonly string[] = ["content", ...OPTIONS[kind]];
  const strange = Object.keys(options).filter((name) => options[name] !== undefined && !own.includes(name));
  if (strange.length === 0) return;
  const known = OPTIONS[kind].map((name) => `--${name}`).join(", ");
  const what = kind === "author" ? "An author" : `A ${kind}`;
  throw new UsageError(`${what} has no --${strange[0]}; it takes ${known}.`);
}

async function makeStory(wanted: StoryWanted, desk: Desk): Promise<void> {
  const { root, registries, world } = desk;
  const now = world.now();
  const file = await fileOf(
    wanted,
    (story) => newStory(story, root, registries, now),
    (check, ask) => askStory(wanted, registries, check, ask),
    {
      headline: 'a headline in quotes, such as new "First cars cross the new bridge"',
      slug: "--slug, as no letter of the headline can stand in an address",
      author: `--author (${choice(slugsOf(registries.authors), "a file of authors/")})`,
      section: `--section (${choice(slugsOf(registries.settings.sections), "one of settings.yaml")})`,
    },
    desk,
  );
  await make(file, desk);
  const summary = file.text.includes(`\nsummary: ${TO_COME}\n`) ? ` The summary is still to come (${TO_COME}).` : "";
  world.stderr.write(`It is a draft; to publish it, delete the line that says so.${summary}\n`);
  world.stderr.write(`While "npm run dev" runs, it is at http://127.0.0.1:${USUAL_PORT}${file.url}\n`);
}

async function makeAuthor(wanted: AuthorWanted, desk: Desk): Promise<void> {
  const { root, registries, world } = desk;
  const plan = (author: AuthorWanted) => newAuthor(author, root, registries);
  const file = await fileOf(wanted, plan, (check, ask) => askAuthor(wanted, check, ask), NAME, desk);
  await make(file, desk);
  world.stderr.write("The biography goes below the front matter. Stories name the author by the file's name.\n");
}

async function makeTag(wanted: TagWanted, desk: Desk): Promise<void> {
  const { root, registries, world } = desk;
  const path = join(root, TAGS);
  const before = await textOfTags(root);
  const plan = async (tag: TagWanted) => newTag(tag, before, registries);
  const file = await fileOf(wanted, plan, (check, ask) => askTag(wanted, check, ask), NAME, desk);
  // Somebody may have edited it while we asked.
  if ((await textOfTags(root)) !== before) throw new UsageError(`${TAGS} was edited meanwhile; nothing was written.`);
  await replaceWhole(path, file.text);
  world.stdout.write(`${shownPath(path)}\n`);
  world.stderr.write("Stories name the tag by its name, its slug or another word for it.\n");
}

const NAME = {
  name: "a name in quotes",
  slug: "--slug, as no letter of the name can stand in an address",
};

const slugsOf = (all: readonly { readonly slug: string }[]): string[] => all.map(({ slug }) => slug);

/** The file, when all was said or answered; else all that is in its way, in one line. */
async function fileOf<Wanted, Field extends string>(
  wanted: Wanted,
  plan: (wanted: Wanted) => Promise<Outcome<Field>>,
  answers: (check: (wanted: Wanted) => Promise<string | undefined>, ask: Asker) => Promise<Wanted>,
  needs: Readonly<Record<Field, string>>,
  { world: { terminal } }: Desk,
): Promise<NewFile> {
  const told = await plan(wanted);
  // What is wrong is said before anybody answers anything.
  const asks = terminal && told.refused.length === 0;
  const outcome = asks
    ? await plan(await answers(async (one) => (await plan(one)).refused[0], await askerAt(terminal)))
    : told;
  if (outcome.file) return outcome.file;
  const lacks = outcome.missing.map((field) => needs[field]);
  const missing = lacks.length > 0 ? [`Say what is missing: ${lacks.join("; ")}.`] : [];
  throw new UsageError([...outcome.refused, ...missing].join(" "));
}

async function make({ path, text }: NewFile, { root, world }: Desk): Promise<void> {
  const shown = shownPath(join(root, path));
  if (!(await createWhole(join(root, path), text)))
    throw new UsageError(`There is ${shown} already; nothing was written.`);
  world.stdout.write(`${shown}\n`);
}
