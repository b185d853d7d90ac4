import { printProblems } from "../problems.ts";
import { type BuildOptions, build } from "../site/build.ts";
import type { Shown } from "../site/examine.ts";
import { Stages } from "../site/stages.ts";
import { readNow, readOptions, readReleases, readShard } from "./options.ts";
import { profiled } from "./profile.ts";
import { counted, printDifferences } from "./words.ts";
import { EXIT, type ExitCode, type World } from "./world.ts";

/** `build`: prints the site, or every problem and nothing else. */
export async function buildCommand(args: string[], world: World): Promise<ExitCode> {
  const options = readOptions(args, {
    content: { type: "string", default: "content" },
    output: { type: "string" },
    releases: { type: "string" },
    keep: { type: "string" },
    now: { type: "string" },
    drafts: { type: "boolean", default: false },
    preview: { type: "boolean", default: false },
    search: { type: "boolean", default: true },
    shard: { type: "string" },
    verify: { type: "boolean", default: false },
    timings: { type: "boolean", default: false },
    profile: { type: "string" },
  });
  const shard = readShard(options.shard);
  const releases = readReleases(options);
  const output = releases ? `${releases.folder}/current` : (options.output ?? "_site");
  const started = world.now();
  const stages = stagesOn(world);
  const site: BuildOptions = {
    content: options.content,
    output,
    releases,
    say: (text) => world.stderr.write(`${text}\n`),
    now: readNow(options.now, world.now),
    unpublished: shownTo(options),
    // A site with drafts is for their writers, wherever it ends up.
    indexed: !options.preview && !options.drafts,
    search: options.search,
    shard,
    umask: world.writeForReaders(),
  };
  // Threads would stand in profiles of their own.
  const printSite = () => build(options.profile ? { ...site, threads: 0 } : site, stages);
  const result = options.profile ? await profiled(options.profile, printSite) : await printSite();
  const { problems, filesRead, published, done } = result;
  if (problems.length > 0) world.stderr.write(printProblems(problems, filesRead, "text"));
  if (options.timings) world.stderr.write(printTimes(stages));
  if (!published) return EXIT.problems;
  const seconds = ((world.now() - started) / 1000).toFixed(1);
  const printed = done.pagesPrinted === published.pages ? "" : `, ${counted(done.pagesPrinted, "page")} printed anew`;
  const stories = counted(published.stories, "story", "stories");
  const pages = counted(published.pages, "page");
  const what =
    shard.count === 1
      ? `Published ${stories} on ${pages}`
      : `Built shard ${shard.index}/${shard.count} of ${stories}, ${pages},`;
  world.stdout.write(`${what} in ${output} (${seconds} s${printed}).\n`);
  return options.verify ? verifySite(site, world) : EXIT.done;
}

/** Says whether a second build comes to the same. */
async function verifySite(site: BuildOptions, world: World): Promise<ExitCode> {
  const { verify } = await import("../site/verify/verify.ts");
  const verified = await verify(site);
  if ("files" in verified && verified.differences.length === 0) {
    world.stdout.write(`The same ${counted(verified.files, "file")}, byte for byte, when built again from nothing.\n`);
    return EXIT.done;
  }
  if ("problems" in verified) world.stderr.write(printProblems(verified.problems, verified.filesRead, "text"));
  else if ("changed" in verified) world.stderr.write("The content was changed between two builds; verify it again.\n");
  else world.stderr.write(`Built again from nothing, the site is another:\n${printDifferences(verified.differences)}`);
  return EXIT.problems;
}

function shownTo({ drafts, preview }: { drafts: boolean; preview: boolean }): Shown {
  if (drafts) return "drafts";
  return preview ? "previewed" : "none";
}

/** Tells a person at a terminal what is going on; a pipe is left alone. */
export function stagesOn({ stderr, now }: World): Stages {
  return new Stages(now, (stage) => {
    if (stderr.isTTY) stderr.write(`${stage} …\n`);
  });
}

export function printTimes({ times, slowest }: Stages): string {
  const line = (time: string, what: string) => `${time.padStart(7)} ms  ${what}\n`;
  const stages = times.map(({ name, milliseconds }) => line(milliseconds.toFixed(0), name));
  const pages = slowest.map(([page, milliseconds]) => line(milliseconds.toFixed(1), page));
  return [...stages, ...(pages.length > 0 ? ["Slowest layouts:\n", ...pages] : [])].join("");
}
