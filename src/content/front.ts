import type { FrontPlan, WrittenArticle } from "../model/newsroom.ts";
import type { Problem } from "../problems.ts";
import { suggestion } from "./did-you-mean.ts";
import type { FoundMarkdown } from "./markdown-file.ts";
import type { Report } from "./report.ts";
import { frontSchema } from "./schema/front.ts";
import type { Source } from "./source.ts";
import { validate } from "./validate.ts";
import { readYaml, type YamlPath, type YamlTree } from "./yaml.ts";

/** `content/front.yaml` with the tree it came from: its stories are looked up when all are read. */
export interface ReadFront {
  readonly plan: FrontPlan;
  readonly source: Source;
  readonly tree: YamlTree;
}

/** What a site without `front.yaml` has. */
export const EMPTY_PLAN: FrontPlan = { order: [] };

/** `content/front.yaml` as a plan. `zone` is the site's. */
export function readFront(source: Source, zone: string, report: Report): ReadFront | undefined {
  const tree = readYaml(source, 0, source.text.length, report);
  if (tree?.isEmpty) return { plan: EMPTY_PLAN, source, tree };
  const file = tree && validate(frontSchema(zone), tree, source, report);
  if (!tree || !file) return undefined;
  return { plan: { lead: file.lead, order: file.order ?? [], banner: file.banner }, source, tree };
}

/**
 * Stories of the plan that are not there, that are named twice, or that can't come to the front page. One that is not
 * out yet is none of these: it takes its place when it is.
 */
export function checkFront(
  { plan: { lead, order, banner }, source, tree }: ReadFront,
  articles: readonly WrittenArticle[],
  files: readonly FoundMarkdown[],
  report: Report,
): void {
  const byFile = new Map(articles.map((article) => [article.file.normalize("NFC"), article]));
  // What could not be read is somebody else's problem.
  const there = new Set(files.filter(({ place }) => place.kind === "article").map(({ path }) => path.normalize("NFC")));
  const problem = (path: YamlPath, what: string, fix: string): Problem => ({
    severity: "error",
    file: source.shownAs,
    at: tree.spotOf(path),
    what,
    fix,
  });
  const check = (file: string, path: YamlPath) => {
    const story = byFile.get(file);
    if (!there.has(file)) {
      const fix = suggestion(file, [...there], "Write its path below content/, such as articles/2026/11/slug.md.");
      report(problem(path, `There is no story ${file}.`, fix));
    } else if (story?.draft) report(problem(path, `${file} is a draft.`, "Publish it first, or take it out here."));
    else if (story?.retracted) report(problem(path, `${file} was retracted.`, "Take it out here."));
  };
  if (lead) check(lead.story, ["lead", "story"]);
  for (const [index, file] of order.entries()) {
    if (file === lead?.story || order.indexOf(file) < index) {
      report(problem(["order", index], `${file} is named twice.`, "Keep one of them."));
    } else check(file, ["order", index]);
  }
  if (banner?.story !== undefined) check(banner.story, ["banner", "story"]);
}
