import { printable } from "../../content/readers-text.ts";
import type { Comment } from "../../model/comment.ts";
import { wordsOfPassages } from "../../model/comment-text.ts";
import { momentAt, printShort } from "../../model/time.ts";
import { visible } from "../../problems.ts";
import type { Waiting } from "../inbox.ts";
import type { Answered, InContext, StoryInContext } from "./context.ts";
import type { Site } from "./stories.ts";

/** Of the answers in a thread, the newest are shown, and so much of each. */
const ANSWERS = 3;
const CHARACTERS = 300;

/**
 * A reply with its context, as lines for a terminal. Of what readers wrote nothing is printed that is not a letter to be
 * seen: no escape sequence reaches the terminal. `text` is the reply's own, or what it was shortened to.
 */
export function inWords({ reply, story, answers, signs }: InContext, text: string, site: Site): string {
  const lines = [
    ...storyLines(story, reply, site),
    ...(answers ? threadLines(answers, site) : []),
    "",
    `${line(reply.name)}, ${timeOf(Date.parse(reply.sent), site)}`,
    ...(signs.length > 0 ? [`Likely spam: it ${line(signs.join(", it "))}.`] : []),
    ...(reply.withheld.length > 0 ? [`Taken out when it came: ${line(reply.withheld.join(", "))}.`] : []),
    ...(reply.wasCut ? ["It was longer than a reply may be, and ends where that was reached."] : []),
    "",
    ...indented(text, "  "),
  ];
  return `${lines.join("\n")}\n`;
}

function storyLines(story: StoryInContext | undefined, reply: Waiting, { registries }: Site): string[] {
  if (!story) {
    const to = reply.replyTo === undefined ? "" : ` It names a reply "${line(reply.replyTo)}" there.`;
    return [`To ${line(reply.story)}, where no story of this site is or was: it cannot be approved.${to}`];
  }
  const closed = story.notOpen === undefined ? [] : [`The story ${story.notOpen}.`];
  return [`To "${line(story.headline)}" (${line(`${registries.shownRoot}/${story.file}`)})`, ...closed];
}

function threadLines(answers: Answered, site: Site): string[] {
  switch (answers.kind) {
    case "gone":
      return [`${answers.why} It would be a reply to the story.`];
    case "waiting": {
      const { id, name, text } = answers.to;
      return [`It answers "${line(id)}" by ${line(name)}, which waits too:`, ...indented(shortOf(text), "  > ")];
    }
    case "published": {
      const { to, head, answers: others } = answers;
      const hidden = others.length - ANSWERS;
      return [
        to === head ? "It answers:" : `It answers ${line(to.name)}, in the thread of ${line(head.name)}:`,
        ...published(head, "  > ", site),
        ...(hidden > 0 ? [`    > … ${hidden} earlier ${hidden === 1 ? "answer" : "answers"}`] : []),
        ...others.slice(-ANSWERS).flatMap((answer) => published(answer, "    > ", site)),
      ];
    }
  }
}

const published = ({ name, date, text }: Comment, before: string, site: Site): string[] => [
  `${before}${line(name)}, ${timeOf(date.epochMs, site)}`,
  ...indented(shortOf(wordsOfPassages(text)), before),
];

const shortOf = (text: string): string =>
  text.length > CHARACTERS ? `${text.slice(0, CHARACTERS).toWellFormed()}…` : text;

/** One line of words that somebody else wrote. */
export const line = (words: string): string => visible(printable(words).replace(/\s+/g, " "));

const indented = (text: string, before: string): string[] =>
  printable(text)
    .split("\n")
    .map((one) => `${before}${visible(one)}`.trimEnd());

function timeOf(epochMs: number, { registries }: Site): string {
  const { timeZone } = registries.settings;
  return printShort(momentAt(epochMs, timeZone), timeZone, "en-GB").words;
}
