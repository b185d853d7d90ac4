import type { Unpublished } from "../model/publication.ts";
import { printProblems } from "../problems.ts";
import { build, type Progress } from "../site/build.ts";
import { readNow, readOptions } from "./options.ts";
import { counted } from "./words.ts";
import { EXIT, type ExitCode, type World } from "./world.ts";

/** `build`: prints the site, or every problem and nothing else. */
export async function buildCommand(args: string[], world: World): Promise<ExitCode> {
  const options = readOptions(args, {
    content: { type: "string", default: "content" },
    output: { type: "string", default: "_site" },
    now: { type: "string" },
    drafts: { type: "boolean", default: false },
    preview: { type: "boolean", default: false },
  });
  const started = world.now();
  const { problems, filesRead, published } = await build(
    {
      content: options.content,
      output: options.output,
      now: readNow(options.now, world.now),
      unpublished: (previewDrafts) => unpublishedIn(options, previewDrafts),
      // A site with drafts is for their writers, wherever it ends up.
      indexed: !options.preview && !options.drafts,
    },
    progressOn(world),
  );
  if (problems.length > 0) world.stderr.write(printProblems(problems, filesRead, "text"));
  if (!published) return EXIT.problems;
  const seconds = ((world.now() - started) / 1000).toFixed(1);
  world.stdout.write(
    `Published ${counted(published.stories, "story", "stories")} on ${counted(published.pages, "page")} ` +
      `in ${options.output} (${seconds} s).\n`,
  );
  return EXIT.done;
}

function unpublishedIn(
  { drafts, preview }: { drafts: boolean; preview: boolean },
  previewDrafts: boolean,
): Unpublished {
  return drafts || (preview && previewDrafts) ? "drafts" : "none";
}

/** Tells a person at a terminal what is going on; a pipe is left alone. */
function progressOn({ stderr }: World): Progress {
  return (step) => {
    if (stderr.isTTY) stderr.write(`${step} …\n`);
  };
}
