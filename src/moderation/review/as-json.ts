import { printable } from "../../content/readers-text.ts";
import { wordsOfPassages } from "../../model/comment-text.ts";
import type { Answered, InContext } from "./context.ts";
import { textOf } from "./reply-file.ts";

/** A reply that waits, for a program, or a person who looks at what a program gets: nothing in it acts on a terminal. */
export const asJson = ({ reply, story, answers, signs }: InContext) => ({
  id: reply.id,
  name: printable(reply.name),
  sent: reply.sent,
  text: textOf(reply),
  /** As it was sent; null beside it for one that is of no story here. */
  address: printable(reply.story),
  story: story ? { file: story.file, headline: story.headline, notOpen: story.notOpen ?? null } : null,
  answers: answers ? answered(answers) : null,
  withheld: reply.withheld.map(printable),
  wasCut: reply.wasCut,
  likelySpam: signs,
});

/** The newest: a thread may have thousands, and thousands may wait to answer it. */
const ANSWERS = 20;

function answered(answers: Answered) {
  switch (answers.kind) {
    case "gone":
      return { state: answers.kind, why: answers.why };
    case "waiting":
      return { state: answers.kind, id: answers.to.id };
    case "published":
      return {
        state: answers.kind,
        id: answers.to.id,
        thread: [answers.head, ...answers.answers.slice(-ANSWERS)].map(({ id, name, date, text }) => ({
          id,
          name: printable(name),
          date: date.iso,
          text: wordsOfPassages(text),
        })),
      };
  }
}
