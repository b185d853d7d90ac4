import type { Newsroom, WrittenArticle } from "../model/newsroom.ts";
import type { Moment } from "../model/time.ts";
import type { Problem } from "../problems.ts";
import type { Places } from "./places.ts";
import type { YamlPath } from "./yaml.ts";

/**
 * Dates of what has happened to a story that lie after `now` (milliseconds since 1970 UTC): nobody corrects a story in
 * the future. A story's own date may lie there, and what is wrong with the dates by themselves is known already.
 */
export function datesToCome({ articles }: Newsroom, now: number, places: Places): Problem[] {
  return articles.flatMap((article) => {
    if (article.draft || article.date.epochMs > now) return [];
    return happened(article)
      .filter(({ date }) => date.epochMs > now)
      .map(({ what, date, path }): Problem => {
        const at = places.ofField(article.file, path);
        const fix = "Mend the date; a story waits for its own date only.";
        return {
          severity: "error",
          file: places.shownAs(article.file),
          at,
          what: `The ${what} is in the future (${date.iso}).`,
          fix,
        };
      });
  });
}

interface Happened {
  readonly what: string;
  readonly date: Moment;
  readonly path: YamlPath;
}

const happened = ({ updated, corrections, retracted }: WrittenArticle): Happened[] => [
  ...(updated ? [{ what: "update", date: updated, path: ["updated"] }] : []),
  ...corrections.map(({ date }, index) => ({ what: "correction", date, path: ["corrections", index, "date"] })),
  ...(retracted ? [{ what: "retraction", date: retracted.date, path: ["retracted", "date"] }] : []),
];
