import { stringify } from "yaml";
import { slugFrom } from "../model/slugs.ts";
import { writtenAt } from "../model/time.ts";
import { type Answers, sectionNames, starterFor } from "./answers.ts";
import { plainMarkdown } from "./plain-markdown.ts";
import type { Described, Named } from "./starter.ts";

/** Files by their paths below the site's folder. */
export type Files = Readonly<Record<string, string>>;

/** The content that a newspaper begins with: its settings, an author, a topic, a page about it and a story. */
export function firstContent(answers: Answers, now: number): Files {
  const starter = starterFor(answers.language);
  const { tag, about, story } = starter;
  const author = named(answers.author, [starter.author]);
  const isNewsroom = author.slug === starter.author.slug;
  const sections = sectionNames(answers.sections).map((name): Described => {
    const known = starter.sections.find((section) => section.name === name);
    return known ?? { ...named(name, []), description: starter.sectionDescription(name) };
  });
  const date = writtenAt(now, answers.timeZone);
  const [year, month] = date.split("-");
  const file = `content/articles/${year}/${month}/welcome.md`;
  const url = `/${year}/${month}/welcome/`;
  return {
    "content/settings.yaml": `${SETTINGS_NOTE}\n${yaml(settingsOf(answers, sections, about.title))}`,
    "content/tags.yaml": yaml([tag]),
    [`content/authors/${author.slug}.md`]: isNewsroom
      ? markdown({ name: author.name, type: "organisation" }, starter.biography)
      : markdown({ name: author.name, type: "person" }, starter.biographyOf(plainMarkdown(author.name))),
    "content/pages/about.md": markdown(
      { title: about.title, summary: about.summary(answers.title) },
      about.text(plainMarkdown(answers.title)),
    ),
    [file]: markdown(
      {
        title: story.title,
        summary: story.summary,
        author: author.slug,
        date,
        section: sections[0]?.slug,
        tags: [tag.slug],
      },
      story.text({ url, file }),
    ),
  };
}

const SETTINGS_NOTE =
  "# What the site is. All that can stand here: node_modules/dateline/README.md and the docs beside it.";

function settingsOf(answers: Answers, sections: readonly Described[], about: string): object {
  const { title, tagline, url, language, timeZone, publisher } = answers;
  return {
    title,
    tagline,
    url: new URL(url).origin,
    description: tagline,
    language,
    timeZone,
    publisher: { name: publisher },
    sections,
    navigation: [
      ...sections.map(({ slug, name }) => ({ name, to: `/sections/${slug}/` })),
      { name: about, to: "/about/" },
    ],
  };
}

/** With the slug that is known for the name, or one made from it. */
function named(name: string, known: readonly Named[]): Named {
  const slug = slugFrom(name);
  if (!slug) throw new Error(`No slug can be made from "${name}"`);
  return known.find((one) => one.name === name) ?? { slug, name };
}

/** Each text on one line, however long it is. */
const yaml = (value: unknown): string => stringify(value, { lineWidth: 0 });

const markdown = (frontMatter: object, body: string): string => `---\n${yaml(frontMatter)}---\n\n${body}\n`;
