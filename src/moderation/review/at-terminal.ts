import type { InContext } from "./context.ts";
import type { Edit } from "./editor.ts";
import { inWords, line } from "./in-words.ts";
import { textOf } from "./reply-file.ts";
import type { Review } from "./review.ts";
import { shortened } from "./shorten.ts";
import type { Site } from "./stories.ts";

/** How a person is shown replies and asked about them. */
export interface Moderator {
  say(text: string): void;
  /** Undefined when they would rather not go on (Ctrl-C, Escape). */
  choose(message: string, choices: Choice[]): Promise<string | undefined>;
  readonly edit: Edit;
}

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

/** Goes through what waits, one reply at a time, until the end or as long as the moderator likes. */
export async function reviewAtTerminal(
  review: Review,
  site: Site,
  moderator: Moderator,
): Promise<"ended" | "cancelled"> {
  const queue = review.queue();
  for (const [index, { reply }] of queue.entries()) {
    const count = queue.length === 1 ? "" : `${index + 1} of ${queue.length}: `;
    const next = await decideOn(reply.id, count, review, site, moderator);
    if (next !== "next") return next;
  }
  return "ended";
}

async function decideOn(
  id: string,
  count: string,
  review: Review,
  site: Site,
  moderator: Moderator,
): Promise<"next" | "ended" | "cancelled"> {
  let text: string | undefined;
  for (;;) {
    const context = review.inContext(id);
    if (!context) return "next";
    const own = textOf(context.reply);
    moderator.say(`\n${inWords(context, text ?? own, site)}\n`);
    const choice = await moderator.choose(
      `${count}${line(context.reply.name)}`,
      choicesFor(context, text !== undefined),
    );
    switch (choice) {
      case undefined:
        return "cancelled";
      case "stop":
        return "ended";
      case "skip":
        return "next";
      case "reject":
      case "spam":
        await review.reject(id, choice === "spam" ? "spam" : "rejected");
        return "next";
      case "approve": {
        const made = await review.approve(id, text);
        if (!("refused" in made)) return "next";
        moderator.say(`It was not approved. ${line(made.refused)}\n`);
        break;
      }
      case "shorten": {
        const edited = await moderator.edit(id, text ?? own);
        const made = "refused" in edited ? edited : shortened(own, edited.text);
        if ("refused" in made) moderator.say(`It was not shortened. ${line(made.refused)}\n`);
        else text = made.text;
      }
    }
  }
}

function choicesFor({ story }: InContext, isShortened: boolean): Choice[] {
  const toStory: Choice[] = [
    { value: "approve", label: isShortened ? "Approve as shortened" : "Approve" },
    { value: "shorten", label: "Shorten", hint: "takes words out, and marks where" },
  ];
  return [
    ...(story ? toStory : []),
    { value: "reject", label: "Reject" },
    { value: "spam", label: "Spam" },
    { value: "skip", label: "Skip", hint: "it waits on" },
    { value: "stop", label: "Stop", hint: "publishes what was approved" },
  ];
}
