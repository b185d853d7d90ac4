import type { WrittenArticle } from "../../model/newsroom.ts";
import type { Problem } from "../../problems.ts";
import type { Places } from "../places.ts";
import type { GitAnswer } from "./git.ts";

type Failure = Exclude<GitAnswer, { out: Buffer }>;
type Stories = readonly Pick<WrittenArticle, "file">[];

const OR_WITHOUT = 'Or write "changes: false" in settings.yaml, and no story shows what changed in it.';

const FETCH_THE_REST =
  'Fetch the rest: "git fetch --unshallow"; on GitHub Actions, actions/checkout with "fetch-depth: 0".';

const REASONS = {
  "no git": ["git is not on this machine", "Install git."],
  "no repository": ["this folder is in no git repository", 'Run "git init" and commit the content.'],
  shallow: ["this clone has only its newest part", FETCH_THE_REST],
} as const;

/** Why there is no history to show what changed in corrected stories: said once, however many there are. */
export function noHistory(reason: keyof typeof REASONS, stories: Stories, places: Places): Problem {
  const [why, fix] = REASONS[reason];
  return ofHistory(why, fix, stories, places);
}

/** Why git has no answer. Throws what only git's makers could explain. */
export function whyNoRepository({ failure, said }: Failure, stories: Stories, places: Places): Problem {
  if (failure === "other") throw new Error(`git failed: ${said}`);
  if (failure !== "not trusted") return noHistory(failure, stories, places);
  const [, folder = "the repository"] = /dubious ownership in repository at '(.*)'/.exec(said) ?? [];
  const trust = `If you trust it: git config --global --add safe.directory '${folder}'.`;
  return ofHistory("git does not open a repository of another owner", trust, stories, places);
}

/** For a clone that leaves out old files, when its remote does not give them. */
export function notFetched(said: string, stories: Stories, places: Places): Problem {
  const why = `this clone leaves out old files, and they could not be fetched (${said})`;
  return ofHistory(why, 'Fetch them: "git fetch --refetch --no-filter".', stories, places);
}

function ofHistory(why: string, fix: string, stories: Stories, places: Places): Problem {
  const [first] = stories;
  const file = first?.file ?? "settings.yaml";
  const others = stories.length > 1 ? ` (and ${stories.length - 1} more)` : "";
  return {
    severity: "error",
    file: places.shownAs(file),
    at: places.ofField(file, ["corrections"]),
    what: `What changed in this corrected story${others} is shown from git's history, but ${why}.`,
    fix: `${fix} ${OR_WITHOUT}`,
  };
}

/** For a corrected story whose file was never committed. */
export function unknownToGit(file: string, places: Places): Problem {
  return {
    severity: "error",
    file: places.shownAs(file),
    at: places.ofField(file, ["corrections"]),
    what: "What changed in this corrected story is shown from git's history, but its file is not committed here.",
    fix: 'Commit it; or write "changes: false" above it, and this story does not show what changed in it.',
  };
}
