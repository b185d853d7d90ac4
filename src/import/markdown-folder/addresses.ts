import { posix } from "node:path";
import { slugFrom } from "../../model/slugs.ts";
import { textIn } from "./field-values.ts";
import type { System } from "./system.ts";
import type { TextFile } from "./text-files.ts";

/** What the address of a text is made from. */
export interface Addressed {
  readonly text: TextFile;
  readonly isPage: boolean;
  readonly title: string;
  readonly date: string | undefined;
  /** As front matter gives it. */
  readonly slug: string | undefined;
  readonly address: string | undefined;
  readonly categories: readonly string[];
  readonly formerly: readonly string[];
}

/** Where the old site has shown a text, the likeliest first, by its system's rules and what front matter says. */
export function addressesOf(given: Addressed, system: System, routes: readonly string[]): string[] {
  const { address } = given;
  const own = address ? writtenAddress(address, given) : usual(given, system, routes);
  const [first = "/"] = own;
  const former = given.formerly.map((one) => (/^(?:\/|https?:)/.test(one) ? one : posix.join(first, "..", one)));
  return [...new Set([...own.map((one) => base(system) + one), ...former])].filter((one) => one !== "/");
}

function writtenAddress(address: string, given: Addressed): string[] {
  if (/^https?:/.test(address)) return [address];
  return [`/${(address.includes(":") ? filled(address, given) : address).replace(/^\/+/, "")}`];
}

/** Jekyll's `baseurl` and the folder of Hugo's `baseURL` stand before every path. */
function base({ name, settings, url }: System): string {
  const path = name === "jekyll" ? textIn(settings.get("baseurl")) : url && URL.parse(url)?.pathname;
  return path && !/^https?:/.test(path) ? path.replace(/\/+$/, "") : "";
}

function usual(given: Addressed, system: System, routes: readonly string[]): string[] {
  const { text, isPage } = given;
  const path = [...text.folders, given.slug ?? text.slug].map((step) => step.replaceAll(" ", "-")).join("/");
  switch (system.name) {
    case "jekyll":
      return isPage ? [`/${path}/`, `/${path}.html`] : [filled(jekyllPattern(system), given)];
    case "hugo": {
      const pattern = hugoPattern(given, system);
      const made = pattern ? filled(pattern, given, true) : `/${path}/`.toLowerCase();
      return system.settings.get("uglyURLs") === true ? [`${made.replace(/\/$/, "")}.html`] : [made];
    }
    case "astro": {
      const [collection = "", ...below] = text.folders;
      const id = [...below, given.slug ?? text.slug].join("/");
      if (isPage && text.file.startsWith("src/pages/")) return [`/${path}/`];
      const route = routes.find((one) => one === collection) ?? routes.find((one) => one !== "") ?? routes[0];
      return [route === "" ? `/${id}/` : `/${route ?? collection}/${id}/`];
    }
    default:
      return [`/${path}/`, `/${path}.html`];
  }
}

const JEKYLL: Readonly<Record<string, string>> = {
  date: "/:categories/:year/:month/:day/:title.html",
  pretty: "/:categories/:year/:month/:day/:title/",
  ordinal: "/:categories/:year/:y_day/:title.html",
  weekdate: "/:categories/:year/W:week/:short_day/:title.html",
  none: "/:categories/:title.html",
};

function jekyllPattern({ settings }: System): string {
  const written = textIn(settings.get("permalink")) ?? "date";
  return JEKYLL[written] ?? written;
}

function hugoPattern({ text }: Addressed, { settings }: System): string | undefined {
  const tables = settings.get("permalinks");
  if (!(tables instanceof Map)) return undefined;
  const [section = ""] = text.folders;
  const page: unknown = tables.get("page");
  return textIn(tables.get(section)) ?? (page instanceof Map ? textIn(page.get(section)) : undefined);
}

/** Fills the placeholders of Jekyll's and Hugo's patterns; what is empty leaves no double slash. */
function filled(pattern: string, { text, title, slug, date = "", categories }: Addressed, isHugo = false): string {
  const [year = "", month = "", day = ""] = date.slice(0, 10).split("-");
  const short = slug ?? text.slug;
  const titleSlug = isHugo ? (slugFrom(title) ?? short) : short;
  const folders = text.folders.filter((folder) => !/^_(?:posts|drafts)$/.test(folder));
  const names: Readonly<Record<string, string>> = {
    year,
    short_year: year.slice(2),
    month,
    i_month: String(Number(month)),
    day,
    i_day: String(Number(day)),
    title: titleSlug,
    slug: slugFrom(short) ?? short,
    slugorfilename: short,
    slugorcontentbasename: short,
    filename: text.slug,
    contentbasename: text.slug,
    name: text.slug,
    basename: text.slug,
    section: text.folders[0] ?? "",
    sections: text.folders.join("/"),
    categories: (categories.length > 0 ? categories : folders).map((one) => slugFrom(one) ?? "").join("/"),
    collection: text.folders[0]?.replace(/^_/, "") ?? "",
    path: [...folders, text.slug].join("/"),
    output_ext: ".html",
  };
  const path = pattern.replace(/:([a-z_]+)/gi, (whole, name: string) => names[name.toLowerCase()] ?? whole);
  return `/${path}`.replace(/\/{2,}/g, "/");
}

/** The folders of pages that Astro makes from a collection: `src/pages/blog/[...slug].astro` is `blog`. */
export const routesIn = (files: Iterable<string>): string[] =>
  [...files]
    .flatMap(
      (file) => /^src\/pages\/(?:(.+)\/)?\[[^\]]+\](?:\/index)?\.(?:astro|[jt]sx?)$/.exec(file)?.slice(1, 2) ?? [],
    )
    .map((route) => route ?? "");
