import { parse as parseToml, TomlError } from "smol-toml";
import { parseDocument } from "yaml";
import type { OldNote } from "../old-site.ts";
import { textIn } from "./field-values.ts";
import { type OldFolder, readTextFile } from "./folder.ts";

export type SystemName = "jekyll" | "hugo" | "astro" | "eleventy" | "plain";

/** What made a folder into a site, as far as its files say. */
export interface System {
  readonly name: SystemName;
  /** The folder of its texts, "" or with a slash at its end. */
  readonly root: string;
  /** Of its settings, nothing of which is run. */
  readonly settings: ReadonlyMap<string, unknown>;
  readonly title: string | undefined;
  readonly url: string | undefined;
  readonly language: string | undefined;
  readonly notes: readonly OldNote[];
}

const SETTINGS: readonly (readonly [RegExp, SystemName])[] = [
  [/^_config\.ya?ml$|^_config\.toml$/, "jekyll"],
  [/^(?:config\/_default\/)?(?:hugo|config)\.(?:toml|ya?ml|json)$/, "hugo"],
  [/^astro\.config\.(?:[cm]?[jt]s)$/, "astro"],
  [/^(?:\.eleventy|eleventy\.config)\.(?:[cm]?[jt]s)$/, "eleventy"],
];

/** Tells which system a folder was for, by the file of its settings or by its folders. */
export async function systemOf(folder: OldFolder): Promise<System> {
  const files = [...folder.files];
  const found = SETTINGS.flatMap(([pattern, name]) => {
    const file = files.find((one) => pattern.test(one));
    return file === undefined ? [] : [{ file, name }];
  })[0];
  const has = (start: string) => files.some((file) => file.startsWith(start));
  const name: SystemName =
    found?.name ??
    (has("_posts/") || has("_drafts/")
      ? "jekyll"
      : has("src/content/")
        ? "astro"
        : has("archetypes/") || has("layouts/_default/")
          ? "hugo"
          : has("_includes/") || has("src/_includes/")
            ? "eleventy"
            : "plain");
  const { settings, notes } = await settingsIn(folder, found?.file);
  const text = (...keys: string[]) => keys.map((key) => textIn(settings.get(key))).find((one) => one !== undefined);
  const address = text("url", "baseURL", "baseurl", "baseUrl", "site");
  return {
    name,
    root: rootOf(name, files),
    settings,
    title: text("title", "name"),
    url: address && /^https?:\/\//.test(address) ? address.replace(/\/+$/, "") : undefined,
    language: text("lang", "languageCode", "defaultContentLanguage", "locale"),
    notes,
  };
}

function rootOf(name: SystemName, files: readonly string[]): string {
  if (name === "hugo") return "content/";
  if (name === "astro") return "src/";
  const include = name === "eleventy" ? files.find((file) => /^[^/]+\/_(?:includes|data)\//.test(file)) : undefined;
  return include ? include.replace(/\/.*$/s, "/") : "";
}

type Settings = Pick<System, "notes"> & { readonly settings: ReadonlyMap<string, unknown> };

/** Settings that are data are read; those that are code are never run, and what they say is for a person. */
async function settingsIn(folder: OldFolder, file: string | undefined): Promise<Settings> {
  if (file === undefined) return { settings: new Map(), notes: [] };
  const note = (what: string): Settings => ({
    settings: new Map(),
    notes: [{ what, needsPerson: true, place: { file: `${folder.path}/${file}` } }],
  });
  if (/\.[cm]?[jt]s$/.test(file)) {
    return note(`${file} is code, which is not run: addresses are taken to be the usual ones.`);
  }
  const text = await readTextFile(folder, file);
  if (typeof text !== "string") return note(`${file} cannot be read: ${text.why}.`);
  const read = file.endsWith(".toml") ? tomlMap(text) : yamlMap(text);
  return typeof read === "string" ? note(`${file} cannot be read: ${read}.`) : { settings: read, notes: [] };
}

export function yamlMap(text: string): ReadonlyMap<string, unknown> | string {
  const document = parseDocument(text, { prettyErrors: false, uniqueKeys: false, logLevel: "silent" });
  const [error] = document.errors;
  if (error) return error.message.replace(/\s+/g, " ").slice(0, 120);
  try {
    const value: unknown = document.toJS({ mapAsMap: true, maxAliasCount: 20 });
    return value instanceof Map ? (value as Map<string, unknown>) : new Map();
  } catch (cause) {
    if (cause instanceof ReferenceError) return "it has aliases that cannot be followed";
    throw cause;
  }
}

function tomlMap(text: string): ReadonlyMap<string, unknown> | string {
  try {
    return mapOf(parseToml(text, { maxDepth: 50 }));
  } catch (error) {
    if (error instanceof TomlError) return error.message.split("\n", 1)[0] ?? "";
    throw error;
  }
}

const mapOf = (table: object): Map<string, unknown> =>
  new Map(
    Object.entries(table).map(([key, value]: [string, unknown]) => [
      key,
      typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date)
        ? mapOf(value)
        : value,
    ]),
  );
