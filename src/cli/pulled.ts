import type { Inbox } from "../moderation/inbox.ts";
import type { ReadExport } from "../moderation/netlify/export.ts";
import type { Pulled } from "../moderation/pull.ts";
import { counted } from "./words.ts";

/** What a pull did, for a person: numbers, and nothing that a reader has written. */
export function pulledInWords(
  { fresh, published, useless }: Pulled,
  read: ReadExport | undefined,
  inbox: Inbox,
): string {
  const withheld = fresh.filter((reply) => reply.withheld.length > 0);
  const kinds = [...new Set(withheld.flatMap((reply) => reply.withheld))].sort().join(", ");
  const long = fresh.filter(({ wasCut }) => wasCut).length;
  const others = read?.ofOtherForms ?? 0;
  const leftOut = [
    ...(useless["no words"] ? [`${useless["no words"].toLocaleString("en")} had no words`] : []),
    ...(useless["no name"] ? [`${useless["no name"].toLocaleString("en")} had no name`] : []),
    ...(useless["a program"] ? [`${counted(useless["a program"], "was", "were")} sent by a program`] : []),
    ...(others ? [`${counted(others, "was", "were")} of another form`] : []),
  ];
  return [
    `${counted(fresh.length, "new reply", "new replies")}, ${inbox.waiting().length.toLocaleString("en")} waiting.`,
    ...(withheld.length > 0 ? [`Taken out of ${counted(withheld.length, "new one")}: ${kinds}.`] : []),
    ...(long > 0 ? [`${counted(long, "new one was", "new ones were")} too long, and cut.`] : []),
    ...(published > 0 ? [`${counted(published, "is", "are")} published already.`] : []),
    ...(leftOut.length > 0 ? [`Left out: ${leftOut.join(", ")}.`] : []),
    "",
  ].join("\n");
}

/** The same for a program, with the ids of the replies. */
export function pulledInJson(
  { fresh, published, useless, failure }: Pulled,
  read: ReadExport | undefined,
  inbox: Inbox,
): string {
  const told = {
    new: fresh.map(({ id }) => id),
    waiting: inbox.waiting().length,
    withheld: fresh.filter((reply) => reply.withheld.length > 0).map(({ id }) => id),
    cut: fresh.filter(({ wasCut }) => wasCut).map(({ id }) => id),
    published,
    leftOut: {
      noWords: useless["no words"],
      noName: useless["no name"],
      program: useless["a program"],
      otherForm: read?.ofOtherForms ?? 0,
    },
    problems: read?.problems ?? [],
    failure: failure?.message ?? null,
  };
  return `${JSON.stringify(told, null, 2)}\n`;
}
