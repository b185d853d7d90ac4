import { basename, dirname } from "node:path/posix";
import fc from "fast-check";
import {
  authorFile,
  type Block,
  MISTAKES,
  type Mistake,
  type Newspaper,
  pageFile,
  type Story,
  storyFile,
} from "./newspaper.ts";

/**
 * Something that an editor does. `which`, `to` and `more` choose, modulo what there is, so that an edit means something
 * in every newspaper and stays when those before it are taken out.
 */
export interface Edit {
  readonly does: keyof typeof EDITS;
  readonly which: number;
  readonly to: number;
  readonly more: number;
}

type Choice = Pick<Edit, "which" | "to" | "more">;

function pick<Item>(items: readonly Item[], number: number): Item {
  if (items.length === 0) throw new RangeError("Nothing to choose from");
  // Within the list; what stands there may be undefined.
  return items[number % items.length] as Item;
}

const SLUGS = ["bridge", "ferry-2", "华为", "große-brücke", "мост", "ponte-é", "tide"];
const DATES = [
  "2026-05-19T09:30",
  "2026-05-10",
  "2026-05-10T23:30Z",
  "2026-04-30T08:00",
  "2026-05-19T09:30",
  "2025-12-31T22:00",
  "2026-01-01T00:30",
  "2024-02-29",
  "2026-06-15T12:00",
  "2027-01-02T07:00",
];
const TITLES = [
  "First cars cross",
  "A bridge: <open> & free",
  'They said "no"',
  "华为 in the dock",
  "First cars cross",
];
const WORDS = [
  "The bridge is open.",
  'They said "it\'s done" -- and left...',
  "One note.[^1]\n\n[^1]: And what it says.",
  "- one\n- two\n\n> A quotation.",
  "| a | b |\n|---|---|\n| 1 | 2 |",
  "Read [about us](/about/), [news](/sections/news/) and `code`.",
  "[A film of it](https://youtu.be/aBcDeFgHiJk)\n\nhttps://social.example/@ann/113456789012345678",
];
const REPLIES = [
  "I saw it *too*.",
  "> It is so.\n\nIs it?",
  "See https://ferries.example/?a=1&b=2.",
  "不是这样的。".repeat(300),
  "<b>No.</b>",
];
const HEADINGS = ["The start", "The end", "华为", "The start"];
const NAMES = ["Ann Example", "Bo O'Hara", "李雷", "Ann Example-Jones", "Éva & Co"];
const TAG_NAMES = ["Ferries", "Belt & Road", "华为", "C++", "Boats that come back"];
const TITLES_OF_SITE = ["The Courier", "Harbour & Shore", "信使"];
const NAVIGATION = ["/sections/news/", "/about/", "/tags/", "/authors/", "/latest/"];

const EDITS = {
  "writes a story": (paper: Newspaper, { which, to, more }: Choice): string => {
    const story: Story = {
      slug: pick(SLUGS, which),
      date: pick(DATES, to),
      title: pick(TITLES, more),
      summary: pick(WORDS, 0),
      authors: [pick(paper.authors, which).slug],
      section: pick(paper.settings.sections, more).slug,
      tags: paper.tags.filter((_tag, index) => (more >> index) % 2 === 0).map(({ slug }) => slug),
      draft: more % 7 === 6,
      body: [words(to), ...(more % 3 === 0 ? [words(which), heading(which), words(more), heading(to)] : [])],
    };
    settle(paper, story);
    paper.stories.push(story);
    return `${storyFile(story)} is written${story.draft ? ", a draft" : ""}, dated ${story.date}`;
  },
  "edits a text": story((story, { to, more }) => {
    if (more % 3 === 0) story.body.push(words(to));
    else if (more % 3 === 1) story.body.unshift(heading(to));
    else story.body = [words(to), ...story.body.slice(1)];
    return "has another text";
  }),
  "changes a headline": story((story, { to }) => {
    story.title = pick(TITLES, to);
    return `is called ${story.title}`;
  }),
  "changes a standfirst": story((story, { to }) => {
    story.summary = `${pick(TITLES, to)} again.`;
    return "has another standfirst";
  }),
  "changes the tags": story((story, { to, more }, paper) => {
    // By the slug, the name or an alias.
    const word = ({ slug, name, aliases }: Newspaper["tags"][number]) => pick([slug, name, ...aliases], more);
    story.tags = paper.tags.filter((_tag, index) => (to >> index) % 2 === 0).map(word);
    return `has the tags ${story.tags.join(", ")}`;
  }),
  "changes the date": story((story, { to }, paper) => {
    const before = storyFile(story);
    story.date = pick(DATES, to);
    settle(paper, story);
    follow(paper, before, storyFile(story));
    return `is dated ${story.date} and moves to ${storyFile(story)}`;
  }),
  "changes the authors": story((story, { to, more }, paper) => {
    story.authors = [...new Set([pick(paper.authors, to).slug, pick(paper.authors, more).slug])];
    return `is by ${story.authors.join(" and ")}`;
  }),
  "changes the section": story((story, { to }, paper) => {
    story.section = pick(paper.settings.sections, to).slug;
    return `goes to ${story.section}`;
  }),
  "updates a story": story((story, { to }) => {
    story.updated = pick([undefined, story.date.slice(0, 10), "2027-03-02"], to);
    return `was updated ${story.updated ?? "never"}`;
  }),
  "lets a story expire, or not": story((story, { to }) => {
    story.expires = pick([undefined, "2026-05-25T12:00", "2026-06-20", "2027-06-01"], to);
    return `expires ${story.expires ?? "never"}`;
  }),
  "corrects a story": story((story, { to }) => {
    story.corrections = [...(story.corrections ?? []), `Not "${pick(NAMES, to)}".`].slice(-2);
    return `is corrected: ${story.corrections.at(-1)}`;
  }),
  "takes a story back, or not": story((story, { to }) => {
    story.retracted = story.retracted ? undefined : pick(TITLES, to);
    return story.retracted ? "is retracted" : "is retracted no more";
  }),
  "puts a story into a series, or takes it out": story((story, { to }, paper) => {
    story.series = pick([undefined, ...paper.series.map(({ slug }) => slug)], to);
    return `is of the series ${story.series ?? "none"}`;
  }),
  "has a story paid for, or not": story((story, { to }) => {
    story.sponsored = pick([undefined, "Bridges & Sons", "Ferries Ltd"], to);
    return `is paid for by ${story.sponsored ?? "nobody"}`;
  }),
  "plans the front page": (paper: Newspaper, { which, to, more }: Choice): string => {
    if (paper.stories.length === 0) return NOTHING;
    const [lead, second] = [which, to].map((number) => storyFile(pick(paper.stories, number)));
    const order = second && second !== lead ? [second] : [];
    const until = pick(["2026-05-20", "2026-06-10T06:00", "2027-02-01"], more);
    paper.front = { lead: more % 4 === 0 ? undefined : lead, order, banner: pick([undefined, "Closed!"], to), until };
    return `the front page is led by ${paper.front.lead} until ${until}, then ${order}, and says ${paper.front.banner}`;
  },
  "gives a topic a timeline, or takes it away": (paper: Newspaper, { which }: Choice): string => {
    const tag = pick(paper.tags, which);
    tag.timeline = !tag.timeline;
    return `the tag ${tag.slug} has ${tag.timeline ? "a" : "no"} timeline`;
  },
  "renames a series": (paper: Newspaper, { which, to }: Choice): string => {
    const one = pick(paper.series, which);
    one.name = pick(TAG_NAMES, to);
    return `the series ${one.slug} is called ${one.name}`;
  },
  "makes a draft of it, or not": story((story) => {
    story.draft = !story.draft;
    return story.draft ? "is a draft" : "is a draft no more";
  }),
  "tells it live": story((story, { to }) => {
    // A heading without a time would be a mistake.
    story.body = story.body.filter(({ kind }) => kind !== "heading");
    const count = (story.posts?.count ?? 0) + 1;
    story.posts = pick([{ count, isOn: true }, { count, isOn: true }, { count, isOn: false }, undefined], to);
    return story.posts ? `has ${count} posts, and is ${story.posts.isOn ? "live" : "over"}` : "is not told live";
  }),
  "changes the contents list": story((story, { to }) => {
    story.contents = pick([undefined, true, false], to);
    return `has contents: ${story.contents}`;
  }),
  "opens a story for replies, or closes it": story((story, { to }) => {
    story.comments = pick(["open", undefined, "closed", "off"] as const, to);
    return `says of replies: ${story.comments}`;
  }),
  "approves replies": story((story, { to, more }) => {
    const before = story.replies ?? [];
    const threads = before.filter(({ replyTo }) => replyTo === undefined);
    const replyTo = more % 2 === 1 && threads.length > 0 ? pick(threads, to).id : undefined;
    // Now and then so many that they do not all stand under the story.
    const fresh = Array.from({ length: more % 3 === 0 ? 45 : 1 }, (_, index) => {
      const number = Number(before.at(-1)?.id.slice(1) ?? 0) + 1 + index;
      return { id: `r${number}`, name: pick(NAMES, to), text: pick(REPLIES, number + more), replyTo };
    });
    story.replies = [...before, ...fresh];
    return `has ${fresh.length} more ${replyTo ? `replies to ${replyTo}` : "replies"}`;
  }),
  "shortens a reply": story((story, { to }) => {
    if (!story.replies?.length) return "has no reply";
    const reply = pick(story.replies, to);
    reply.text = `${reply.text.split(" ")[0]} […]`;
    return `has a shorter reply ${reply.id}`;
  }),
  "takes a reply away": story((story, { to }) => {
    if (!story.replies?.length) return "has no reply";
    const { id } = pick(story.replies, to);
    story.replies = story.replies.filter((reply) => reply.id !== id && reply.replyTo !== id);
    return `is without the reply ${id} and the answers to it`;
  }),
  "renames a story": story((story, { to, more }, paper) => {
    const before = storyFile(story);
    story.slug = pick(SLUGS, to);
    settle(paper, story);
    if (more % 4 > 0) follow(paper, before, storyFile(story));
    return `is renamed to ${storyFile(story)}${more % 4 > 0 ? "" : ", and links to it are forgotten"}`;
  }),
  "deletes a story": story((story, { more }, paper) => {
    paper.stories.splice(paper.stories.indexOf(story), 1);
    if (more % 4 > 0) unlink(paper, storyFile(story));
    return `is deleted${more % 4 > 0 ? "" : ", and links to it are forgotten"}`;
  }),
  "links to a story": story((story, { to }, paper) => {
    const target = storyFile(pick(paper.stories, to));
    story.body.push({ kind: "link", to: target });
    return `links to ${target}`;
  }),
  "shows a picture": story((story, { to, more }, paper) => {
    const name = pick(["bridge.svg", "sea.png"], to);
    paper.pictures[`${dirname(storyFile(story))}/${name}`] ??= more;
    if (more % 2 === 0) story.cover = name;
    else story.body.push({ kind: "picture", text: name });
    return `shows ${name}${more % 2 === 0 ? " as its cover" : ""}`;
  }),
  "takes pictures out": story((story) => {
    story.cover = undefined;
    story.body = story.body.filter(({ kind }) => kind !== "picture");
    return "shows no picture";
  }),
  "replaces a picture": (paper: Newspaper, { which, to }: Choice): string => {
    const paths = Object.keys(paper.pictures);
    if (paths.length === 0) return NOTHING;
    const path = pick(paths, which);
    paper.pictures[path] = (paper.pictures[path] ?? 0) + 1 + (to % 3);
    return `${path} is another picture`;
  },
  "removes a picture": (paper: Newspaper, { which }: Choice): string => {
    const paths = Object.keys(paper.pictures);
    if (paths.length === 0) return NOTHING;
    const path = pick(paths, which);
    delete paper.pictures[path];
    return `${path} is removed`;
  },
  "makes a mistake": story((story, { to }) => {
    story.mistake = pick(Object.keys(MISTAKES) as Mistake[], to);
    return `has ${story.mistake}`;
  }),
  "mends all mistakes": (paper: Newspaper): string => {
    for (const story of paper.stories) story.mistake = undefined;
    return "all mistakes in front matter are mended";
  },
  "adds an author": (paper: Newspaper, { to }: Choice): string => {
    const slug = pick(["cy", "李雷", "dee"], to);
    if (paper.authors.some((author) => author.slug === slug)) return NOTHING;
    paper.authors.push({ slug, name: pick(NAMES, to), biography: pick(WORDS, to) });
    return `${authorFile({ slug })} is written`;
  },
  "deletes an author who wrote nothing": (paper: Newspaper, { which }: Choice): string => {
    const idle = paper.authors.filter(({ slug }) => !paper.stories.some(({ authors }) => authors.includes(slug)));
    if (idle.length === 0 || paper.authors.length === 1) return NOTHING;
    const gone = pick(idle, which);
    paper.authors.splice(paper.authors.indexOf(gone), 1);
    return `${authorFile(gone)} is deleted`;
  },
  "renames an author": author((author, { to }) => {
    author.name = pick(NAMES, to);
    return `is called ${author.name}`;
  }),
  "edits a biography": author((author, { to }) => {
    author.biography = pick(WORDS, to);
    return "has another biography";
  }),
  "gives an author a picture": author((author, { to, more }, paper) => {
    author.picture = pick([undefined, `${author.slug}.svg`, `${author.slug}.png`], to);
    if (author.picture) paper.pictures[`authors/${author.picture}`] ??= more;
    return `has ${author.picture ?? "no picture"}`;
  }),
  "adds a tag": (paper: Newspaper, { to }: Choice): string => {
    const slug = pick(["ports", "港口"], to);
    if (paper.tags.some((tag) => tag.slug === slug)) return NOTHING;
    paper.tags.push({ slug, name: `All ${slug}`, aliases: [] });
    return `the tag ${slug} is new`;
  },
  "renames a tag": (paper: Newspaper, { which, to }: Choice): string => {
    const tag = pick(paper.tags, which);
    tag.name = pick(TAG_NAMES, to);
    return `the tag ${tag.slug} is called ${tag.name}`;
  },
  "gives a tag another alias": (paper: Newspaper, { which, to }: Choice): string => {
    const tag = pick(paper.tags, which);
    tag.aliases = pick([[], [`${tag.slug} too`], [`别-${tag.slug}`, "BRI"]], to);
    return `the tag ${tag.slug} has the aliases ${tag.aliases.join(", ")}`;
  },
  "renames the newspaper": settings(({ title }, { to }) => ({ title: pick(TITLES_OF_SITE, to), tagline: title })),
  "changes how many pictures are drawn": settings((_now, { to }) => ({ socialCards: pick([4, 0, 3], to) })),
  "changes the size of pages": settings((_now, { to }) => ({ pageSize: pick([2, 3, 1], to) })),
  "changes the menu": settings((_now, { to }) => ({
    navigation: NAVIGATION.filter((_item, index) => (to >> index) % 2 === 0),
  })),
  "changes the time zone": settings((_now, { to }) => ({
    timeZone: pick(["Europe/London", "Asia/Shanghai", "Pacific/Auckland", "America/New_York"], to),
  })),
  "changes the language": settings((_now, { to }) => ({ language: pick(["en-GB", "de", "zh-Hans", "en-US"], to) })),
  "shows drafts on previews, or not": settings(({ previewDrafts }) => ({ previewDrafts: !previewDrafts })),
  "lets stories be read offline, or not": settings(({ offlineReading }) => ({ offlineReading: !offlineReading })),
  "trusts other hosts with its readers, or none": settings((_now, { to }) => ({
    embeds: pick(["[]", "[social.example]", "false"], to),
  })),
  "changes who may reply": settings((_now, { to }) => ({
    comments: pick(["{ stories: open }", "{ stories: open, closeAfter: 12 }", "{ stories: closed }", "{}"], to),
  })),
  "offers a newsletter, or none": settings((_now, { to }) => ({
    newsletter: pick([undefined, "https://letters.example/in", "https://post.example/"], to),
  })),
  "changes the sections": settings(({ sections }, { to, more }) => ({
    sections: sections
      .map((section, index) => (index === to % sections.length ? { ...section, name: pick(TAG_NAMES, more) } : section))
      .reverse(),
  })),
  "edits a page": (paper: Newspaper, { to, more }: Choice): string => {
    const page = pick(paper.pages, 0);
    page.title = pick(["About", "About us", "关于"], to);
    page.body = pick(WORDS, more);
    return `${pageFile(page)} is called ${page.title}`;
  },
  "adds a page, or takes it away": (paper: Newspaper, { to }: Choice): string => {
    const slug = "impressum";
    const there = paper.pages.findIndex((page) => page.slug === slug);
    if (there >= 0) paper.pages.splice(there, 1);
    else paper.pages.push({ slug, title: pick(TITLES, to), body: pick(WORDS, to) });
    return `${pageFile({ slug })} is ${there >= 0 ? "deleted" : "written"}`;
  },
};

const NOTHING = "nothing is there to be edited";

const words = (number: number): Block => ({
  kind: "words",
  // Two notes of one name would be a mistake.
  text: pick(WORDS, number).replaceAll("[^1]", `[^${number}]`),
});
const heading = (number: number): Block => ({ kind: "heading", text: pick(HEADINGS, number) });

/** An edit of a story that is there. The words that it gives come after the story's file. */
function story(edit: (story: Story, choice: Choice, paper: Newspaper) => string) {
  return (paper: Newspaper, choice: Choice): string => {
    if (paper.stories.length === 0) return NOTHING;
    const chosen = pick(paper.stories, choice.which);
    const file = storyFile(chosen);
    return `${file} ${edit(chosen, choice, paper)}`;
  };
}

function author(edit: (author: Newspaper["authors"][number], choice: Choice, paper: Newspaper) => string) {
  return (paper: Newspaper, choice: Choice): string => {
    const chosen = pick(paper.authors, choice.which);
    return `${authorFile(chosen)} ${edit(chosen, choice, paper)}`;
  };
}

function settings(edit: (now: Newspaper["settings"], choice: Choice) => Partial<Newspaper["settings"]>) {
  return (paper: Newspaper, choice: Choice): string => {
    const changed = edit(paper.settings, choice);
    Object.assign(paper.settings, changed);
    return `the settings say ${JSON.stringify(changed)}`;
  };
}

/** Gives a story a name that is free in its folder, and takes its pictures there. */
function settle(paper: Newspaper, story: Story): void {
  const isTaken = () => paper.stories.some((other) => other !== story && storyFile(other) === storyFile(story));
  for (let number = 2; isTaken(); number++) story.slug = `${story.slug.replace(/-\d+$/, "")}-${number}`;
  const names = [story.cover, ...story.body.map((block) => (block.kind === "picture" ? block.text : undefined))];
  for (const path of Object.keys(paper.pictures)) {
    if (names.includes(basename(path))) paper.pictures[`${dirname(storyFile(story))}/${basename(path)}`] ??= 1;
  }
}

/** Mends the links to a file that has moved. */
function follow(paper: Newspaper, from: string, to: string): void {
  const { lead, order } = paper.front;
  paper.front = {
    ...paper.front,
    lead: lead === from ? to : lead,
    order: order.map((file) => (file === from ? to : file)),
  };
  for (const story of paper.stories) {
    story.body = story.body.map((block) => (block.kind === "link" && block.to === from ? { ...block, to } : block));
  }
}

function unlink(paper: Newspaper, file: string): void {
  const { lead, order } = paper.front;
  paper.front = { ...paper.front, lead: lead === file ? undefined : lead, order: order.filter((one) => one !== file) };
  for (const story of paper.stories)
    story.body = story.body.filter((block) => block.kind !== "link" || block.to !== file);
}

/** Does an edit; says in an editor's words what has changed. */
export const doEdit = (paper: Newspaper, { does, ...choice }: Edit): string => EDITS[does](paper, choice);

const number = fc.nat({ max: 20 });

export const anyEdit: fc.Arbitrary<Edit> = fc.record({
  does: fc.constantFrom(...(Object.keys(EDITS) as (keyof typeof EDITS)[])),
  which: number,
  to: number,
  more: number,
});

/** What every newspaper begins as; its stories are written by edits. */
export const FIRST: Newspaper = {
  settings: {
    title: "The Example Courier",
    tagline: "News of bridges",
    language: "en-GB",
    timeZone: "Europe/London",
    pageSize: 2,
    socialCards: 4,
    previewDrafts: true,
    offlineReading: true,
    embeds: "[]",
    comments: "{ stories: open }",
    navigation: ["/sections/news/"],
    sections: [
      { slug: "news", name: "News", description: "What happened." },
      { slug: "views", name: "Views", description: 'What "we" think.' },
    ],
  },
  tags: [
    { slug: "ferries", name: "Ferries", aliases: ["Boats"] },
    { slug: "huawei", name: "华为", aliases: [] },
  ],
  authors: [
    { slug: "ann", name: "Ann Example", biography: "Ann writes." },
    { slug: "bo", name: "Bo", biography: "" },
  ],
  series: [
    { slug: "trips", name: "Trips" },
    { slug: "bridges", name: "All bridges" },
  ],
  front: { order: [], until: "2026-06-10T06:00" },
  stories: [],
  pages: [{ slug: "about", title: "About", body: "About us." }],
  pictures: {},
};

/** A newspaper of two to eight stories. */
export const anyNewspaper: fc.Arbitrary<Newspaper> = fc
  .array(fc.record({ which: number, to: number, more: number }), { minLength: 2, maxLength: 8 })
  .map((stories) => {
    const paper = structuredClone(FIRST);
    for (const [which, choice] of stories.entries()) {
      EDITS["writes a story"](paper, choice);
      if (choice.to % 2 === 0) EDITS["shows a picture"](paper, { ...choice, which });
    }
    return paper;
  });
