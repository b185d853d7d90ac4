import { relative } from "node:path";
import { type Answers, faultIn, QUESTIONS, type Question, withProposals } from "../init/answers.ts";
import { engineFor, readManifest } from "../init/engine.ts";
import { InTheWayError, makeSite, refuseWhatIsInTheWay } from "../init/make-site.ts";
import { newSite } from "../init/new-site.ts";
import { hasErrors, printProblems } from "../problems.ts";
import { readOptionsAndFolders } from "./options.ts";
import { EXIT, type ExitCode, UsageError, type World } from "./world.ts";

/** The options that answer a question. */
const OPTIONS: Readonly<Record<Question, string>> = {
  title: "title",
  tagline: "tagline",
  url: "url",
  language: "language",
  timeZone: "time-zone",
  publisher: "publisher",
  author: "author",
  sections: "sections",
};

/** `init`: makes a new site, of which nothing is the engine's, in a folder that holds nothing yet. */
export async function initCommand(args: string[], world: World): Promise<ExitCode> {
  const { options, folders } = readOptionsAndFolders(args, {
    title: { type: "string" },
    tagline: { type: "string" },
    url: { type: "string" },
    language: { type: "string" },
    "time-zone": { type: "string" },
    publisher: { type: "string" },
    author: { type: "string" },
    sections: { type: "string" },
    engine: { type: "string" },
    yes: { type: "boolean", default: false },
  });
  const [folder, ...more] = folders;
  if (folder === undefined) throw new UsageError("Name the folder of the new site: init my-newspaper.");
  if (more.length > 0) throw new UsageError(`Unexpected argument '${more[0]}'; init makes one site.`);
  const given: Partial<Record<Question, string>> = {};
  for (const question of QUESTIONS) {
    const answer = options[OPTIONS[question] as keyof typeof options];
    if (typeof answer !== "string") continue;
    const fault = faultIn(question, answer);
    if (fault) throw new UsageError(`--${OPTIONS[question]} ${fault.what}. ${fault.fix}`);
    given[question] = answer;
  }
  // Before anything is asked.
  await called(refuseWhatIsInTheWay(folder));
  const answers = await answersFor(given, folder, options.yes, world);
  if (!answers) {
    world.stderr.write("Nothing was made.\n");
    return EXIT.cancelled;
  }
  const engine =
    options.engine === undefined
      ? engineFor(folder, readManifest())
      : { spec: options.engine, isOnlyHere: options.engine.startsWith("file:") };
  const files = newSite(folder, answers, engine, world.now());
  const problems = await called(makeSite(folder, files));
  if (problems.length > 0) world.stderr.write(printProblems(problems, Object.keys(files).length, "text"));
  if (hasErrors(problems)) return EXIT.problems;
  world.stdout.write(nextSteps(folder, answers));
  if (engine.isOnlyHere) world.stderr.write(onlyHere(engine.spec));
  return EXIT.done;
}

/** Undefined when whoever was asked ended it. */
async function answersFor(
  given: Partial<Answers>,
  folder: string,
  takesProposals: boolean,
  { terminal }: World,
): Promise<Answers | undefined> {
  const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const machine = { locale, timeZone };
  const missing = QUESTIONS.filter((question) => given[question] === undefined);
  if (takesProposals || missing.length === 0) return withProposals(given, folder, machine);
  if (!terminal) {
    const flags = missing.map((question) => `--${OPTIONS[question]}`).join(", ");
    throw new UsageError(`Nobody can be asked here: give ${flags}, or --yes for what would be proposed.`);
  }
  const { ask } = await import("../init/ask.ts");
  return ask(terminal, given, folder, machine);
}

const called = <Result>(work: Promise<Result>): Promise<Result> =>
  work.catch((error: unknown) => {
    throw error instanceof InTheWayError ? new UsageError(error.message) : error;
  });

function nextSteps(folder: string, { title, url }: Answers): string {
  const steps = [
    ...(relative("", folder) === "" ? [] : [`cd ${/^[\w./-]+$/.test(folder) ? folder : JSON.stringify(folder)}`]),
    "npm install",
    "npm run dev",
  ];
  const isMadeUp = new URL(url).hostname.endsWith(".example");
  return [
    `${title} is in ${folder}. Next:`,
    "",
    ...steps.map((step) => `  ${step}`),
    "",
    "README.md there says the rest.",
    ...(isMadeUp ? ["Write the address it will have into content/settings.yaml before you publish."] : []),
    "",
  ].join("\n");
}

const onlyHere = (spec: string): string =>
  `Note: package.json takes the engine from ${spec}, which only this machine has. For other machines, let "dateline" ` +
  "there name a place that they reach too: a package of your registry, or a git repository.\n";
