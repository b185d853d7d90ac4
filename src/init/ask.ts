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

/** Asks at the terminal for every answer that is not given yet. Undefined when whoever is asked does not want to. */
export async function ask(
  given: Partial<Answers>,
  folder: string,
  machine: Machine,
): Promise<Partial<Answers> | undefined> {
  const answers: Partial<Record<Question, string>> = { ...given };
  for (const question of QUESTIONS) {
    if (answers[question] !== undefined) continue;
    const proposal = proposalFor(question, answers, folder, machine);
    const answer = question === "language" ? await askLanguage(proposal) : await askText(question, proposal);
    if (isCancel(answer)) return undefined;
    answers[question] = answer;
  }
  return answers;
}

function askLanguage(initialValue: string) {
  const options = INTERFACE_LANGUAGES.map((value): Option<string> => {
    const label = new Intl.DisplayNames(value, { type: "language" }).of(value) ?? value;
    return { value, label };
  });
  return select<string>({ message: ASKED.language, options, initialValue });
}

/** An empty answer takes what is proposed. */
function askText(question: Question, proposal: string) {
  const validate = (answer: string | undefined) => {
    const fault = faultIn(question, answer || proposal);
    return fault && `This ${fault.what}. ${fault.fix}`;
  };
  return text({ message: ASKED[question], placeholder: proposal, defaultValue: proposal, validate });
}
