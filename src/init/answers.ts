import { basename, resolve } from "node:path";
import { settingsSchema } from "../content/schema/settings.ts";
import { type InterfaceLanguage, interfaceLanguageFor } from "../model/languages.ts";
import { slugFrom } from "../model/slugs.ts";
import { STARTERS, type Starter } from "./starter.ts";

/** What somebody who makes a site is asked. */
export interface Answers {
  readonly title: string;
  readonly tagline: string;
  /** Where the site will stand, without a path. */
  readonly url: string;
  /** BCP 47. */
  readonly language: string;
  /** IANA. */
  readonly timeZone: string;
  readonly publisher: string;
  readonly author: string;
  /** The names of the sections, separated by commas. */
  readonly sections: string;
}

export type Question = keyof Answers;

/** What a machine says of whoever sits at it. */
export interface Machine {
  readonly locale: string;
  readonly timeZone: string;
}

/** The questions, in the order in which they are asked: what is proposed to a later one depends on earlier ones. */
export const QUESTIONS: readonly Question[] = [
  "title",
  "language",
  "tagline",
  "url",
  "timeZone",
  "sections",
  "publisher",
  "author",
];

/** The texts that a site in a language begins with; English where we have none. */
export const starterFor = (language: string): Starter => STARTERS[spokenFor(language)];

const spokenFor = (language: string): InterfaceLanguage => interfaceLanguageFor(language) ?? "en";

/** What is taken for an answer that nobody gives. `folder` is where the site is made. */
export function proposalFor(question: Question, given: Partial<Answers>, folder: string, machine: Machine): string {
  const language = given.language ?? spokenFor(machine.locale);
  const starter = starterFor(language);
  const name = basename(resolve(folder));
  switch (question) {
    case "title":
      return titleFrom(name, starter);
    case "language":
      return language;
    case "tagline":
      return starter.tagline;
    case "url":
      // A name that nobody can own (RFC 2606), until the site has one.
      return `https://${hostLabel(name)}.example`;
    case "timeZone":
      return machine.timeZone;
    case "sections":
      return starter.sections.map((section) => section.name).join(", ");
    case "publisher":
      return given.title ?? titleFrom(name, starter);
    case "author":
      return starter.author.name;
  }
}

/** What is given, and what is proposed for the rest. */
export function withProposals(given: Partial<Answers>, folder: string, machine: Machine): Answers {
  const answers: Partial<Record<Question, string>> = { ...given };
  for (const question of QUESTIONS) answers[question] ??= proposalFor(question, answers, folder, machine);
  return answers as Answers; // its fields are the questions
}

/** "the-daily-bridge" is "The Daily Bridge". */
function titleFrom(folder: string, starter: Starter): string {
  const words = folder.match(/[\p{L}\p{N}\p{M}]+/gu)?.map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return words?.join(" ") ?? starter.tag.name;
}

/** RFC 1035, 2.3.1: letters of English, digits and hyphens. */
const hostLabel = (folder: string): string =>
  (folder.toLowerCase().match(/[a-z0-9]+/g) ?? ["newspaper"]).join("-").slice(0, 60).replace(/-$/, "");

/** The schema's field that an answer will stand in; the others are words for readers, as the title is. */
const FIELDS = { url: "url", language: "language", timeZone: "timeZone" } as const;

/** What is wrong with an answer, as the end of a sentence, and what to do; undefined when it is right. */
export function faultIn(
  question: Question,
  answer: string,
): { readonly what: string; readonly fix: string } | undefined {
  if (question === "sections") return faultInNames(sectionNames(answer));
  const field = settingsSchema.shape[question in FIELDS ? FIELDS[question as keyof typeof FIELDS] : "title"];
  const [issue] = field.safeParse(answer).error?.issues ?? [];
  if (issue?.code === "custom") return { what: issue.message, fix: String(issue.params?.["fix"]) };
  if (issue) throw new Error(`The settings say "${issue.code}" of ${question}, for which there are no words`);
  return question === "author" ? faultInNames([answer]) : undefined;
}

function faultInNames(names: readonly string[]) {
  if (names.length === 0) return { what: "is empty", fix: "Write at least one name." };
  for (const name of names) {
    const fault = faultIn("title", name);
    if (fault) return fault;
    if (!slugFrom(name))
      return { what: `has no letter or digit for an address ("${name}")`, fix: "Write a name that has." };
  }
  return undefined;
}

/** "News, Opinion", or with the commas of Chinese and Arabic. */
export const sectionNames = (written: string): string[] =>
  written
    .split(/[,，、،]/)
    .map((name) => name.trim())
    .filter((name) => name !== "");
