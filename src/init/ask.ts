import type { Readable, Writable } from "node:stream";
import { isCancel, type Option, select, text } from "@clack/prompts";
import { INTERFACE_LANGUAGES } from "../model/languages.ts";
import { type Answers, faultIn, type Machine, proposalFor, QUESTIONS, type Question } from "./answers.ts";

const ASKED: Readonly<Record<Question, string>> = {
  title: "What is the newspaper called?",
  language: "In which language is it written?",
  tagline: "What stands under its name?",
  url: "Where will it stand? (An address that you can change later)",
  timeZone: "In which time zone is it made?",
  sections: "Which sections has it? (Names, with commas between them)",
  publisher: "Who publishes it?",
  author: "Who writes the first stories?",
};

/** Where somebody can be asked. */
export interface Terminal {
  readonly input: Readable;
  readonly output: Writable;
}

/** Asks for every answer that is not given yet. Undefined when whoever is asked does not want to go on. */
export async function ask(
  terminal: Terminal,
  given: Partial<Answers>,
  folder: string,
  machine: Machine,
): Promise<Answers | undefined> {
  const answers: Partial<Record<Question, string>> = { ...given };
  for (const question of QUESTIONS) {
    if (answers[question] !== undefined) continue;
    const proposal = proposalFor(question, answers, folder, machine);
    const answer = await (question === "language"
      ? askLanguage(terminal, proposal)
      : askText(terminal, question, proposal));
    if (isCancel(answer)) return undefined;
    answers[question] = answer;
  }
  return answers as Answers; // its fields are the questions
}

function askLanguage(terminal: Terminal, initialValue: string) {
  const options = INTERFACE_LANGUAGES.map((value): Option<string> => {
    const label = new Intl.DisplayNames(value, { type: "language" }).of(value) ?? value;
    return { value, label };
  });
  return select<string>({ ...terminal, message: ASKED.language, options, initialValue });
}

/** An empty answer takes what is proposed. */
function askText(terminal: Terminal, question: Question, proposal: string) {
  const validate = (answer: string | undefined) => {
    const fault = faultIn(question, answer || proposal);
    return fault && `This ${fault.what}. ${fault.fix}`;
  };
  return text({ ...terminal, message: ASKED[question], placeholder: proposal, defaultValue: proposal, validate });
}
