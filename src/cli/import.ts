import { basename, dirname, join } from "node:path";
import { suggestion } from "../content/did-you-mean.ts";
import { ExportError } from "../import/export-error.ts";
import { needsPerson } from "../import/findings.ts";
import { FORMATS } from "../import/formats.ts";
import { importSite, type ProposedMap } from "../import/import.ts";
import { againLines, tallyLines } from "../import/report.ts";
import { printProblems } from "../problems.ts";
import { WORK } from "../site/usual.ts";
import { readOptionsAndFolders } from "./options.ts";
import { counted } from "./words.ts";
import { EXIT, type ExitCode, UsageError, type World } from "./world.ts";

/** `import`: moves an old site into the content folder, and says what needs a person. */
export async function importCommand(args: string[], world: World): Promise<ExitCode> {
  const { options, folders } = readOptionsAndFolders(args, {
    content: { type: "string", default: "content" },
    media: { type: "string" },
    map: { type: "string" },
    url: { type: "string" },
    yes: { type: "boolean", default: false },
  });
  const [format, path, unexpected] = folders;
  const takes = (name: string) => `dateline import ${name} ${FORMATS[name]?.takes}`;
  if (format === undefined)
    throw new UsageError(`Say what to import: ${Object.keys(FORMATS).map(takes).join(", or ")}.`);
  if (!Object.hasOwn(FORMATS, format)) {
    throw new UsageError(`There is no format "${format}". ${suggestion(format, Object.keys(FORMATS), "")}`);
  }
  if (path === undefined) throw new UsageError(`Name the export: ${takes(format)}.`);
  if (unexpected !== undefined) throw new UsageError(`Unexpected argument '${unexpected}'.`);
  const map = options.map ?? join(dirname(path), "import-map.yaml");
  const report = join(dirname(map), "import-report.md");
  const stop = world.stopSignal();
  const isTerminal = world.stderr.isTTY === true && process.stdin.isTTY === true;
  const terminal = isTerminal ? (await import("./import-at-terminal.ts")).importAtTerminal() : undefined;
  try {
    const result = await importSite({
      format,
      path,
      content: options.content,
      media: options.media,
      url: oldAddress(options.url),
      map,
      report,
      work: WORK,
      now: world.now(),
      stop,
      goOn: async (proposed) => options.yes || ((await terminal?.askToGoOn(proposal(proposed))) ?? false),
      progress: terminal?.progress ?? (() => {}),
    });
    terminal?.done();
    if (result.kind === "proposed") {
      world.stdout.write(proposal(result.proposed));
      return EXIT.done;
    }
    const open = result.findings.filter((finding) => needsPerson(finding)).length;
    const rest = open === 0 ? "Nothing needs a person." : `${counted(open, "place needs", "places need")} a person.`;
    world.stdout.write(
      `${[...tallyLines(result.tally), ...againLines(result.tally)].join("\n")}\n${rest} The report is ${report}.\n`,
    );
    return EXIT.done;
  } catch (error) {
    terminal?.done();
    if (error instanceof ExportError) {
      world.stderr.write(printProblems(error.problems, 1, "text").replace(/\n[^\n]*\n$/, "\nNothing was imported.\n"));
      return EXIT.problems;
    }
    if (stop.aborted && error === stop.reason) {
      world.stderr.write("Stopped. What is written is whole; run the same command again to go on.\n");
      return EXIT.couldNot;
    }
    throw error;
  }
}

function oldAddress(written: string | undefined): string | undefined {
  if (written === undefined || /^https?:\/\/[^/]+/i.test(written)) return written;
  throw new UsageError(`--url is where the old site stood, such as https://old.example, and not "${written}".`);
}

const proposal = ({ file, sections, tags, authors }: ProposedMap): string =>
  `${file} says what would become of the old categories, tags and authors:\n` +
  `${counted(sections, "section")}, ${counted(tags, "tag")}, ${counted(authors, "author")}. ` +
  `Read ${basename(file)}, mend it, and run the same command again (or at once with --yes). Nothing is imported yet.\n`;
