import type { Newsroom } from "../model/newsroom.ts";
import { POLICY_NAMES } from "../model/policies.ts";
import { suggestion } from "./did-you-mean.ts";
import type { Report } from "./report.ts";
import type { ReadSettings } from "./settings.ts";

/** Policies of the publisher, and rules for replies, that name no static page. */
export function checkPolicies(
  { settings, pages }: Newsroom,
  { source, tree }: Pick<ReadSettings, "source" | "tree">,
  report: Report,
): void {
  const slugs = pages.map(({ slug }) => slug as string);
  const named = [
    { field: ["comments", "rules"], slug: settings.comments.rules },
    ...POLICY_NAMES.map((name) => ({
      field: ["publisher", "policies", name],
      slug: settings.publisher.policies?.[name],
    })),
  ];
  for (const { field, slug } of named) {
    if (slug === undefined || slugs.includes(slug)) continue;
    report({
      severity: "error",
      file: source.shownAs,
      at: tree.spotOf(field),
      what: `There is no static page "${slug}".`,
      fix: suggestion(slug, slugs, `Add pages/${slug}.md, or leave the line out.`),
    });
  }
}
