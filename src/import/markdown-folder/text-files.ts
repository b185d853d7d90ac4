import { posix } from "node:path";
import { isOfAuthor } from "./author-data.ts";
import type { System } from "./system.ts";

/** A file that holds a text, and what its place in the folder says of it. */
export interface TextFile {
  /** Below the folder. */
  readonly file: string;
  readonly format: "html" | "markdown";
  /** "unsaid" where only its date can tell. */
  readonly kind: "story" | "page" | "unsaid";
  readonly isDraft: boolean;
  /** `2020-04-17`, of the file's or its folders' names. */
  readonly date: string | undefined;
  /** The file's name without its date, or that of its folder. */
  readonly slug: string;
  readonly language: string | undefined;
  /** The folders between the texts' own and this file's, that of a bundle left out. */
  readonly folders: readonly string[];
}

/** A file that holds something of the site that is no text here. */
export interface OtherFile {
  readonly file: string;
  readonly what: string;
}

const MARKDOWN = /\.(?:md|markdown|mdown|mkdn?|mdx)$/i;
const HTML = /\.html?$/i;
const OTHER_MARKUP =
  /\.(?:adoc|asciidoc|org|rst|textile|ipynb|[rq]md|njk|liquid|hbs|mustache|ejs|pug|haml|astro|vue|svelte)$/i;
const CODE = /\.11ty(?:data)?\.[cm]?[jt]s$|\/?_data\/.*\.[cm]?[jt]s$/;
const ABOUT_PROJECT =
  /^(?:readme|license|licence|contributing|changelog|code_of_conduct|security|todo|agents|claude)(?:\.[a-z-]+)?\.\w+$/i;
const OF_TEMPLATES =
  /^(?:.*\/)?(?:_includes|_layouts|_sass|_plugins|layouts|archetypes|themes|components|templates|partials)\//;
const STORY_FOLDERS =
  /^(?:_?posts?|blogs?|articles?|news|stories|story|writing|essays|entries|journal|archive|features|opinion)$/i;

/** Says of each file of a folder whether it is a text, or something else that a person should hear of; undefined for the rest. */
export function textOrOther(file: string, system: System): TextFile | OtherFile | undefined {
  const name = posix.basename(file);
  if (isOfAuthor(file)) return undefined;
  if (CODE.test(file)) return { file, what: "a data file that is code, which is not run" };
  const isMarkup = MARKDOWN.test(file) || HTML.test(file) || OTHER_MARKUP.test(file);
  if (/(?:^|\/)_?data\//.test(file) && /\.(?:ya?ml|json|toml|csv|tsv)$/.test(file))
    return { file, what: "a file of data" };
  if (!isMarkup) return undefined;
  if (OF_TEMPLATES.test(file) && !/(?:^|\/)_?(?:posts|content)\//.test(file)) return undefined;
  if (!file.startsWith(system.root) || (system.name === "astro" && !/^src\/(?:content|pages)\//.test(file))) {
    if (ABOUT_PROJECT.test(name) || /^(?:static|public|assets|docs)\//.test(file))
      return { file, what: "a file beside the texts" };
    return { file, what: "a file that is not among the texts" };
  }
  if (!file.includes("/") && ABOUT_PROJECT.test(name)) return { file, what: "a file about the project" };
  if (OTHER_MARKUP.test(file)) return { file, what: "a text or template in a form that is not read" };
  const isPost = /(?:^|\/)_(?:posts|drafts)\//.test(file);
  if (HTML.test(file) && !isPost && system.name !== "hugo") return { file, what: "an HTML page or a template" };
  if (system.name === "hugo" && /^_index\./.test(name)) return { file, what: "a text above a list of stories" };
  return placed(file, system);
}

function placed(file: string, system: System): TextFile {
  const inside = file.slice(system.root.length);
  const steps = inside.replace(/^(?:content|pages)\/(?=.)/, system.name === "astro" ? "" : "$&").split("/");
  const bare = (steps.pop() ?? "").replace(MARKDOWN, "").replace(HTML, "");
  const [, base = bare, language] =
    (system.name === "hugo" && /^(.+)\.([a-z]{2,3}(?:-[A-Za-z]{2,4})?)$/.exec(bare)) || [];
  const isBundle = /^index$/i.test(base) && steps.length > 0;
  const own = isBundle ? (steps.pop() ?? base) : base;
  const [, y, m, d, rest] = /^(\d{4})-(\d{1,2})-(\d{1,2})[-_ ]?(.*)$/s.exec(own) ?? [];
  const folderDate = /(?:^|\/)(\d{4})\/(\d{2})(?:\/(\d{2}))?(?:\/|$)/.exec(steps.join("/"));
  const isDraft = steps.some((step) => /^_?drafts?$/i.test(step));
  const isStory = isDraft || steps.some((step) => STORY_FOLDERS.test(step));
  return {
    file,
    format: HTML.test(file) ? "html" : "markdown",
    kind: file.startsWith("src/pages/") ? "page" : isStory ? "story" : "unsaid",
    isDraft,
    date: dateOf(y, m, d) ?? dateOf(folderDate?.[1], folderDate?.[2], folderDate?.[3] ?? "01"),
    slug: rest || own,
    language,
    folders: steps,
  };
}

function dateOf(year?: string, month?: string, day?: string): string | undefined {
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const [m, d] = [Number(month), Number(day)];
  return m >= 1 && m <= 12 && d >= 1 && d <= 31
    ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`
    : undefined;
}
