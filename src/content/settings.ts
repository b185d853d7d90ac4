import { INTERFACE_LANGUAGES, interfaceLanguageFor } from "../model/languages.ts";
import type { Section, Settings } from "../model/settings.ts";
import { isDevice, isSlug, type Slug, slugFrom } from "../model/slugs.ts";
import { sectionUrl } from "../model/urls.ts";
import { suggestion } from "./did-you-mean.ts";
import { decodePath } from "./markdown/links.ts";
import { ADVICE_RULES } from "./prose/advice.ts";
import type { Report } from "./report.ts";
import { settingsSchema } from "./schema/settings.ts";
import type { Source } from "./source.ts";
import { readTheme } from "./theme.ts";
import { validate } from "./validate.ts";
import { webAddressOf } from "./web-address.ts";
import { readYaml, type YamlPath, type YamlTree } from "./yaml.ts";

const DEFAULT_PAGE_SIZE = 20;
const DEFAULT_PAGE_WEIGHT = 200;
const DEFAULT_SOCIAL_CARDS = 100;

/** The settings with the tree they came from, so that later checks can say where a word of theirs stands. */
export interface ReadSettings {
  readonly settings: Settings;
  /** The file of the logo, which is looked for when the images have been read. */
  readonly logo: string | undefined;
  readonly source: Source;
  readonly tree: YamlTree;
}

/** `content/settings.yaml` as the site's settings. */
export function readSettings(source: Source, report: Report): ReadSettings | undefined {
  const tree = readYaml(source, 0, source.text.length, report);
  const file = tree && validate(settingsSchema, tree, source, report);
  if (!tree || !file) return undefined;
  const sections = file.sections.flatMap((section, index): Section[] => {
    const slug = readSlug(section.slug, ["sections", index, "slug"], tree, source, report);
    return slug ? [{ ...section, slug, formerly: section.formerly ?? [] }] : [];
  });
  if (!interfaceLanguageFor(file.language)) {
    const what = `The interface has no words in "${file.language}" yet; they will be English.`;
    const fix = `It speaks ${INTERFACE_LANGUAGES.join(", ")}. CONTRIBUTING.md says how to add a language.`;
    report({ severity: "warning", file: source.shownAs, at: tree.spotOf(["language"]), what, fix });
  }
  reportTwins(sections, ["sections"], tree, source, report);
  for (const [index, rule] of (file.ignoreAdvice ?? []).entries()) {
    if ((ADVICE_RULES as readonly string[]).includes(rule)) continue;
    const fix = suggestion(rule, ADVICE_RULES, `There are ${ADVICE_RULES.join(", ")}.`);
    const at = tree.spotOf(["ignoreAdvice", index]);
    report({ severity: "error", file: source.shownAs, at, what: `There is no advice "${rule}".`, fix });
  }
  const settings: Settings = {
    ...file,
    pageSize: file.pageSize ?? DEFAULT_PAGE_SIZE,
    pageWeight: file.pageWeight ?? DEFAULT_PAGE_WEIGHT,
    socialCards: file.socialCards ?? DEFAULT_SOCIAL_CARDS,
    previewDrafts: file.previewDrafts ?? false,
    ignoreAdvice: file.ignoreAdvice ?? [],
    changes: file.changes ?? true,
    secureTransport: file.secureTransport ?? "host",
    offlineReading: file.offlineReading ?? true,
    embeds: file.embeds ?? [],
    comments: { ...file.comments, stories: file.comments?.stories ?? "off" },
    analytics: file.analytics && {
      script: file.analytics.script,
      data: file.analytics.data ?? {},
      sendsTo: new URL(file.analytics.sendsTo ?? file.analytics.script).origin,
    },
    distribution: {
      hub: file.distribution?.hub,
      indexNow: file.distribution?.indexNow,
      llmsTxt: file.distribution?.llmsTxt ?? false,
    },
    crawlers: { aiTraining: file.crawlers?.aiTraining ?? true, aiAnswers: file.crawlers?.aiAnswers ?? true },
    sections,
    navigation:
      file.navigation?.map(({ name, to }) => ({ name, to: webAddressOf(to)?.href ?? encodeURI(decodePath(to)) })) ??
      sections.map(({ name, slug }) => ({ name, to: sectionUrl(slug) })),
    theme: readTheme(file.theme ?? {}, tree, source, report),
  };
  return { settings, logo: file.theme?.logo, source, tree };
}

/** A slug as a registry writes it. */
export function readSlug(
  written: string,
  path: YamlPath,
  tree: YamlTree,
  source: Source,
  report: Report,
): Slug | undefined {
  if (isSlug(written) && !isDevice(written)) return written;
  const better = slugFrom(written);
  report({
    severity: "error",
    file: source.shownAs,
    at: tree.spotOf(path),
    what: `"${written}" cannot stand in a URL as it is.`,
    fix:
      better && !isDevice(better)
        ? `Write "${better}".`
        : isDevice(written)
          ? "It is a device's name on Windows; choose another."
          : "Use letters, digits and hyphens.",
  });
  return undefined;
}

/** Says which entries of a list have the slug of another. `list` is where it stands in the file. */
export function reportTwins(
  entries: readonly { readonly slug: Slug }[],
  list: YamlPath,
  tree: YamlTree,
  source: Source,
  report: Report,
): void {
  const seen = new Set<Slug>();
  for (const [index, { slug }] of entries.entries()) {
    if (seen.has(slug)) {
      const own = [...list, index, "slug"];
      const at = tree.spotOf(tree.has(own) ? own : [...list, index, "name"]);
      const what = `The slug "${slug}" is taken.`;
      report({ severity: "error", file: source.shownAs, at, what, fix: "Choose another." });
    }
    seen.add(slug);
  }
}

/** Says that a file which every site needs is not there. */
export function missingSettings(shownAs: string, report: Report): void {
  const what = "There is no settings.yaml.";
  report({ severity: "error", file: shownAs, what, fix: "Add it; the README shows what it holds." });
}
