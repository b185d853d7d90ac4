import { visible } from "../problems.ts";
import { ForgetError } from "../site/forget-error.ts";
import { ManifestError } from "../site/manifest/manifest.ts";
import { ForeignFolderError } from "../site/output-folder.ts";
import { failureInWords } from "../site/publish/failure-words.ts";
import { RollbackError } from "../site/publish/rollback-error.ts";
import { PortError } from "../site/serve.ts";
import { JoinError } from "../site/shards.ts";
import { EXIT, type ExitCode, UsageError, type World } from "./world.ts";

type Command = (args: string[], world: World) => Promise<ExitCode>;

/** Each command loads only what it needs: a check of unchanged content is over before Eleventy could be read. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  addresses: async () => (await import("./addresses.ts")).addressesCommand,
  announce: async () => (await import("./announce.ts")).announceCommand,
  build: async () => (await import("./build.ts")).buildCommand,
  "build:sandboxed": async () => (await import("./build-sandboxed.ts")).buildSandboxedCommand,
  check: async () => (await import("./check.ts")).checkCommand,
  comments: async () => (await import("./comments.ts")).commentsCommand,
  dev: async () => (await import("./dev.ts")).devCommand,
  headers: async () => (await import("./headers.ts")).headersCommand,
  import: async () => (await import("./import.ts")).importCommand,
  init: async () => (await import("./init.ts")).initCommand,
  join: async () => (await import("./join.ts")).joinCommand,
  new: async () => (await import("./new.ts")).newCommand,
  preview: async () => (await import("./preview.ts")).previewCommand,
  rollback: async () => (await import("./rollback.ts")).rollbackCommand,
  schemas: async () => (await import("./schemas.ts")).schemasCommand,
  verify: async () => (await import("./verify.ts")).verifyCommand,
};

/** What the caller can mend by calling otherwise; said in one line. Anything else that is thrown is a fault of ours. */
const CALLED_WRONGLY = [
  UsageError,
  ForeignFolderError,
  ForgetError,
  JoinError,
  ManifestError,
  PortError,
  RollbackError,
];

const HELP = `Usage: dateline <command> [options]

  addresses [--content DIR] [--check [--format text|json|github]]
           [--forget URL …]
           remember the addresses that are new, in the content's
           addresses.json; --check says which are not remembered, and writes
           nothing; --forget lets addresses go
  announce [--site FOLDER|URL] [--memory FILE] [--index-now URL]
           tell search engines and the hub what has changed on the site since
           they were last told
  build    [--content DIR] [--output DIR | --releases DIR [--keep N]]
           [--now ISO] [--drafts] [--preview] [--shard I/N] [--no-search]
           [--verify] [--timings] [--profile FILE]
           print what has changed of the site; --releases publishes into a
           folder of its own, has DIR/current lead to it, and keeps the last N;
           --preview is for deploy previews (not indexed), --shard builds one of
           N shares of it, --no-search leaves out the search index; --verify
           builds it a second time, from nothing, and compares every byte;
           --timings shows the stages and the slowest layouts, --profile writes
           where the processor's time went
  build:sandboxed [--content DIR] [--output DIR] [--now ISO] [--no-search]
           [--strict] [--timings]
           print the site of content that nobody has read, in processes that
           may do no more than they must; --strict refuses to where the
           system cannot set them apart
  check    [--content DIR] [--format text|json|github] [--published REF]
           [--strict] [--no-style]
           say what is wrong with the content; writes nothing. --published names
           the commit that readers see, to find what has changed unannounced;
           --strict fails on warnings, --no-style gives no advice on style
  comments pull [--content DIR] [--from FILE] [--json]
           fetch what readers have replied, from Netlify or from its export
           (JSON or CSV), into an inbox that git ignores
  comments review [--content DIR] [--approve ID …] [--reject ID …]
           [--spam ID …] [--no-commit] [--json]
           go through them at a terminal: approve, shorten, reject, spam, skip;
           otherwise list them, or decide as the options say. What is approved
           becomes files in one commit, unless --no-commit
  dev      [--content DIR] [--port N]
           serve the site, drafts and scheduled stories too, and reload on edits
  headers  --format nginx|caddy|apache [--output DIR]
           write the headers of the built site as a server takes them
  init     DIR [--title TEXT] [--tagline TEXT] [--url URL] [--language CODE]
           [--time-zone NAME] [--sections NAMES] [--publisher NAME]
           [--author NAME] [--engine SPEC] [--yes]
           make a new site in an empty folder; asks for what is not given,
           and --yes takes what would be proposed. --engine says where npm
           takes the engine from, otherwise from where this one came
  import   wordpress FILE [--media DIR] [--content DIR] [--map FILE] [--yes]
           move an old site into the content; proposes a map of its categories,
           tags and authors first, and ends with a report
  join     FOLDER … [--output DIR]
           put the folders that "build --shard" has written together
  new      "Headline" [--author SLUG …] [--tags NAME …] [--section SLUG]
           [--series SLUG] [--summary TEXT] [--date ISO] [--slug SLUG]
           make the file of a story, which begins as a draft; at a terminal it
           asks for what is not said. "new author NAME [--type …] [--role …]"
           makes an author, "new tag NAME [--description …] [--aliases …]" a
           tag, and "new story author" a story called "author"
  preview  [--output DIR] [--port N]
           serve the site as it was built
  rollback --releases DIR [--to NAME]
           take readers back to the release before, or to the one that is named
  schemas  [--content DIR]
           write what editors complete and check front matter by; "dev" and
           "new" do so by themselves
  verify   [--site FOLDER|URL] [--manifest FILE]
           say whether a site is what a build has published, byte for byte
`;

/** Runs a command. Resolves with the exit code: 0 done, 1 problems in the content, 2 called wrongly, 3 could not. */
export async function main([name, ...args]: string[], world: World): Promise<ExitCode> {
  const wantsHelp = [name, ...args].some((word) => word === "--help" || word === "-h") || name === "help";
  if (name === undefined || wantsHelp) {
    world.stdout.write(HELP);
    return wantsHelp ? EXIT.done : EXIT.usage;
  }
  try {
    const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (!load) throw new UsageError(await noSuchCommand(name));
    const command = await load();
    return await command(args, world);
  } catch (error) {
    const failure = failureInWords(error);
    if (failure !== undefined) {
      world.stderr.write(`dateline: ${failure}\n`);
      return EXIT.couldNot;
    }
    if (!CALLED_WRONGLY.some((kind) => error instanceof kind) || !(error instanceof Error)) throw error;
    // One line, whatever a word of it holds.
    world.stderr.write(`dateline: ${visible(error.message)}\n`);
    return EXIT.usage;
  }
}

async function noSuchCommand(name: string): Promise<string> {
  const { nearest } = await import("../content/did-you-mean.ts");
  const known = Object.keys(COMMANDS);
  const near = nearest(name, known);
  return `There is no command "${name}". ${near ? `Did you mean "${near}"?` : `There are ${known.join(", ")}.`}`;
}
