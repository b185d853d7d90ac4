import { posix } from "node:path";
import { caseless } from "../model/slugs.ts";
import { isPlain, isReserved, outputFile, readablePath, type SitePath } from "../model/urls.ts";
import { type Addressed, spotOfFormer } from "./addressed.ts";
import type { Places } from "./places.ts";
import type { Report } from "./report.ts";

/** Says which redirects cannot be, each at its place. */
export function checkRedirects(all: readonly Addressed[], places: Places, report: Report): void {
  for (const { one, index, what, fix } of redirectFaults(all, places.shownAs)) {
    report({ severity: "error", file: places.shownAs(one.file), at: spotOfFormer(one, index, places), what, fix });
  }
}

/** A redirect that cannot be: the former address of that index. */
export interface RedirectFault {
  readonly one: Addressed;
  readonly index: number;
  readonly what: string;
  readonly fix: string;
}

/**
 * Redirects that cannot be. Each leads straight to the page of what holds it, and none may start where a page stands: so
 * there are no chains, and no circles.
 */
export function redirectFaults(all: readonly Addressed[], shownAs: Places["shownAs"]): RedirectFault[] {
  const faults: RedirectFault[] = [];
  if (all.every(({ formerly }) => formerly.length === 0)) return faults;
  const pages = new Map(all.map((one) => [fileKey(one.url), one]));
  const months = monthsOf(all);
  const claimed = new Map<string, Addressed>();
  for (const one of all) {
    for (const [index, from] of one.formerly.entries()) {
      const refuse = (what: string, fix: string) => void faults.push({ one, index, what, fix });
      const shown = readablePath(from);
      const key = fileKey(from);
      const page = pages.get(key);
      const other = claimed.get(key);
      const ours = whatIsOurs(shown, pages, months);
      const inside = ancestorsOf(key).find((folder) => claimed.has(folder) || pages.has(folder));
      if (page === one) refuse(`${shown} is the address that this has now.`, "Take it out.");
      else if (page) {
        const what = `A page stands at ${shown}: that of ${shownAs(page.file)}.`;
        refuse(what, isBackAndForth(one, page) ? FIX_CIRCLE : FIX_LIVING);
      } else if (ours) refuse(`${shown} is taken: ${ours}.`, FIX_LIVING);
      else if (other === one) refuse(`${shown} is here twice.`, "Keep one of them.");
      else if (other) {
        refuse(`${shown} leads to ${readablePath(other.url)} already (${shownAs(other.file)}).`, FIX_TWICE);
      } else if (inside) refuse(`${shown} is below a file, /${inside}.`, "Take one of the two out.");
      else claimed.set(key, one);
    }
  }
  return faults;
}

const FIX_LIVING = "Take it out: a redirect is for an address where nothing stands any more.";
const FIX_CIRCLE = "Take it out: the two would send readers back and forth.";
const FIX_TWICE = "Keep it with one of them.";

/** Two addresses are one where a file system, or a host, takes them for one. */
const fileKey = (url: SitePath): string =>
  // Windows leaves dots and spaces at the end of a name out.
  isPlain(url) ? outputFile(url) : caseless(outputFile(url)).replace(TRAILING, "");

const TRAILING = /(?<![. ])[. ]+(?=\/|$)/g;

/** What would have to be a folder for a file to stand there. */
function ancestorsOf(key: string): string[] {
  const steps = key.split("/").slice(0, -1);
  return steps.map((_step, index) => steps.slice(0, index + 1).join("/"));
}

const isBackAndForth = (one: Addressed, other: Addressed): boolean =>
  other.formerly.some((url) => fileKey(url) === fileKey(one.url));

/** The months and years with stories, drafts too, as their archives' paths begin. */
function monthsOf(all: readonly Addressed[]): ReadonlySet<string> {
  const stories = all.filter(({ file }) => file.startsWith("articles/")).map(({ url }) => url.split("/"));
  return new Set(stories.flatMap(([, year = "", month = ""]) => [`/${year}/`, `/${year}/${month}/`]));
}

/** Folders of which only what has an entry is taken. */
const REGISTRIES = ["authors", "sections", "series", "tags"];

/** What the site itself has at a path, or below which page; undefined where it has nothing. */
function whatIsOurs(
  path: string,
  pages: ReadonlyMap<string, Addressed>,
  months: ReadonlySet<string>,
): string | undefined {
  const [first = "", second = "", third] = caseless(path).split("/").filter(Boolean);
  const own = "the site has something of its own there";
  if (first === "") return "the front page stands there";
  if (/^[._]/.test(first) || (first === "404.html" && !second)) return own;
  if (REGISTRIES.includes(first)) {
    if (second === "") return own;
    if (third !== undefined && pages.has(posix.join(first, second, "index.html")))
      return `it is part of /${first}/${second}/`;
    return undefined;
  }
  if (/^\d{4}$/.test(first)) {
    const isArchive = months.has(path) || (/^\d\d$/.test(second) && third === "page");
    return isArchive ? "the stories of that time stand there" : undefined;
  }
  return isReserved(first) ? own : undefined;
}
