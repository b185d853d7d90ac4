import type { LiveCoverage, LivePost, Newsroom } from "../model/newsroom.ts";
import { isMoment, readMoment } from "../model/time.ts";
import type { Problem } from "../problems.ts";
import type { Refuse } from "./article.ts";
import type { Body } from "./body.ts";
import type { FileLinks } from "./check-links.ts";
import type { LiveReading, PlacedPost } from "./markdown/live-posts.ts";
import type { Places } from "./places.ts";
import type { ArticleFrontMatter } from "./schema/article.ts";
import type { YamlTree } from "./yaml.ts";

/**
 * How the posts of an article are read; undefined for one that is no live coverage. Looks at what is written rather than
 * at what was validated, so that posts are checked even when a field is wrong.
 */
export function liveReadingOf(frontMatter: YamlTree | undefined, zone: string): LiveReading | undefined {
  const { live, date } = (frontMatter?.value ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof live !== "boolean") return undefined;
  const from = typeof date === "string" ? readMoment(date.trim(), zone) : undefined;
  return { isOn: live, zone, from: from && isMoment(from) ? from : undefined };
}

/** An article's posts; `live: true` without any is refused. */
export function liveCoverageOf(
  { live: isOn = false }: Pick<ArticleFrontMatter, "live">,
  { posts = [] }: Pick<Body, "posts">,
  refuse: Refuse,
): LiveCoverage | undefined {
  const [newest, ...others] = posts.map(withoutSpot);
  if (newest) return { isOn, posts: [newest, ...others] };
  const fix = 'Begin with one, "## 14:05 The bridge is open", or leave out "live" until there is something to tell.';
  if (isOn) refuse(["live"], "There is no post in this live story.", fix);
  return undefined;
}

const withoutSpot = ({ spot: _, ...post }: PlacedPost): LivePost => post;

/**
 * Posts whose time is still to come when their story is out, which would lie to its readers. A draft's may be written in
 * advance, and those of a story that was taken back nobody reads.
 */
export function postsToCome(
  { articles }: Newsroom,
  now: number,
  files: readonly FileLinks[],
  places: Places,
): Problem[] {
  const live = new Map(
    articles.flatMap((article) =>
      article.live && !article.draft && !article.retracted ? [[article.file, article]] : [],
    ),
  );
  return files.flatMap(({ path, body }) => {
    const outAt = live.get(path)?.date.epochMs;
    if (outAt === undefined) return [];
    const early = (body.posts ?? []).filter(({ at }) => at.epochMs > Math.max(now, outAt));
    return early.map(({ at, title, spot }) => ({
      severity: "error",
      file: places.shownAs(path),
      at: places.ofLink(path, spot),
      what: `The post "${title}" is of a time that is still to come (${at.iso.slice(0, 16).replace("T", " ")}).`,
      fix: "Mend its time, or publish it then.",
    }));
  });
}
